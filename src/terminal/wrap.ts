import { safeText, type SafeText } from './safe-text.ts';
import { cellWidth, firstCells } from './width.ts';

/**
 * Breaks a text into lines of at most so many cells, at spaces; a longer word is cut, so that no line is ever wider.
 *
 * @param columns at least 1
 */
export function wrapToWidth(text: SafeText, columns: number): readonly SafeText[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const wider = line === '' ? word : `${line} ${word}`;
    if (cellWidth(safeText(wider)) <= columns) {
      line = wider;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(safeText(word), columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line].map((one) => safeText(one));
}

function cutWord(word: SafeText, columns: number): readonly string[] {
  const pieces: string[] = [];
  let rest: string = word;
  while (cellWidth(safeText(rest)) > columns) {
    // A character that is wider than the line still goes on one of its own.
    const piece = firstCells(safeText(rest), columns) || (Array.from(rest)[0] ?? '');
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
