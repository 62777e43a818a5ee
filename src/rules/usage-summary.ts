import type { UsageCall } from '../openclaw/usage-records.ts';
import type { CallGaps } from './cache-advice.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What an agent's own calls say. */
export interface UsageSummary extends CallGaps {
  /** How many calls it is made from; at least two. */
  readonly calls: number;
  /** The first call and the last, epoch ms. */
  readonly from: number;
  readonly to: number;
  /** The middle one of the gaps between calls, in ms. */
  readonly medianGapMs: number;
  /** The middle one of what calls read from the cache and wrote to it, in tokens; null when none did either. */
  readonly prefixTokens: number | null;
  /** Of all tokens of the prompts, the share that was read from the cache; 0 to 1. */
  readonly hitRate: number;
}

/**
 * Sums calls up, in whatever order they come; null when there are fewer than two, which leave no gap. An entry of the
 * cache is kept from one call of the agent to its next, whichever session that belongs to, so the sessions are one row
 * of calls here.
 */
export function summariseUsage(calls: readonly UsageCall[]): UsageSummary | null {
  const times = calls.map(({ at }) => at).toSorted((a, b) => a - b);
  const [from, to] = [times[0], times.at(-1)];
  if (from === undefined || to === undefined || times.length < 2) return null;
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const cached = calls.map(({ cacheRead, cacheWrite }) => cacheRead + cacheWrite).filter((size) => size > 0);
  return {
    calls: calls.length,
    from,
    to,
    medianGapMs: Math.round(median(gaps) ?? 0),
    // A burst within an hour says nothing of a whole day of them.
    callsPerDay: calls.length / Math.max(1, (to - from) / dayMs),
    within5Minutes: shareWithin(gaps, 5 * minuteMs),
    within60Minutes: shareWithin(gaps, 60 * minuteMs),
    prefixTokens: roundedOrNull(median(cached)),
    hitRate: hitRateOf(calls),
  };
}

function hitRateOf(calls: readonly UsageCall[]): number {
  const read = calls.reduce((sum, { cacheRead }) => sum + cacheRead, 0);
  const all = calls.reduce((sum, { cacheRead, cacheWrite, input }) => sum + cacheRead + cacheWrite + input, 0);
  return all === 0 ? 0 : read / all;
}

function shareWithin(gaps: readonly number[], lifetimeMs: number): number {
  return gaps.filter((gap) => gap <= lifetimeMs).length / gaps.length;
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function roundedOrNull(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}
