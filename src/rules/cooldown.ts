import type { UsageStats } from '../openclaw/snapshot.ts';

export interface Waiting {
  /** Epoch ms. */
  readonly until: number;
  readonly kind: 'cooldown' | 'disabled';
  /** OpenClaw's word, e.g. `billing`, `rate_limit`; for a cooldown inferred from the counted failures. */
  readonly reason: string | null;
}

/** Which reason wins a tie, first to last (2026.2.24, section 3.3). */
const reasonPriority = ['auth', 'billing', 'format', 'model_not_found', 'timeout', 'rate_limit', 'unknown'] as const;

/** The later of the two windows that a profile has on record, over or not; null without one (2026.2.24, section 3.3). */
export function unusableUntil(stats: UsageStats): number | null {
  const until = Math.max(stats.cooldownUntil ?? 0, stats.disabledUntil ?? 0);
  return until > 0 ? until : null;
}

/** What a profile waits for, or null when OpenClaw would use it now. A window is over at its own instant. */
export function waitingOf(stats: UsageStats | undefined, now: number): Waiting | null {
  const until = stats === undefined ? null : unusableUntil(stats);
  if (stats === undefined || until === null || now >= until) return null;
  if (stats.disabledUntil !== null && now < stats.disabledUntil) return { until, kind: 'disabled', reason: stats.disabledReason };
  return { until, kind: 'cooldown', reason: likeliestReason(stats) };
}

/**
 * The stats as OpenClaw sees them: windows that are over are gone, and with the last one go the counters (2026.2.24,
 * section 3.3). On disk they stay until its next write.
 */
export function currentStats(stats: UsageStats, now: number): UsageStats {
  const cooldownOver = stats.cooldownUntil !== null && now >= stats.cooldownUntil;
  const disabledOver = stats.disabledUntil !== null && now >= stats.disabledUntil;
  if (!cooldownOver && !disabledOver) return stats;
  const cooldownUntil = cooldownOver ? null : stats.cooldownUntil;
  const disabledUntil = disabledOver ? null : stats.disabledUntil;
  const disabledReason = disabledOver ? null : stats.disabledReason;
  const cleared = { ...stats, cooldownUntil, disabledUntil, disabledReason };
  return cooldownUntil === null && disabledUntil === null ? { ...cleared, errorCount: 0, failureCounts: new Map() } : cleared;
}

/** The reason that failed most often; ties go by OpenClaw's priority; null when nothing was counted. */
export function likeliestReason(stats: UsageStats): string | null {
  const rank = (reason: string): number => {
    const at = reasonPriority.findIndex((known) => known === reason);
    return at === -1 ? reasonPriority.length : at;
  };
  const [most] = [...stats.failureCounts].toSorted(([a, countA], [b, countB]) => countB - countA || rank(a) - rank(b));
  return most?.[0] ?? null;
}
