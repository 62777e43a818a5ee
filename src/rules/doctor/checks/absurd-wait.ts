import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { entryPlace, storeAt } from '../store-entry.ts';

/** A wait that OpenClaw never gives: a number written by hand, or a clock that was wrong (users, part 3). */
export const absurdWait: Check = {
  code: 'absurd-wait',
  find: (facts) =>
    fromStatus(facts, 'absurd-wait', ({ profile }) => ({ severity: 'problem', place: entryPlace(storeAt(facts.snapshot, profile.path), ['usageStats', profile.profileId]) })),
};
