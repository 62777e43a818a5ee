import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth, firstCells, padToWidth, truncateToWidth } from '../../src/terminal/width.ts';
import type { Tone } from '../theme.ts';

/** A piece of a line in one tone. */
export interface Span {
  readonly text: SafeText;
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** Names what stands behind it: read aloud, a colon tells so. */
  readonly isLabel?: true;
}

/** One line of the screen; what does not fit is cut at the right. */
export type Row = readonly Span[];

export const blankRow: Row = [];

/** A line in one tone. */
export function line(text: SafeText, tone?: Tone): Row {
  return tone === undefined ? [{ text }] : [{ text, tone }];
}

export function heading(text: SafeText): Row {
  return [{ text, bold: true }];
}

/** `label   value`, the values of one block under each other; a long value goes on below itself. */
export function labelled(label: SafeText, value: SafeText, labelWidth: number, columns: number): readonly Row[] {
  const indent = safeText(' '.repeat(labelWidth + 2));
  return wrapText(value, columns - labelWidth - 2).map((part, index) => [
    index === 0 ? { text: say`${padToWidth(label, labelWidth)}  `, tone: 'muted', isLabel: true } : { text: indent },
    { text: part },
  ]);
}

/** The cell padded, so that columns stand under each other. */
export function cell(text: SafeText, width: number, tone?: Tone): Span {
  const padded = say`${padToWidth(text, width)}  `;
  return tone === undefined ? { text: padded } : { text: padded, tone };
}

/** Cells that spans take beside each other. */
export function widthOfSpans(spans: readonly Span[]): number {
  return spans.reduce((width, { text }) => width + cellWidth(text), 0);
}

/** What of a line fits: the last span that does not is cut, those after it are left out. */
export function cutRow(row: Row, columns: number, mark: SafeText): Row {
  const kept: Span[] = [];
  let room = columns;
  for (const span of row) {
    if (room <= 0) break;
    const text = truncateToWidth(span.text, room, mark);
    kept.push(text === span.text ? span : { ...span, text });
    room -= cellWidth(span.text);
  }
  return kept;
}

/** A sentence over as many lines as it needs, broken between words; a word that is too long is broken inside, a path after a slash. */
export function wrapText(text: SafeText, columns: number): readonly SafeText[] {
  const lines: SafeText[] = [];
  let current: SafeText | null = null;
  for (const word of text.split(' ').map(safeText)) {
    const longer: SafeText = current === null ? word : say`${current} ${word}`;
    if (cellWidth(longer) <= columns) {
      current = longer;
      continue;
    }
    if (current !== null) lines.push(current);
    const pieces = brokenWord(word, columns);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? null;
  }
  return current === null ? lines : [...lines, current];
}

/** As `wrapText`, as rows of one tone. */
export function wrapped(text: SafeText, columns: number, tone?: Tone): readonly Row[] {
  return wrapText(text, columns).map((part) => line(part, tone));
}

/** A mark, and a sentence whose further lines stand under its first. */
export function marked(mark: Span, text: SafeText, columns: number, tone?: Tone, bold = false): readonly Row[] {
  const indent = safeText(' '.repeat(cellWidth(mark.text) + 1));
  return wrapText(text, columns - cellWidth(indent)).map((part, index) => {
    const span: Span = { text: part, bold, ...(tone === undefined ? {} : { tone }) };
    return index === 0 ? [mark, { text: say` ` }, span] : [{ text: indent }, span];
  });
}

function brokenWord(word: SafeText, columns: number): readonly SafeText[] {
  const pieces: SafeText[] = [];
  let rest = word;
  while (cellWidth(rest) > columns) {
    const piece = untilSlash(firstCells(rest, Math.max(1, columns)));
    // A character wider than the whole line is left as it is rather than never ended.
    if (piece === '') break;
    pieces.push(piece);
    rest = safeText(rest.slice(piece.length));
  }
  return [...pieces, rest];
}

/** A piece of a path up to its last slash, so that names stay whole; all of it where that would leave most of the line empty. */
function untilSlash(piece: SafeText): SafeText {
  const end = piece.lastIndexOf('/') + 1;
  return end * 3 < piece.length ? piece : safeText(piece.slice(0, end));
}
