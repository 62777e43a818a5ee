import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** A key of `agents.defaults.models` that means the model, but is not its exact name: its params count for nothing (observed, section 8). */
export const modelKey: Check = {
  code: 'model-key',
  find: (facts) => fromRoute(facts, 'key-not-matched', 'warning', ({ path }) => ({ in: 'config', keys: path })),
};
