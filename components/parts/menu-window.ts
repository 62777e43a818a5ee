import type { SafeText } from '../../src/terminal/safe-text.ts';

export interface MenuWindow {
  /** How many items are drawn at once. */
  readonly limit: number;
  readonly descriptions: 'all' | 'selected' | 'none';
  /** True when most items are described and there is room for a blank line between them. */
  readonly spaced: boolean;
}

/**
 * How a menu fits into so many lines: with all descriptions if they fit, else with that of the highlighted item alone,
 * else, in very few lines, with none; a line is kept for the note that there is more.
 */
export function menuWindow(items: readonly { readonly description?: SafeText }[], rows: number): MenuWindow {
  const described = items.filter(({ description }) => description !== undefined).length;
  if (items.length + described <= rows) {
    const spaced = described * 2 > items.length && items.length + described + items.length - 1 <= rows;
    return { limit: items.length, descriptions: 'all', spaced };
  }
  // Seeing every choice comes before explaining one of them.
  if (items.length === rows) {
    return { limit: items.length, descriptions: 'none', spaced: false };
  }
  const extra = described > 0 && rows >= 4 ? 1 : 0;
  const descriptions = extra === 1 ? 'selected' : 'none';
  if (items.length + extra <= rows) {
    return { limit: items.length, descriptions, spaced: false };
  }
  return { limit: Math.max(1, rows - extra - 1), descriptions, spaced: false };
}
