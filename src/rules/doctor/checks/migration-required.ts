import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** A store file of older versions beside an empty database stops every command that needs a credential (from 2026.8.1; observed, section 0). */
export const migrationRequired: Check = {
  code: 'migration-required',
  find: (facts) => fromStatus(facts, 'migration-required', ({ path }) => ({ severity: 'problem', place: { in: 'file', path } })),
};
