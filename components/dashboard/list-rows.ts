import { oncePer } from '../../src/rules/once-per.ts';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth } from '../../src/terminal/width.ts';
import { headerWords } from '../../src/words/dashboard.ts';
import { line, type Row, type Span } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';
import { fitColumns, itemSpans, titleRow, type Column } from './table-columns.ts';

/** Cells before the first column: the pointer and the mark. */
const indent = 4;

export interface TableList<Item> {
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly markOf: (item: Item) => Span;
  /** Index of the selected line; -1 in an empty list. */
  readonly selected: number;
  readonly isFocused: boolean;
  /** Said instead of lines when there are none. */
  readonly empty: SafeText;
}

/**
 * A table: its titles and those of its lines that are in sight. Only these are made, however many there are.
 *
 * @param width cells of a line
 * @param rows lines below the titles
 */
export function tableRows<Item>(list: TableList<Item>, width: number, rows: number, marks: Marks): readonly Row[] {
  const { items, selected } = list;
  const placed = fitColumns(withPosition(list, rows), width - indent);
  const start = firstInSight(items.length, rows, selected);
  const lines = items.slice(start, start + rows).map((item, index): Row => {
    const isSelected = start + index === selected;
    const pointer: Span = isSelected && list.isFocused ? { text: say`${marks.pointer} `, tone: 'accent', bold: true } : { text: say`  ` };
    const mark = list.markOf(item);
    const [name, ...others] = itemSpans(item, placed, marks);
    const cells = name === undefined ? [] : [isSelected && list.isFocused ? { ...name, bold: true } : name, ...others];
    return [pointer, { ...mark, text: say`${mark.text} ` }, ...cells];
  });
  return [titleRow(placed, indent), ...(items.length === 0 ? [line(say`    ${list.empty}`, 'muted')] : lines)];
}

/** The selected line stays near the middle, so that what comes before and after it is always in sight. */
export function firstInSight(total: number, rows: number, selected: number): number {
  return Math.max(0, Math.min(total - rows, selected - Math.floor(rows / 2)));
}

/** Where not all lines are in sight the first title says where the selected one stands. */
function withPosition<Item>({ columns, items, selected }: TableList<Item>, rows: number): readonly Column<Item>[] {
  const [first, ...others] = columns;
  if (first === undefined || items.length <= rows) return columns;
  const title = say`${first.title} ${headerWords.position(selected + 1, items.length)}`;
  return [{ ...first, title, width: Math.max(first.width, cellWidth(title)) }, ...others];
}

/**
 * Leaves out every column that would be empty from top to bottom. Whether it would is asked once for each list: it hangs
 * on the items alone, never on the clock, unless the column tells it by `isEmpty`.
 */
export function withoutEmpty<Item>(columns: readonly Column<Item>[], items: readonly Item[]): readonly Column<Item>[] {
  const known = emptiness(items);
  const isEmpty = ({ id, cell }: Column<Item>): boolean => {
    const answer = known.get(id) ?? !items.some((item) => cell(item).some(({ text }) => text !== ''));
    known.set(id, answer);
    return answer;
  };
  return columns.filter((column) => column.priority === 0 || !(column.isEmpty ?? isEmpty(column)));
}

/** By the id of a column. */
const emptiness = oncePer((_items: readonly unknown[]) => new Map<string, boolean>());
