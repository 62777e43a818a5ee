import { objectAt, valueAt } from '../openclaw/json-object.ts';
import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { JsonObject, UsageStats } from '../openclaw/snapshot.ts';
import { currentStats } from './cooldown.ts';
import { forProvider } from './provider-id.ts';
import { supports } from './versions.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Waits that double from failure to failure, in ms. */
interface Doubling {
  readonly baseMs: number;
  readonly maximumMs: number;
}

/** How long OpenClaw makes a profile wait; all in ms. */
export interface CooldownSettings {
  /** The waits after the first, second, … failure in a row; the last one repeats. */
  readonly ladderMs: readonly number[];
  /** Rate limits climb a ladder of their own; null where they climb the other. */
  readonly rateLimit: Doubling | null;
  readonly billing: Doubling;
  /** A credential rejected for good is disabled; null where that climbs the ladder, as other failures do. */
  readonly authPermanent: Doubling | null;
  /** After so long without a failure the counters start again. */
  readonly failureWindowMs: number;
  /** The version whose windows reset the counters as soon as they are over; null where they do not. */
  readonly restarts: OpenClawVersion | null;
}

/** What a failure is for its wait: `other` are all that climb the one ladder. */
export type FailureKind = 'billing' | 'auth_permanent' | 'rate_limit' | 'other';

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
 * The waits of a version (openclaw-2026.9, section 3.1), and the settings of `auth.cooldowns` for a provider in versions
 * that know them; what is not a number above zero is ignored (2026.2.24, section 3.1).
 */
export function cooldownSettings(config: JsonObject, provider: string, version: OpenClawVersion): CooldownSettings {
  const settings = supports(version, 'agent-entries') ? {} : objectAt(config, 'auth', 'cooldowns');
  const number = (key: string, usual: number): number => positive(valueAt(settings, key)) ?? usual;
  const perProvider = forProvider(Object.entries(objectAt(settings, 'billingBackoffHoursByProvider')), provider);
  const billingHours = positive(perProvider) ?? number('billingBackoffHours', 5);
  // A base of less than a minute counts as one (2026.2.24, section 3.1).
  const billingBaseMs = supports(version, 'backoff-by-reason') ? 10 * minuteMs : Math.max(minuteMs, billingHours * hourMs);
  return {
    ladderMs: supports(version, 'short-cooldown-ladder') ? shortLadder : longLadder,
    rateLimit: supports(version, 'backoff-by-reason') ? { baseMs: minuteMs / 2, maximumMs: dayMs } : null,
    billing: { baseMs: billingBaseMs, maximumMs: number('billingMaxHours', 24) * hourMs },
    authPermanent: supports(version, 'auth-permanent-disable')
      ? { baseMs: number('authPermanentBackoffMinutes', 10) * minuteMs, maximumMs: number('authPermanentMaxMinutes', 60) * minuteMs }
      : null,
    failureWindowMs: number('failureWindowHours', 24) * hourMs,
    restarts: supports(version, 'counters-restart') ? version : null,
  };
}

/** What a recorded reason is for the wait. */
export function failureKind(reason: string | null): FailureKind {
  return reason === 'billing' || reason === 'auth_permanent' || reason === 'rate_limit' ? reason : 'other';
}

/**
 * What the next failure would cost a profile (openclaw-2026.9, section 3.1). A window that is still open is neither
 * shortened nor extended. Up to 2026.3 windows that are over have not reset the counters: OpenClaw counts on from what
 * lies on disk; 2026.9.6 starts again, except with rate limits (observed, section 6).
 *
 * @param stats null when nothing was recorded yet
 * @param now epoch ms
 */
export function nextFailure(stats: UsageStats | null, kind: FailureKind, settings: CooldownSettings, now: number): NextFailure {
  const starts = stats === null || (stats.lastFailureAt !== null && now - stats.lastFailureAt > settings.failureWindowMs);
  const current = stats === null || settings.restarts === null ? stats : currentStats(stats, now, settings.restarts);
  const count = (starts ? 0 : (current?.errorCount ?? 0)) + 1;
  const countOfKind = (starts ? 0 : (current?.failureCounts.get(kind) ?? 0)) + 1;
  const { billing, authPermanent, rateLimit, ladderMs } = settings;
  if (kind === 'billing') return windowOf('disabled', stats?.disabledUntil ?? null, doubled(billing, countOfKind), now);
  if (kind === 'auth_permanent' && authPermanent !== null) return windowOf('disabled', stats?.disabledUntil ?? null, doubled(authPermanent, countOfKind), now);
  const durationMs = kind === 'rate_limit' && rateLimit !== null ? doubled(rateLimit, countOfKind) : climbed(ladderMs, count);
  return windowOf('cooldown', stats?.cooldownUntil ?? null, durationMs, now);
}

function climbed(ladderMs: readonly number[], count: number): number {
  return ladderMs[Math.min(count, ladderMs.length) - 1] ?? 0;
}

/** The exponent has an end, so that a great count does not leave the numbers. */
function doubled({ baseMs, maximumMs }: Doubling, count: number): number {
  return Math.min(Math.max(baseMs, maximumMs), baseMs * 2 ** Math.min(count - 1, 16));
}

function windowOf(kind: NextFailure['kind'], open: number | null, durationMs: number, now: number): NextFailure {
  const until = open !== null && now < open ? open : now + durationMs;
  return { kind, durationMs: until - now, until };
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
