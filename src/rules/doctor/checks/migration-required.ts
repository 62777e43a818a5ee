import type { Check } from '../check.ts';
import { fromRouteError } from '../from-route-error.ts';

/** A store file of older versions stops every command that needs a credential (from 2026.8.1; observed, section 0). */
export const migrationRequired: Check = {
  code: 'migration-required',
  find: (facts) => fromRouteError(facts, 'migration-required', ({ path }) => ({ in: 'file', path })),
};
