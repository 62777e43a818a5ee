import { widest } from '../../src/terminal/width.ts';
import { helpWords } from '../../src/words/parts.ts';
import type { KeyMeaning } from './keymap.ts';
import { blankRow, heading, labelled, type Row } from './rows.ts';

/** Every key with a sentence, from the keymap that handles them. */
export function keyRows(keys: readonly KeyMeaning[], columns: number): readonly Row[] {
  const width = Math.min(18, widest(keys.map((one) => one.keys)));
  return [heading(helpWords.title), blankRow, ...keys.flatMap(({ keys: names, meaning }) => labelled(names, meaning, width, columns))];
}
