import { widest } from '../../src/terminal/width.ts';
import { overlayWords } from '../../src/words/dashboard.ts';
import { blankRow, heading, labelled, type Row } from '../parts/rows.ts';
import { helpOf } from './keymap.ts';

/** Every key with a sentence, from the same keymap that handles them. */
export function helpRows(columns: number): readonly Row[] {
  const keys = helpOf();
  const width = Math.min(18, widest(keys.map((one) => one.keys)));
  return [heading(overlayWords.help), blankRow, ...keys.flatMap(({ keys: names, meaning }) => labelled(names, meaning, width, columns))];
}
