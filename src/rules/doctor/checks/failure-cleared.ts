import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** The last use failed, and OpenClaw wiped the cooldown because nothing else was left to try (S9). */
export const failureCleared: Check = {
  code: 'failure-cleared',
  find: (facts) => fromStatus(facts, 'last-failure-cleared', ({ profile }) => ({ severity: 'note', place: profilePlace(facts.snapshot, profile) })),
};
