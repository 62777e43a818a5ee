import type { ProfileType } from '../openclaw/snapshot.ts';

/** Which profile a command of OpenClaw is about. The agent is always named: with several, 2026.9.6 refuses without. */
interface ProfileOf {
  readonly agentId: string;
  readonly profileId: string;
}

/**
 * The arguments that make OpenClaw save a credential that it reads from standard input (from 2026.5.28; seen with
 * 2026.5.28, 2026.7.1 and 2026.9.6).
 *
 * @param lifetimeMs from now, for a token whose end is recorded
 */
export function pasteArguments({ agentId, profileId }: ProfileOf, type: Exclude<ProfileType, 'oauth'>, lifetimeMs: number | null): readonly string[] {
  const command = type === 'api_key' ? 'paste-api-key' : 'paste-token';
  const end = lifetimeMs === null ? [] : ['--expires-in', lifetimeText(lifetimeMs)];
  return ['models', 'auth', '--agent', agentId, command, '--provider', 'anthropic', '--profile-id', profileId, ...end];
}

/** The arguments that set the order in which an agent's profiles are tried. */
export function orderArguments(agentId: string, profileIds: readonly string[]): readonly string[] {
  return ['models', 'auth', 'order', 'set', '--provider', 'anthropic', '--agent', agentId, ...profileIds];
}

/** The arguments that take an agent's own order away. */
export function clearOrderArguments(agentId: string): readonly string[] {
  return ['models', 'auth', 'order', 'clear', '--provider', 'anthropic', '--agent', agentId];
}

/** The arguments that remove a profile and what names it (from 2026.8.1). */
export function logoutArguments({ agentId, profileId }: ProfileOf): readonly string[] {
  return ['models', 'auth', 'logout', profileId, '--yes', '--agent', agentId];
}

/** The arguments that test a saved replacement with one turn, and put it in the place of what the agent uses (2026.9.6, run). */
export function activateArguments({ agentId, profileId }: ProfileOf): readonly string[] {
  return ['models', 'auth', 'activate', profileId, '--agent', agentId];
}

const minuteMs = 60_000;

/** In whole days where it fits, else in minutes, of which the last one is begun. */
function lifetimeText(lifetimeMs: number): string {
  const minutes = Math.max(1, Math.ceil(lifetimeMs / minuteMs));
  return minutes % 1440 === 0 ? `${minutes / 1440}d` : `${minutes}m`;
}
