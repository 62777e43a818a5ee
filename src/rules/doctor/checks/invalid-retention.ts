import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** A value that OpenClaw does not understand; it may hide a good one below it (2026.2.24, section 7.2). */
export const invalidRetention: Check = {
  code: 'invalid-retention',
  find: (facts) => fromRoute(facts, 'invalid-value', 'warning', ({ path }) => ({ in: 'config', keys: path })),
};
