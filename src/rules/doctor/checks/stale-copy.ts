import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** An agent's copy holds another secret than main's, so that a key that is changed in main does not reach it (S2). */
export const staleCopy: Check = {
  code: 'stale-copy',
  find: (facts) => fromStatus(facts, 'stale-copy', ({ profile }) => ({ severity: 'warning', place: profilePlace(facts.snapshot, profile) })),
};
