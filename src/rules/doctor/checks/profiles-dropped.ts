import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { entryPlace, storeAt } from '../store-entry.ts';

/** Entries without a type or a provider: OpenClaw drops them on read, and for good with its next write (section 2.2). */
export const profilesDropped: Check = {
  code: 'profiles-dropped',
  find: (facts) =>
    fromStatus(facts, 'profiles-dropped', ({ path, profileIds }) => ({ severity: 'warning', place: entryPlace(storeAt(facts.snapshot, path), ['profiles', ...profileIds.slice(0, 1)]) })),
};
