import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';
import { paramRemoval } from '../param-removal.ts';

/**
 * A value that OpenClaw does not understand (2026.2.24, section 7.2). It does nothing but hide a good one below it, so that
 * taking it away brings back what it hides.
 */
export const invalidRetention: Check = {
  code: 'invalid-retention',
  find: (facts) =>
    fromRoute(facts, 'invalid-value', 'warning', ({ path }) => ({ in: 'config', keys: path }), ({ path }) => ({ do: 'edit', config: [paramRemoval(facts, path)], store: null })),
};
