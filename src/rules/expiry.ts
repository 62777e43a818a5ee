import type { ProfileType } from '../openclaw/snapshot.ts';

const dayMs = 86_400_000;

/** When we begin to warn before a credential ends, in ms. */
export const warnSteps = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

/** How close a credential is to its recorded end. */
export type Expiry =
  /** It has no end: an API key, or what stands in a variable or the config. */
  | { readonly state: 'static' }
  /** It does end, but no store says when. */
  | { readonly state: 'none-recorded' }
  /** `month`, `week`, `day`: at most 30, 7, 1 days are left. */
  | { readonly state: 'ok' | 'month' | 'week' | 'day'; readonly remainingMs: number }
  | { readonly state: 'expired'; readonly sinceMs: number };

/**
 * How close a credential is to its end. OpenClaw takes the number for epoch ms whatever it was meant to be, and at its
 * own instant a credential has expired (2026.2.24, section 3.6).
 *
 * @param profile `expires` is epoch ms; a type of null is a variable or the provider key
 * @param now epoch ms
 */
export function expiryOf(profile: { readonly type: ProfileType | null; readonly expires: number | null }, now: number): Expiry {
  if (profile.type === 'api_key' || profile.type === null) return { state: 'static' };
  if (profile.expires === null) return { state: 'none-recorded' };
  const remainingMs = profile.expires - now;
  if (remainingMs <= 0) return { state: 'expired', sinceMs: now - profile.expires };
  if (remainingMs <= warnSteps.day) return { state: 'day', remainingMs };
  if (remainingMs <= warnSteps.week) return { state: 'week', remainingMs };
  return { state: remainingMs <= warnSteps.month ? 'month' : 'ok', remainingMs };
}

/** True for a time that was written in seconds: as epoch ms it lies in the first weeks of 1970. */
export function looksLikeSeconds(time: number): boolean {
  return time >= 1e9 && time < 1e10;
}
