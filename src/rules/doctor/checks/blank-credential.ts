import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** A profile without a secret: OpenClaw's own status calls it missing, or nothing at all, and its agents skip it. */
export const blankCredential: Check = {
  code: 'blank-credential',
  find: (facts) => fromStatus(facts, 'never-used', ({ because, profile }) => (because === 'blank' ? { severity: 'warning', place: profilePlace(facts.snapshot, profile) } : null)),
};
