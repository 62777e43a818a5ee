import { graphemesOf } from './graphemes.ts';
import { safeText, say, type SafeText } from './safe-text.ts';
import { cellWidth } from './width.ts';

/** Longer than any answer; what is typed beyond it is left out. */
const longestLine = 1000;

/** A line with a text at its end; only what can be shown as itself goes into a line. */
export function extended(line: SafeText, text: string): SafeText {
  const shown = Array.from(text).filter((character) => safeText(character) === character);
  return safeText(`${line}${shown.join('')}`.slice(0, longestLine));
}

/** A line without its last character, or its last word. */
export function shortened(line: SafeText, what: 'character' | 'word'): SafeText {
  if (what === 'word') return safeText(line.replace(/\S*\s*$/u, ''));
  const all = Array.from(graphemesOf(line), ({ segment }) => segment);
  return safeText(all.slice(0, -1).join(''));
}

/**
 * What takes the end of a line away on a terminal: as its own driver does it while a line is typed, with nothing but
 * backspaces and spaces.
 *
 * @param before the line as shown
 * @param after the line as it shall be, a beginning of the other
 */
export function erasure(before: SafeText, after: SafeText): string {
  const cells = cellWidth(before) - cellWidth(after);
  return '\b'.repeat(cells) + ' '.repeat(cells) + '\b'.repeat(cells);
}

export const emptyLine: SafeText = say``;
