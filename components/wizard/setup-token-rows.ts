import { noticeWords, obtainWords } from '../../src/words/wizard.ts';
import { blankRow, heading, line, wrapped, type Row } from '../parts/rows.ts';

/** What Anthropic and OpenClaw say about using a subscription here, with the day it was looked up. */
export function noticeRows(columns: number): readonly Row[] {
  return [
    heading(noticeWords.title),
    ...noticeWords.lines.flatMap((sentence) => [blankRow, ...wrapped(sentence, columns)]),
    blankRow,
    ...noticeWords.links.map((link) => line(link, 'accent')),
    line(noticeWords.checked, 'muted'),
  ];
}

/** How to get a setup-token. @param isHere Claude's own program is on this machine, and can be run from here */
export function obtainRows(isHere: boolean, columns: number): readonly Row[] {
  return [
    heading(obtainWords.title),
    blankRow,
    ...obtainWords.steps.flatMap(({ text, isCommand }) => wrapped(text, columns, isCommand ? 'accent' : 'text')),
    blankRow,
    ...wrapped(isHere ? obtainWords.runHere : obtainWords.elsewhere, columns, 'muted'),
  ];
}
