import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { UsageStats } from '../openclaw/snapshot.ts';
import { supports } from './versions.ts';

export interface Waiting {
  /** Epoch ms. */
  readonly until: number;
  readonly kind: 'cooldown' | 'disabled';
  /** OpenClaw's word, e.g. `billing`, `rate_limit`; where none is recorded the one that failed most often. */
  readonly reason: string | null;
  /** The only model it waits for, e.g. `claude-opus-4-6`: all others still work. Null when it waits for all. */
  readonly model: string | null;
}

interface Window {
  readonly until: number;
  readonly kind: 'cooldown' | 'disabled';
  readonly reason: string | null;
  readonly model: string | null;
}

/** Which reason wins a tie, first to last (2026.2.24 section 3.3; 2026.9.6 section 3.2). */
const reasonPriority = (
  'auth_permanent auth session_expired billing format model_not_found overloaded timeout rate_limit ' +
  'empty_response no_error_details unclassified unknown'
).split(' ');

/** A cooldown for another reason is for all models, whatever model it names (2026.9.6, section 3.2). */
const modelReasons: ReadonlySet<string> = new Set(['rate_limit', 'timeout', 'model_not_found']);

/** The latest of the windows that a profile has on record, over or not; null without one (2026.9.6, section 3.2). */
export function unusableUntil(stats: UsageStats): number | null {
  const until = Math.max(stats.cooldownUntil ?? 0, stats.disabledUntil ?? 0, stats.blockedUntil ?? 0);
  return until > 0 ? until : null;
}

/**
 * What a profile waits for, or null when OpenClaw would use it now. A window is over at its own instant; being disabled
 * hides a cooldown (2026.2.24, section 3.3); a block shows as a cooldown (2026.9.6, section 4.1).
 *
 * @param model the model that is asked about, without its provider: windows for other models do not count. Null asks for
 * any: what is told then is a wait for one model only where no window is for all.
 */
export function waitingOf(stats: UsageStats | undefined, now: number, model: string | null = null): Waiting | null {
  // Nearly all wait for nothing, and each of ten thousand is asked several times.
  if (stats === undefined || (stats.cooldownUntil === null && stats.disabledUntil === null && stats.blockedUntil === null)) return null;
  const open = windowsOf(stats).filter((window) => now < window.until && (window.model === null || model === null || window.model === model));
  const forAll = open.filter((window) => window.model === null);
  const [last, ...others] = model === null && forAll.length > 0 ? forAll : open;
  if (last === undefined) return null;
  const latest = others.reduce((later, next) => (next.until > later.until ? next : later), last);
  const { kind, reason } = [last, ...others].find((window) => window.kind === 'disabled') ?? latest;
  return { until: latest.until, kind, reason, model: forAll.length === 0 ? latest.model : null };
}

function windowsOf(stats: UsageStats): readonly Window[] {
  const { cooldownUntil, disabledUntil, blockedUntil } = stats;
  const windows: Window[] = [];
  if (disabledUntil !== null) windows.push({ until: disabledUntil, kind: 'disabled', reason: stats.disabledReason, model: null });
  if (cooldownUntil !== null) {
    const model = modelReasons.has(stats.cooldownReason ?? '') ? stats.cooldownModel : null;
    windows.push({ until: cooldownUntil, kind: 'cooldown', reason: stats.cooldownReason ?? likeliestReason(stats), model });
  }
  if (blockedUntil !== null) windows.push({ until: blockedUntil, kind: 'cooldown', reason: stats.blockedReason, model: stats.blockedModel });
  return windows;
}

/**
 * The stats as OpenClaw sees them: windows that are over are gone, and with the last one go the counters, save that of
 * rate limits from 2026.9.6 on (2026.2.24 and 2026.9.6, section 3.3). On disk they stay until its next write.
 */
export function currentStats(stats: UsageStats, now: number, version: OpenClawVersion): UsageStats {
  const isOver = (until: number | null): boolean => until !== null && now >= until;
  const { cooldownUntil, disabledUntil, blockedUntil } = stats;
  if (!isOver(cooldownUntil) && !isOver(disabledUntil) && !isOver(blockedUntil)) return stats;
  const cleared: UsageStats = {
    ...stats,
    ...(isOver(cooldownUntil) ? { cooldownUntil: null, cooldownReason: null, cooldownModel: null } : {}),
    ...(isOver(disabledUntil) ? { disabledUntil: null, disabledReason: null } : {}),
    ...(isOver(blockedUntil) ? { blockedUntil: null, blockedReason: null, blockedModel: null } : {}),
  };
  if (unusableUntil(cleared) !== null) return cleared;
  const kept = supports(version, 'backoff-by-reason') ? [...stats.failureCounts].filter(([reason]) => reason === 'rate_limit') : [];
  return { ...cleared, errorCount: 0, failureCounts: new Map(kept) };
}

/** The reason that failed most often; ties go by OpenClaw's priority; null when nothing was counted. */
export function likeliestReason(stats: UsageStats): string | null {
  const rank = (reason: string): number => {
    const at = reasonPriority.indexOf(reason);
    return at === -1 ? reasonPriority.length : at;
  };
  const [most] = [...stats.failureCounts].toSorted(([a, countA], [b, countB]) => countB - countA || rank(a) - rank(b));
  return most?.[0] ?? null;
}
