import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** `context1m` that this version does not send: with a setup-token, for other models, or with a value that is not true (section 8). */
export const context1m: Check = {
  code: 'context1m',
  find: (facts) => [
    ...fromRoute(facts, 'context1m-token', 'warning', () => null),
    ...fromRoute(facts, 'context1m-model', 'warning', () => null),
    ...fromRoute(facts, 'context1m-not-true', 'warning', ({ path }) => ({ in: 'config', keys: path })),
  ],
};
