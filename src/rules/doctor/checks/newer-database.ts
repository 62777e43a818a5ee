import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** A database of a newer OpenClaw, which the version at hand does not look at. */
export const newerDatabase: Check = {
  code: 'newer-database',
  find: (facts) => fromStatus(facts, 'newer-database', ({ path }) => ({ severity: 'problem', place: { in: 'file', path } })),
};
