import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** An old store file beside a good database: ignored, with what stands in it alone (openclaw-2026.9, section 1.5). */
export const strayFile: Check = {
  code: 'stray-file',
  find: (facts) => fromStatus(facts, 'stray-file', ({ path, missing }) => ({ severity: missing.length === 0 ? 'note' : 'warning', place: { in: 'file', path } })),
};
