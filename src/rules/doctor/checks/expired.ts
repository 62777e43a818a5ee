import { effectiveStore } from '../../store-merge.ts';
import type { Check } from '../check.ts';
import type { DoctorFacts } from '../facts.ts';
import type { Mend } from '../finding.ts';
import { fromStatus } from '../from-status.ts';
import { editEntry, profilePlace, storeAt } from '../store-entry.ts';

/** OpenClaw leaves an expired token out (section 3.6). An end that was written in seconds can be put right. */
export const expired: Check = {
  code: 'expired',
  find: (facts) =>
    fromStatus(facts, 'expired', ({ profile, looksLikeSeconds }, agentId) => ({
      severity: 'problem',
      place: profilePlace(facts.snapshot, profile),
      mend: looksLikeSeconds ? inMilliseconds(facts, profile, agentId) : null,
    })),
};

function inMilliseconds({ snapshot, now }: DoctorFacts, { path, profileId }: { readonly path: string; readonly profileId: string }, agentId: string): Mend | null {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  const expires = agent === undefined ? null : (effectiveStore(snapshot, agent).profiles.get(profileId)?.expires ?? null);
  // An end that is over in milliseconds too wants a new token, not a new number.
  if (expires === null || expires * 1000 <= now) return null;
  return editEntry(snapshot, storeAt(snapshot, path), { kind: 'set', path: ['profiles', profileId, 'expires'], value: expires * 1000 });
}
