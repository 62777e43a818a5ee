import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** A store that could not be read here: nothing can be said about its credentials, and that is said. */
export const storeHidden: Check = {
  code: 'store-hidden',
  find: (facts) => fromStatus(facts, 'store-hidden', ({ path }) => ({ severity: 'note', place: { in: 'file', path } })),
};
