import { Transform } from 'ink';
import { memo, use } from 'react';
import { asciiText } from '../../src/terminal/ascii-text.ts';
import { joinSafe, say } from '../../src/terminal/safe-text.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import { paint } from './paint.ts';
import { cutRow, type Row } from './rows.ts';

export interface RowLineProps {
  readonly row: Row;
  /** Cells that it may take. */
  readonly columns: number;
}

/**
 * One line of the screen. It is one text with one node in the layout, and is left alone while it says the same: on a table
 * that counts down, a frame costs what its lines cost.
 */
export const RowLine = memo(function RowLine({ row, columns }: RowLineProps) {
  const theme = use(ThemeContext);
  const cut = cutRow(row, columns, marksFor(theme).ellipsis);
  const spans = theme.unicode ? cut : cut.map((span) => ({ ...span, text: asciiText(span.text) }));
  // A text without anything in it would have no height.
  const text = spans.length === 0 ? say` ` : joinSafe(spans.map((span) => span.text), say``);
  return <Transform transform={(line) => paint(line, spans, theme)}>{text}</Transform>;
}, isSameLine);

/** True when both would be drawn alike. */
function isSameLine(a: RowLineProps, b: RowLineProps): boolean {
  if (a.columns !== b.columns || a.row.length !== b.row.length) return false;
  return a.row.every(({ text, tone, bold }, index) => {
    const other = b.row[index];
    return text === other?.text && tone === other.tone && bold === other.bold;
  });
}
