export interface ScrollWindow {
  /** Index of the first line shown. */
  readonly start: number;
  /** Index after the last line shown. */
  readonly end: number;
  /** False when a line is needed to say that there is more. */
  readonly complete: boolean;
}

/**
 * The part of a long list that fits. When it does not fit as a whole, one of the rows is left for a note.
 *
 * @param offset wished index of the first line; any number, it is kept within the list
 */
export function scrollWindow(total: number, rows: number, offset: number): ScrollWindow {
  if (total <= rows) {
    return { start: 0, end: total, complete: true };
  }
  const shown = Math.max(1, rows - 1);
  const start = Math.min(Math.max(0, offset), total - shown);
  return { start, end: start + shown, complete: false };
}
