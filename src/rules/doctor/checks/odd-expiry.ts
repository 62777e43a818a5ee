import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** What is recorded as the end of a token is no time; newer versions then never use it. */
export const oddExpiry: Check = {
  code: 'odd-expiry',
  find: (facts) => fromStatus(facts, 'never-used', ({ because, profile }) => (because === 'odd-expiry' ? { severity: 'problem', place: profilePlace(facts.snapshot, profile) } : null)),
};
