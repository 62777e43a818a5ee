/** Cells left free at each side of every line of a frame. */
export const sideMargin = 1;

const smallest = { columns: 40, rows: 10 };

/** Header, two rules, footer and the blank line over the body. */
const linesAroundBody = 5;

/** Below this a frame shows only the wish for a larger window. */
export function isTooSmall(columns: number, rows: number): boolean {
  return columns < smallest.columns || rows < smallest.rows;
}

/** Cells that a line of the body may take. */
export function bodyColumns(columns: number): number {
  return Math.max(1, columns - 2 * sideMargin);
}

/** Lines that the body of a frame with a step or a title may take (one more without). */
export function bodyRows(rows: number): number {
  return Math.max(1, rows - linesAroundBody - 1);
}
