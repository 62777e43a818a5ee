import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** A copy in an agent's store of what main has under another id now: an old name that OpenClaw may still try (S2). */
export const leftoverCopy: Check = {
  code: 'leftover-copy',
  find: (facts) => fromStatus(facts, 'ghost', ({ profile }) => ({ severity: 'warning', place: profilePlace(facts.snapshot, profile) })),
};
