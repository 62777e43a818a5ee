import type { UsageStats } from '../../../openclaw/snapshot.ts';
import { effectiveStore } from '../../store-merge.ts';
import type { Check } from '../check.ts';
import type { AgentFacts, DoctorFacts } from '../facts.ts';
import { sameForAgents } from '../same-for-agents.ts';
import { profilePlace } from '../store-entry.ts';

interface FailingLogin {
  readonly profileId: string;
  readonly path: string;
  readonly because: 'no-refresh-token' | 'failing';
}

/** A login that OpenClaw cannot renew, or tries to and fails: "OAuth token refresh failed" (2026.2.24, section 11). */
export const oauthRefresh: Check = {
  code: 'oauth-refresh',
  find: (facts) =>
    sameForAgents(facts.agents, (agent) => failingLogins(facts, agent)).map(({ item: { profileId, path, because }, ids }) => ({
      severity: 'problem',
      place: profilePlace(facts.snapshot, { profileId, path }),
      agents: ids,
      told: { by: 'doctor', detail: { what: 'oauth-refresh', profileId, because } },
      mend: null,
    })),
};

function failingLogins({ snapshot, now }: DoctorFacts, { credentials: { agent, candidates } }: AgentFacts): readonly FailingLogin[] {
  const { usage } = effectiveStore(snapshot, agent);
  return candidates.flatMap(({ source, type, expires, standing }): readonly FailingLogin[] => {
    if (source.from !== 'profile' || type !== 'oauth') return [];
    const { profileId, path } = source;
    if (standing.state === 'unusable' && standing.because === 'no-refresh') return [{ profileId, path, because: 'no-refresh-token' }];
    const fails = expires !== null && now >= expires && failedSince(usage.get(profileId), expires);
    return fails ? [{ profileId, path, because: 'failing' }] : [];
  });
}

/** A refusal after its end: the renewal did not come. */
function failedSince(stats: UsageStats | undefined, expires: number): boolean {
  return stats !== undefined && (stats.lastFailureAt ?? 0) >= expires && (stats.failureCounts.get('auth') ?? 0) > 0;
}
