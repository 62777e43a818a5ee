import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** A profile whose secret is to come from a variable or a file that is not there; newer gateways do not start then (observed). */
export const unresolvedReference: Check = {
  code: 'unresolved-reference',
  find: (facts) => fromStatus(facts, 'unresolved-reference', ({ profile }) => ({ severity: 'problem', place: profilePlace(facts.snapshot, profile) })),
};
