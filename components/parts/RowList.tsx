import { Box, useInput, type Key } from 'ink';
import { use, useState } from 'react';
import { ActiveContext } from './active.ts';
import { widthOfSpans } from './rows.ts';
import { truncateToWidth } from '../../src/terminal/width.ts';
import { windowWords } from '../../src/words/parts.ts';
import { marksFor, ThemeContext } from '../theme.ts';
import type { Row } from './rows.ts';
import { scrollWindow } from './scroll-window.ts';
import { Text } from './Text.tsx';

export interface RowListProps {
  readonly lines: readonly Row[];
  /** Cells and lines that it may take. */
  readonly columns: number;
  readonly rows: number;
  /** `pages` leaves the arrow keys to something else on the screen; `all` unless told otherwise. */
  readonly scrollKeys?: 'all' | 'pages';
}

/** Lines of text; what does not fit is scrolled with the arrow keys. */
export function RowList({ lines, columns, rows, scrollKeys = 'all' }: RowListProps) {
  const isActive = use(ActiveContext);
  const [offset, setOffset] = useState(0);
  const { start, end, complete } = scrollWindow(lines.length, rows, offset);
  useInput(
    (_input, key) => {
      const step = scrollStep(key, Math.max(1, rows - 1), scrollKeys === 'all');
      // From what is shown, not from what was wished: beyond the end nothing piles up.
      if (step !== 0) setOffset(Math.max(0, start + step));
    },
    { isActive: !complete && isActive },
  );
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.slice(start, end).map((row, index) => (
        <RowLine key={start + index} row={row} columns={columns} />
      ))}
      {complete ? null : (
        <Box flexShrink={0} height={1}>
          <Text tone="muted" wrap="cut">{windowWords(start + 1, end, lines.length)}</Text>
        </Box>
      )}
    </Box>
  );
}

function scrollStep(key: Key, page: number, withArrows: boolean): number {
  if (key.pageDown) return page;
  if (key.pageUp) return -page;
  if (!withArrows) return 0;
  return key.downArrow ? 1 : key.upArrow ? -1 : 0;
}

/** One line: the last span that does not fit is cut, those after it are left out. */
function RowLine({ row, columns }: { readonly row: Row; readonly columns: number }) {
  const marks = marksFor(use(ThemeContext));
  return (
    <Box flexShrink={0} height={1} width={columns} overflow="hidden">
      {row.map(({ text, tone, bold }, index) => {
        const room = columns - widthOfSpans(row.slice(0, index));
        if (room <= 0) return null;
        return (
          <Box key={index} flexShrink={0}>
            <Text tone={tone ?? 'text'} bold={bold ?? false} wrap="cut">{truncateToWidth(text, room, marks.ellipsis)}</Text>
          </Box>
        );
      })}
    </Box>
  );
}
