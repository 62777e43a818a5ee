import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** A variable for the cache that this version does not act on. */
export const cacheVariable: Check = {
  code: 'cache-variable',
  find: (facts) => fromRoute(facts, 'variable-without-effect', 'note', () => null),
};
