import { say, safeText, type SafeText } from '../../src/terminal/safe-text.ts';
import { padToWidth, truncateToWidth, widest } from '../../src/terminal/width.ts';

export interface TableColumn {
  readonly title: SafeText;
  /** Cells; `content` as wide as its widest cell, `rest` what the others leave. */
  readonly width: number | 'content' | 'rest';
  readonly align?: 'left' | 'right';
}

const gap = 2;
const narrowest = 4;

/**
 * The width of every column, in cells. When they do not fit, the widest give way first; a column that would be narrower
 * than four cells is left out from the right (width 0).
 */
export function columnWidths(columns: readonly TableColumn[], rows: readonly (readonly SafeText[])[], total: number): readonly number[] {
  const wished = columns.map((column, index) => wishedWidth(column, rows.map((row) => row[index] ?? say``)));
  const count = Math.max(1, Math.min(columns.length, Math.floor((total + gap) / (narrowest + gap))));
  const kept = wished.slice(0, count);
  const room = Math.max(1, total - gap * (count - 1));
  const widths = shrink(kept, room);
  return columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const spare = room - sum(widths);
    return column.width === 'rest' && index < count ? width + Math.floor(spare / restCount(columns, count)) : width;
  });
}

/** One line of a table, padded so that the columns stand under each other. */
export function tableLine(cells: readonly SafeText[], columns: readonly TableColumn[], widths: readonly number[], mark: SafeText): SafeText {
  const parts = widths.flatMap((width, index) => {
    const column = columns[index];
    return width === 0 || column === undefined ? [] : [padToWidth(cells[index] ?? say``, width, column.align ?? 'left', mark)];
  });
  const line = parts.reduce((before, part, index) => (index === 0 ? part : say`${before}${safeText(' '.repeat(gap))}${part}`), say``);
  return truncateToWidth(line, sum(widths) + gap * Math.max(0, parts.length - 1), mark);
}

function wishedWidth(column: TableColumn, cells: readonly SafeText[]): number {
  return typeof column.width === 'number' ? column.width : widest([column.title, ...cells]);
}

function shrink(widths: readonly number[], room: number): number[] {
  const narrowed = [...widths];
  for (let over = sum(narrowed) - room; over > 0; over -= 1) {
    const widestIndex = narrowed.indexOf(Math.max(...narrowed));
    narrowed[widestIndex] = Math.max(1, (narrowed[widestIndex] ?? 1) - 1);
  }
  return narrowed;
}

function restCount(columns: readonly TableColumn[], count: number): number {
  return columns.slice(0, count).filter(({ width }) => width === 'rest').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
