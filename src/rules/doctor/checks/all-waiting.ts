import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** Everything that could be used cools down or is disabled: "No available auth profile" (2026.2.24, section 11). */
export const allWaiting: Check = {
  code: 'all-waiting',
  find: (facts) => fromStatus(facts, 'all-waiting', () => ({ severity: 'problem', place: null })),
};
