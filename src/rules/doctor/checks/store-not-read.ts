import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** A layout that is not read here: nothing can be said about its credentials, and that is said. */
export const storeNotRead: Check = {
  code: 'store-not-read',
  find: (facts) => fromStatus(facts, 'store-unsupported', ({ path }) => ({ severity: 'note', place: { in: 'file', path } })),
};
