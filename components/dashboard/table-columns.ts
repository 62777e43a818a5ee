import { padToWidth, truncateToWidth } from '../../src/terminal/width.ts';
import { say, safeText, type SafeText } from '../../src/terminal/safe-text.ts';
import type { Marks, Tone } from '../theme.ts';
import { widthOfSpans, type Row, type Span } from '../parts/rows.ts';

/** One column of a table of `Item`. */
export interface Column<Item> {
  readonly id: string;
  readonly title: SafeText;
  /** Cells that it is given when there is room. */
  readonly width: number;
  /** Cells to which it may shrink before the line is too narrow; `width` unless told otherwise. */
  readonly least?: number;
  /** Cells that it would like when nothing else wants them. */
  readonly most?: number;
  /** 0 is always there; of the others those with a high number give way first. */
  readonly priority: number;
  readonly align?: 'left' | 'right';
  /** Whether it says nothing of any item; found out from the cells when not given, which is right where it hangs on the items alone. */
  readonly isEmpty?: boolean;
  readonly cell: (item: Item) => readonly Span[];
}

export interface PlacedColumn<Item> extends Column<Item> {
  /** Cells that it got. */
  readonly cells: number;
}

/** Cells between two columns. */
export const columnGap = 2;

/**
 * The columns that fit beside each other, in their order. Those that are always there shrink from the last on where even
 * they do not fit; what is left over goes to the first that would like more.
 *
 * @param available cells of the line
 */
export function fitColumns<Item>(columns: readonly Column<Item>[], available: number): readonly PlacedColumn<Item>[] {
  const kept = new Set(columns.filter(({ priority }) => priority === 0));
  let used = widthOf([...kept]);
  for (const column of columns.filter(({ priority }) => priority > 0).toSorted((a, b) => a.priority - b.priority)) {
    // Nothing less important comes in where something more important had no room.
    if (used + columnGap + column.width > available) break;
    kept.add(column);
    used += columnGap + column.width;
  }
  const placed = columns.filter((column) => kept.has(column)).map((column) => ({ ...column, cells: column.width }));
  return used > available ? shrunk(placed, used - available) : stretched(placed, available - used);
}

function shrunk<Item>(placed: readonly PlacedColumn<Item>[], excess: number): readonly PlacedColumn<Item>[] {
  let left = excess;
  return placed
    .toReversed()
    .map((column) => {
      const less = Math.min(left, column.cells - (column.least ?? column.cells));
      left -= less;
      return { ...column, cells: column.cells - less };
    })
    .toReversed();
}

function stretched<Item>(placed: readonly PlacedColumn<Item>[], spare: number): readonly PlacedColumn<Item>[] {
  let left = spare;
  return placed.map((column) => {
    const more = Math.min(left, Math.max(0, (column.most ?? 0) - column.cells));
    left -= more;
    return { ...column, cells: column.cells + more };
  });
}

function widthOf(columns: readonly { readonly width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0) + columnGap * Math.max(0, columns.length - 1);
}

/** The titles, above the columns. */
export function titleRow<Item>(columns: readonly PlacedColumn<Item>[], indent: number): Row {
  const start: Span = { text: safeText(' '.repeat(indent)) };
  return [start, ...columns.flatMap((column, index) => padded([{ text: column.title, tone: 'muted' }], column, index === columns.length - 1))];
}

/** One line of a table: the cells of an item, each cut or filled up to its column. */
export function itemSpans<Item>(item: Item, columns: readonly PlacedColumn<Item>[], marks: Marks): readonly Span[] {
  return columns.flatMap((column, index) => padded(column.cell(item), column, index === columns.length - 1, marks));
}

function padded<Item>(spans: readonly Span[], { cells, align }: PlacedColumn<Item>, isLast: boolean, marks?: Marks): readonly Span[] {
  const width = widthOfSpans(spans);
  const gap = isLast ? 0 : columnGap;
  const [only] = spans;
  if (spans.length === 1 && only !== undefined) {
    const cut = marks === undefined ? truncateToWidth(only.text, cells) : truncateToWidth(only.text, cells, marks.ellipsis);
    return [{ ...only, text: say`${padToWidth(cut, cells, align ?? 'left')}${spaces(gap)}` }];
  }
  return [...spans, { text: spaces(cells - width + gap) }];
}

function spaces(count: number): SafeText {
  return safeText(' '.repeat(Math.max(0, count)));
}

/** A cell with one text. */
export function textCell(text: SafeText, tone?: Tone): readonly Span[] {
  return [tone === undefined ? { text } : { text, tone }];
}
