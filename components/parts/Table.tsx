import { Box } from 'ink';
import { use } from 'react';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { windowWords } from '../../src/words/en/parts.ts';
import { marksFor, ThemeContext, type Tone } from '../theme.ts';
import { scrollWindow } from './scroll-window.ts';
import { columnWidths, tableLine, type TableColumn } from './table-layout.ts';
import { Text } from './Text.tsx';

export interface TableRow {
  readonly id: string;
  readonly cells: readonly SafeText[];
  readonly tone?: Tone;
}

export interface TableProps {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Cells and lines that the table may take, with its heading. */
  readonly width: number;
  readonly height: number;
  /** Index of the first row shown. */
  readonly offset?: number;
  /** The row that keys act on. */
  readonly selectedId?: string;
}

const indicatorWidth = 2;

/** Rows under headings. Only the rows that fit are drawn. */
export function Table({ columns, rows, width, height, offset = 0, selectedId }: TableProps) {
  const marks = marksFor(use(ThemeContext));
  const indent = selectedId === undefined ? 0 : indicatorWidth;
  const widths = columnWidths(columns, rows.map(({ cells }) => cells), width - indent);
  const line = (cells: readonly SafeText[]): SafeText => tableLine(cells, columns, widths, marks.ellipsis);
  const { start, end, complete } = scrollWindow(rows.length, Math.max(1, height - 1), offset);
  const blank = indent === 0 ? say`` : say`  `;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text tone="muted" wrap="cut">{say`${blank}${line(columns.map(({ title }) => title))}`}</Text>
      {rows.slice(start, end).map(({ id, cells, tone }) => (
        <Box key={id} flexShrink={0} height={1}>
          {id === selectedId ? (
            <Text tone="accent" bold wrap="cut">{say`${marks.pointer} ${line(cells)}`}</Text>
          ) : (
            <Text tone={tone ?? 'text'} wrap="cut">{say`${blank}${line(cells)}`}</Text>
          )}
        </Box>
      ))}
      {complete ? null : <Text tone="muted" wrap="cut">{say`${blank}${windowWords(start + 1, end, rows.length)}`}</Text>}
    </Box>
  );
}
