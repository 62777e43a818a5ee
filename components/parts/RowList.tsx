import { Box, useInput, type Key } from 'ink';
import { use, useState } from 'react';
import { ActiveContext } from './active.ts';
import { windowWords } from '../../src/words/parts.ts';
import { RowLine } from './RowLine.tsx';
import { line, type Row } from './rows.ts';
import { scrollWindow } from './scroll-window.ts';

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
    <Box flexDirection="column" flexShrink={0} width={columns}>
      {lines.slice(start, end).map((row, index) => (
        <RowLine key={start + index} row={row} columns={columns} />
      ))}
      {complete ? null : <RowLine row={line(windowWords(start + 1, end, lines.length), 'muted')} columns={columns} />}
    </Box>
  );
}

function scrollStep(key: Key, page: number, withArrows: boolean): number {
  if (key.pageDown) return page;
  if (key.pageUp) return -page;
  if (!withArrows) return 0;
  return key.downArrow ? 1 : key.upArrow ? -1 : 0;
}
