import { safeText } from '../../src/terminal/safe-text.ts';
import type { Span } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The lengths that OpenClaw 2026.2.24 gives to a cooldown and to a disable (section 3.1). */
const cooldownSteps = [minuteMs, 5 * minuteMs, 25 * minuteMs, hourMs];
const disabledSteps = [5 * hourMs, 10 * hourMs, 20 * hourMs, 24 * hourMs];

export interface RunningWait {
  readonly kind: 'cooldown' | 'disabled';
  /** Epoch ms. */
  readonly until: number;
  /** When the failure that began it was; epoch ms, or null when it is not recorded. */
  readonly since: number | null;
}

/** The part of a wait that is left, 0 to 1. Without a recorded beginning the shortest step that fits is taken for its length. */
export function shareLeft({ kind, until, since }: RunningWait, now: number): number {
  const left = until - now;
  const steps = kind === 'cooldown' ? cooldownSteps : disabledSteps;
  const fromStart = since !== null && since < until && since <= now ? until - since : null;
  const total = fromStart ?? steps.find((step) => step >= left) ?? left;
  return total <= 0 ? 0 : Math.min(1, Math.max(0, left / total));
}

/** A bar that grows shorter as the wait runs out; something shows until the very end. */
export function countdownBar(wait: RunningWait, now: number, width: number, marks: Marks): readonly Span[] {
  const share = shareLeft(wait, now);
  const full = share <= 0 ? 0 : Math.min(width, Math.max(1, Math.ceil(share * width)));
  return [
    { text: safeText(marks.barFull.repeat(full)), tone: 'attention' },
    { text: safeText(marks.barEmpty.repeat(width - full)), tone: 'muted' },
  ];
}
