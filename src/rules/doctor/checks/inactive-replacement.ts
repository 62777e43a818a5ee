import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** A credential that was saved as a replacement and never activated (2026.9; openclaw-2026.9, section 1.4). */
export const inactiveReplacement: Check = {
  code: 'inactive-replacement',
  find: (facts) => fromStatus(facts, 'never-used', ({ because, profile }) => (because === 'inactive' ? { severity: 'warning', place: profilePlace(facts.snapshot, profile) } : null)),
};
