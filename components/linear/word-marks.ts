import { say } from '../../src/terminal/safe-text.ts';
import { markWords } from '../../src/words/linear.ts';
import type { Marks } from '../theme.ts';

/** Marks that are words: what is read aloud, or felt in braille, has no colour and no shape. */
export const wordMarks: Marks = {
  ...markWords,
  bullet: say`-`,
  pointer: say``,
  masked: say``,
  caret: say``,
  barFull: say``,
  barEmpty: say``,
  ellipsis: say`...`,
  dash: say`-`,
  spinner: [markWords.running],
  across: say``,
  upAndDown: say``,
  border: 'classic',
};
