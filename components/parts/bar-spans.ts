import { safeText, say } from '../../src/terminal/safe-text.ts';
import { padToWidth } from '../../src/terminal/width.ts';
import { percentOf } from '../../src/words/amounts.ts';
import type { Marks, Tone } from '../theme.ts';
import type { Span } from './rows.ts';

/**
 * How much of a quota is used, as a bar with its percentage, which goes beyond 100 where the bar cannot.
 *
 * @param value share that is used: 0 to 1, or more when over
 * @param width cells of the bar itself
 */
export function barSpans(value: number, width: number, marks: Marks): readonly Span[] {
  const share = Number.isFinite(value) ? Math.max(0, value) : 0;
  const full = filledCells(share, width);
  return [
    { text: safeText(marks.barFull.repeat(full)), tone: barTone(share) },
    { text: safeText(marks.barEmpty.repeat(width - full)), tone: 'muted' },
    { text: say` ${padToWidth(percentOf(Math.floor(share * 100) / 100), 4, 'right')}` },
  ];
}

/** Anything used shows at least one cell, and only a used-up quota shows all. */
function filledCells(share: number, width: number): number {
  if (share >= 1) return width;
  return share === 0 ? 0 : Math.min(width - 1, Math.max(1, Math.round(share * width)));
}

function barTone(share: number): Tone {
  if (share >= 1) return 'bad';
  return share >= 0.8 ? 'attention' : 'good';
}
