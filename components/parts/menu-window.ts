import type { SafeText } from '../../src/terminal/safe-text.ts';
import { wrapText } from './rows.ts';

export interface MenuWindow {
  /** How many items are drawn at once. */
  readonly limit: number;
  readonly descriptions: 'all' | 'selected' | 'none';
  /** Whether descriptions go on over as many lines as they need, or are cut at the end of their first. */
  readonly isWhole: boolean;
  /** True when most items are described and there is room for a blank line between them. */
  readonly spaced: boolean;
}

/**
 * How a menu fits into so many lines: with all descriptions if they fit, else with that of the highlighted item alone, whole
 * rather than cut; else, in very few lines, with none; a line is kept for the note that there is more.
 *
 * @param columns cells that a description may take
 */
export function menuWindow(items: readonly { readonly description?: SafeText }[], rows: number, columns = Number.POSITIVE_INFINITY): MenuWindow {
  const whole = items.map(({ description }) => (description === undefined ? 0 : wrapText(description, columns).length));
  const cut = whole.map((lines) => Math.min(lines, 1));
  return described(whole, rows, true) ?? described(cut, rows, false) ?? windowed(cut, rows);
}

/** Every item in sight, with all descriptions or one; null where there is no room for that. @param lines of each description */
function described(lines: readonly number[], rows: number, isWhole: boolean): MenuWindow | null {
  const limit = lines.length;
  const all = limit + lines.reduce((sum, count) => sum + count, 0);
  if (all <= rows) {
    const spaced = lines.filter((count) => count > 0).length * 2 > limit && all + limit - 1 <= rows;
    return { limit, descriptions: 'all', isWhole, spaced };
  }
  return rows >= 4 && limit + Math.max(...lines) <= rows ? { limit, descriptions: 'selected', isWhole, spaced: false } : null;
}

function windowed(lines: readonly number[], rows: number): MenuWindow {
  const isOne = lines.some((count) => count > 0) && rows >= 4;
  // Seeing every choice comes before explaining one of them.
  if (lines.length === rows || (lines.length < rows && !isOne)) {
    return { limit: lines.length, descriptions: 'none', isWhole: false, spaced: false };
  }
  return { limit: Math.max(1, rows - (isOne ? 1 : 0) - 1), descriptions: isOne ? 'selected' : 'none', isWhole: false, spaced: false };
}
