import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** A migration that put the old store aside and brought nothing over (known in 2026.8.1 and 2026.8.2, section 1.5). */
export const emptyAfterMigration: Check = {
  code: 'empty-after-migration',
  find: (facts) => fromStatus(facts, 'empty-after-migration', ({ path }) => ({ severity: 'problem', place: { in: 'file', path } })),
};
