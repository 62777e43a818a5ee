import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { profilePlace } from '../store-entry.ts';

/** A token ends within 30 days; nothing renews a setup-token (facts, anthropic-api section 4). */
export const expiresSoon: Check = {
  code: 'expires-soon',
  find: (facts) => fromStatus(facts, 'expires-soon', ({ profile, step }) => ({ severity: step === 'month' ? 'note' : 'warning', place: profilePlace(facts.snapshot, profile) })),
};
