import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** Credentials of an older release, which OpenClaw takes over because there is no store (2026.2.24, section 2.4). */
export const legacyFile: Check = {
  code: 'legacy-file',
  find: (facts) => fromStatus(facts, 'legacy-file', ({ path }) => ({ severity: 'note', place: { in: 'file', path } })),
};
