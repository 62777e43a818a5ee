import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';
import { isWritable, profilePlace } from '../store-entry.ts';

/** A setup-token stored as an API key, or the reverse: requests go by the secret, order and end by the type (observed, section 6). */
export const wrongType: Check = {
  code: 'wrong-type',
  find: (facts) =>
    fromStatus(facts, 'type-mismatch', ({ profile, holds }) => ({
      severity: 'warning',
      place: profilePlace(facts.snapshot, profile),
      mend: isWritable(facts.snapshot) ? { do: 'retype', path: profile.path, profileId: profile.profileId, to: holds === 'setup-token' ? 'token' : 'api_key' } : null,
    })),
};
