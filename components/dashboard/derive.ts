import type { EnvironmentLayer } from '../../src/openclaw/environment.ts';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { credentialGroups, credentialsOfAgents } from '../../src/rules/agent-credentials.ts';
import { agentEntry } from '../../src/rules/agent-state.ts';
import { cacheRoutes } from '../../src/rules/cache/route.ts';
import { boardEntries } from '../../src/rules/board.ts';
import { nextUpcoming } from '../../src/rules/upcoming.ts';
import type { DashboardState, Derived } from './state.ts';

/** What nothing on record announces, such as an end that comes near, is looked for this often, in ms. */
const longestWithoutLook = 10 * 60_000;

/**
 * Asks the rules about a snapshot.
 *
 * @param environment every place that sets variables, strongest first
 * @param now epoch ms
 */
export function derive(snapshot: Snapshot, environment: readonly EnvironmentLayer[], now: number): Derived {
  const groups = credentialGroups(snapshot, now);
  const entries = boardEntries(snapshot, groups, now);
  const credentials = credentialsOfAgents(snapshot, groups);
  const routes = new Map(cacheRoutes(snapshot, credentials, now, environment).map((route) => [route.agent, route]));
  return {
    entries,
    agents: credentials.map((one) => ({ ...agentEntry(one), route: routes.get(one.agent.id) ?? null })),
    upcoming: nextUpcoming(entries, now),
    computedAt: now,
  };
}

/** True when the rules would answer otherwise at this time: something ran out, or the clock was set back. */
export function isOutdated({ upcoming, computedAt }: Derived, now: number): boolean {
  return now < computedAt || (upcoming !== null && now >= upcoming.at) || now - computedAt >= longestWithoutLook;
}

/** For so long a file that cannot be read shows what it held before, in ms. */
export const lostGraceMs = 2000;

const clockLookMs = 10_000;

/**
 * How long the screen may stay without a tick, in ms: one step while something counts down, else until the clock is looked
 * at: timers stand still while the machine sleeps, and know nothing of a clock that was set.
 *
 * @param stepMs of a countdown
 */
export function nextTickMs({ upcoming, lost, lostSince, now }: Pick<DashboardState, 'upcoming' | 'lost' | 'lostSince' | 'now'>, stepMs = 1000): number {
  const lostFor = lostSince !== null && lost.some(({ isKept }) => isKept) ? lostSince + lostGraceMs - now : Infinity;
  const left = upcoming === null ? Infinity : upcoming.at - now;
  const isCounting = left < 48 * 3_600_000;
  // Aligned to the second, so that the countdown steps when the clock does.
  const usual = isCounting ? left % stepMs || stepMs : clockLookMs;
  return Math.max(20, Math.min(usual, left, lostFor));
}
