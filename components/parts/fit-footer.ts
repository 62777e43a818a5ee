import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth } from '../../src/terminal/width.ts';

/** A key and what it does, e.g. `Enter` and `choose`. */
export interface FooterKey {
  readonly keys: SafeText;
  readonly label: SafeText;
}

const gap = 3;

/**
 * The keys that fit on one line. The first is the most important; what does not fit is left out from the end, and before
 * that the labels of the last ones are.
 *
 * @param columns cells that the line may take
 */
export function fitFooter(items: readonly FooterKey[], columns: number): readonly FooterKey[] {
  for (let labelled = items.length; labelled >= 1; labelled -= 1) {
    const shortened = items.map((item, index) => (index < labelled ? item : { keys: item.keys, label: say`` }));
    if (widthOf(shortened) <= columns) {
      return shortened;
    }
  }
  const [first, ...others] = items;
  if (first === undefined) {
    return [];
  }
  return others.length === 0 ? [first] : fitFooter(items.slice(0, -1), columns);
}

function widthOf(items: readonly FooterKey[]): number {
  const texts = items.reduce((sum, { keys, label }) => sum + cellWidth(keys) + (label === '' ? 0 : 1 + cellWidth(label)), 0);
  return texts + gap * Math.max(0, items.length - 1);
}
