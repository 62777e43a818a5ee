import type { Secret } from '../terminal/secret.ts';
import type { AgentCredentials } from './candidates.ts';

/** Ids of the agents for which OpenClaw now uses exactly this profile with exactly this secret. */
export function servedAgents(credentials: readonly AgentCredentials[], profileId: string, secret: Secret): readonly string[] {
  return credentials
    .filter(({ chosen }) => chosen?.source.from === 'profile' && chosen.source.profileId === profileId && chosen.secret?.equals(secret) === true)
    .map(({ agent }) => agent.id);
}
