import type { UsageStats } from '../../../openclaw/snapshot.ts';
import type { Candidate } from '../../candidates.ts';
import { effectiveStore } from '../../store-merge.ts';
import type { Check, Found } from '../check.ts';
import type { AgentFacts, DoctorFacts } from '../facts.ts';
import { profilePlace } from '../store-entry.ts';

/** A login that OpenClaw cannot renew, or tries to and fails: "OAuth token refresh failed" (2026.2.24, section 11). */
export const oauthRefresh: Check = {
  code: 'oauth-refresh',
  find: (facts) => {
    const found = new Map<string, Found>();
    for (const agent of facts.agents) {
      for (const candidate of agent.credentials.candidates) {
        const one = tell(facts, agent, candidate);
        const key = JSON.stringify([one?.place]);
        const known = found.get(key);
        if (one !== null) found.set(key, known === undefined ? one : { ...known, agents: [...known.agents, ...one.agents] });
      }
    }
    return [...found.values()];
  },
};

function tell({ snapshot, now }: DoctorFacts, { credentials: { agent } }: AgentFacts, { source, type, expires, standing }: Candidate): Found | null {
  if (source.from !== 'profile' || type !== 'oauth') return null;
  const stats = effectiveStore(snapshot, agent).usage.get(source.profileId);
  const isOver = expires !== null && now >= expires;
  const cannot = standing.state === 'unusable' && standing.because === 'no-refresh';
  const fails = isOver && failedSince(stats, expires);
  if (!cannot && !fails) return null;
  const detail = { what: 'oauth-refresh', profileId: source.profileId, because: cannot ? 'no-refresh-token' : 'failing' } as const;
  return { severity: 'problem', place: profilePlace(snapshot, source), agents: [agent.id], told: { by: 'doctor', detail }, mend: null };
}

/** A refusal after its end: the renewal did not come. */
function failedSince(stats: UsageStats | undefined, expires: number): boolean {
  return stats?.lastFailureAt !== undefined && stats.lastFailureAt !== null && stats.lastFailureAt >= expires && (stats.failureCounts.get('auth') ?? 0) > 0;
}
