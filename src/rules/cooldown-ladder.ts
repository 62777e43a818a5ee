import { objectAt, valueAt } from '../openclaw/json-object.ts';
import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { JsonObject, UsageStats } from '../openclaw/snapshot.ts';
import { forProvider } from './provider-id.ts';
import { supports } from './versions.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** How long OpenClaw makes a profile wait; all in ms. */
export interface CooldownSettings {
  /** The waits after the first, second, … failure in a row; the last one repeats. */
  readonly ladderMs: readonly number[];
  /** First disable after a billing failure; each further one doubles it. */
  readonly billingBaseMs: number;
  readonly billingMaximumMs: number;
  /** After so long without a failure the counters start again. */
  readonly failureWindowMs: number;
}

export interface NextFailure {
  readonly kind: 'cooldown' | 'disabled';
  /** From now, in ms. */
  readonly durationMs: number;
  /** Epoch ms. */
  readonly until: number;
}

/** 2026.2.24, section 3.1. */
const longLadder = [minuteMs, 5 * minuteMs, 25 * minuteMs, hourMs];
/** From 2026.3.28 (openclaw-2026.9, section 3.1). */
const shortLadder = [minuteMs / 2, minuteMs, 5 * minuteMs];

/**
 * The ladder of a version, and the settings of `auth.cooldowns` for a provider; what is not a number above zero is
 * ignored (2026.2.24, section 3.1).
 */
export function cooldownSettings(config: JsonObject, provider: string, version: OpenClawVersion): CooldownSettings {
  const settings = objectAt(config, 'auth', 'cooldowns');
  const perProvider = forProvider(Object.entries(objectAt(settings, 'billingBackoffHoursByProvider')), provider);
  const baseHours = positive(perProvider) ?? positive(valueAt(settings, 'billingBackoffHours')) ?? 5;
  return {
    ladderMs: supports(version, 'short-cooldown-ladder') ? shortLadder : longLadder,
    billingBaseMs: Math.max(minuteMs, baseHours * hourMs),
    billingMaximumMs: (positive(valueAt(settings, 'billingMaxHours')) ?? 24) * hourMs,
    failureWindowMs: (positive(valueAt(settings, 'failureWindowHours')) ?? 24) * hourMs,
  };
}

/**
 * What the next failure would cost a profile (2026.2.24, section 3.1). A window that is still open is neither shortened
 * nor extended. Windows that are over have not reset the counters: OpenClaw counts on from what lies on disk (observed,
 * section 6).
 *
 * @param stats null when nothing was recorded yet
 * @param reason every reason but `billing` climbs the version's one ladder
 * @param now epoch ms
 */
export function nextFailure(stats: UsageStats | null, reason: 'billing' | 'other', settings: CooldownSettings, now: number): NextFailure {
  const starts = stats === null || (stats.lastFailureAt !== null && now - stats.lastFailureAt > settings.failureWindowMs);
  if (reason === 'billing') {
    const count = (starts ? 0 : (stats.failureCounts.get('billing') ?? 0)) + 1;
    return windowOf('disabled', stats?.disabledUntil ?? null, billingMs(count, settings), now);
  }
  const count = (starts ? 0 : stats.errorCount) + 1;
  return windowOf('cooldown', stats?.cooldownUntil ?? null, cooldownMs(count, settings), now);
}

function cooldownMs(count: number, { ladderMs }: CooldownSettings): number {
  return ladderMs[Math.min(count, ladderMs.length) - 1] ?? 0;
}

function billingMs(count: number, { billingBaseMs, billingMaximumMs }: CooldownSettings): number {
  return Math.min(Math.max(billingBaseMs, billingMaximumMs), billingBaseMs * 2 ** Math.min(count - 1, 10));
}

function windowOf(kind: NextFailure['kind'], open: number | null, durationMs: number, now: number): NextFailure {
  const until = open !== null && now < open ? open : now + durationMs;
  return { kind, durationMs: until - now, until };
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
