import { Box } from 'ink';
import { Menu, type MenuProps } from './Menu.tsx';
import { RowList } from './RowList.tsx';
import type { Row } from './rows.ts';

export interface LinesAndMenuProps extends Pick<MenuProps, 'items' | 'onSelect'> {
  readonly lines: readonly Row[];
  /** Cells and lines that both may take together. */
  readonly columns: number;
  readonly rows: number;
}

/** Something to read, and what to do about it. In a low window all choices stay in sight, and the text turns its pages. */
export function LinesAndMenu({ lines, items, onSelect, columns, rows }: LinesAndMenuProps) {
  const above = Math.max(1, Math.min(lines.length, rows - items.length - 1));
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <RowList lines={lines} columns={columns} rows={above} scrollKeys="pages" />
      <Menu items={items} rows={rows - above - 1} onSelect={onSelect} />
    </Box>
  );
}
