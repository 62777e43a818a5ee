import stringWidth from 'string-width';
import { graphemesOf } from './graphemes.ts';
import { safeText, say, type SafeText } from './safe-text.ts';

const noText = say``;

/** The sign of a cut in a terminal with Unicode. */
export const ellipsis: SafeText = say`…`;

/** How many cells a text takes: 2 for a wide character, 0 for a combining mark. */
export function cellWidth(text: SafeText): number {
  return stringWidth(text);
}

/**
 * Cuts a text to a number of cells, never inside a character. A text that is cut ends in `mark`, when there is room.
 *
 * @param columns cells; 0 or less gives the empty text
 */
export function truncateToWidth(text: SafeText, columns: number, mark: SafeText = ellipsis): SafeText {
  if (columns <= 0) {
    return noText;
  }
  if (cellWidth(text) <= columns) {
    return text;
  }
  const markWidth = cellWidth(mark);
  return markWidth > columns ? firstCells(text, columns) : say`${firstCells(text, columns - markWidth)}${mark}`;
}

/** Makes a text exactly so many cells wide: cuts it, or fills up with spaces after it (before it, for `right`). */
export function padToWidth(text: SafeText, columns: number, align: 'left' | 'right' = 'left', mark: SafeText = ellipsis): SafeText {
  const cut = truncateToWidth(text, columns, mark);
  const space = safeText(' '.repeat(Math.max(0, columns - cellWidth(cut))));
  return align === 'left' ? say`${cut}${space}` : say`${space}${cut}`;
}

/** The widest of some texts, in cells. */
export function widest(texts: readonly SafeText[]): number {
  return texts.reduce((width, text) => Math.max(width, cellWidth(text)), 0);
}

/** The beginning of a text that fits into so many cells, without a mark that it was cut. */
export function firstCells(text: SafeText, columns: number): SafeText {
  if (/^[\x20-\x7E]*$/.test(text)) return safeText(text.slice(0, Math.max(0, columns)));
  let kept = '';
  let width = 0;
  for (const { segment } of graphemesOf(text)) {
    const next = width + stringWidth(segment);
    if (next > columns) {
      break;
    }
    kept += segment;
    width = next;
  }
  return safeText(kept);
}
