import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** A retention for a provider to which this version does not send it. */
export const retentionWithoutEffect: Check = {
  code: 'retention-without-effect',
  find: (facts) => fromRoute(facts, 'no-effect', 'warning', ({ path }) => ({ in: 'config', keys: path })),
};
