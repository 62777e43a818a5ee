import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** A database that a newer OpenClaw made: an older one may refuse it (section 1.3). */
export const newerSchema: Check = {
  code: 'newer-schema',
  find: (facts) => fromStatus(facts, 'newer-schema', ({ path }) => ({ severity: 'warning', place: { in: 'file', path } })),
};
