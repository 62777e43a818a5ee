import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** Credentials in a file that this version does not look at, beside an empty database (2026.6.5 to 2026.7; openclaw-2026.9, section 1.5). */
export const strandedFile: Check = {
  code: 'stranded-file',
  find: (facts) => fromStatus(facts, 'stranded-file', ({ path }) => ({ severity: 'problem', place: { in: 'file', path } })),
};
