import { say, type SafeText } from '../../terminal/safe-text.ts';
import { numberWords, plural } from './amounts.ts';

export const productName: SafeText = say`clawdial`;

/** Instead of a screen that does not fit. */
export function enlargeWords(columns: number, rows: number): SafeText {
  return say`Maak het venster groter: ${columns}x${rows}, nodig 40x10`;
}

/** Where the person is in a sequence of screens. */
export function stepWords(current: number, total: number, title: SafeText): SafeText {
  return say`${current}/${total} ${title}`;
}

/** Under a secret field: how much stands in it, since its marks do not tell. */
export function charactersWords(count: number): SafeText {
  return plural(count, { one: say`1 teken`, other: say`${numberWords(count)} tekens` });
}

/** Under a list that is longer than its window; lines count from 1. */
export function windowWords(first: number, last: number, total: number): SafeText {
  return say`Regels ${first} tot en met ${last} van ${total}`;
}

/** Under a menu that shows only some of its items. */
export function moreItemsWords(shown: number, total: number): SafeText {
  return say`${shown} van ${total} in beeld, omhoog en omlaag voor meer`;
}

/** Over a screen: every key that works there. */
export const helpWords = { title: say`Toetsen` } as const;
