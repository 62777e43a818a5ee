import type { Standing } from './candidate.ts';
import { expiryOf } from './expiry.ts';

/**
 * How much a credential asks of the person, most first: `broken` it can never work as it is · `disabled` and `cooling`
 * it waits · `ending` it works, and ends within 30 days · `used` · `spare` it is tried when others fail · `idle` it is
 * left out, or something stronger stands before it.
 */
export type Attention = 'broken' | 'disabled' | 'cooling' | 'ending' | 'used' | 'spare' | 'idle';

const order: readonly Attention[] = ['broken', 'disabled', 'cooling', 'ending', 'used', 'spare', 'idle'];

/** Left out by what someone wrote down, not by a fault of the credential. */
const leftOut: ReadonlySet<string> = new Set(['not-in-order', 'not-listed', 'other-agent', 'provider-mismatch']);

/** @param now epoch ms */
export function attentionOf(standing: Standing, profile: Parameters<typeof expiryOf>[0], now: number): Attention {
  if (standing.state === 'unusable') return leftOut.has(standing.because) ? 'idle' : 'broken';
  if (standing.state === 'waiting') return standing.kind === 'disabled' ? 'disabled' : 'cooling';
  if (standing.state === 'shadowed') return 'idle';
  const { state } = expiryOf(profile, now);
  if (state === 'month' || state === 'week' || state === 'day') return 'ending';
  return standing.state === 'chosen' ? 'used' : 'spare';
}

/** Negative when `a` asks for more attention than `b`. */
export function compareAttention(a: Attention, b: Attention): number {
  return order.indexOf(a) - order.indexOf(b);
}
