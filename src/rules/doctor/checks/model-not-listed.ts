import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** A model whose name is not in the list of this version: unless the provider serves it, nothing is sent. */
export const modelNotListed: Check = {
  code: 'model-not-listed',
  find: (facts) => fromRoute(facts, 'model-not-listed', 'note', () => null),
};
