import { textAt } from '../../../openclaw/json-object.ts';
import { effectiveConfig } from '../../agents.ts';
import type { WarnedProfile } from '../../agent-warnings.ts';
import { isSubscriptionSecret } from '../../payer.ts';
import { storeOf } from '../../store-merge.ts';
import type { Check } from '../check.ts';
import type { DoctorFacts } from '../facts.ts';
import type { Mend } from '../finding.ts';
import { fromExclusion } from '../from-exclusion.ts';
import { isWritable, storeAt } from '../store-entry.ts';

/** The config declares another mode than the type that is stored; OpenClaw then never uses the profile (section 3.6). */
export const modeMismatch: Check = {
  code: 'mode-mismatch',
  find: (facts) =>
    fromExclusion(facts, 'mode-mismatch', (profile) => {
      const keys = ['auth', 'profiles', profile.profileId, 'mode'];
      return { place: { in: 'config', keys }, mend: mendOf(facts, profile, keys) };
    }),
};

/** Where the declaration is right about the secret, the store is wrong; else the declaration is. */
function mendOf({ snapshot }: DoctorFacts, { path, profileId, type }: WarnedProfile, keys: readonly string[]): Mend {
  const secret = storeOf(storeAt(snapshot, path)).profiles.get(profileId)?.secret ?? null;
  const holds = secret !== null && type !== 'oauth' ? (isSubscriptionSecret(secret) ? 'token' : 'api_key') : null;
  if (holds !== null && holds !== type && holds === textAt(effectiveConfig(snapshot.config), ...keys) && isWritable(snapshot)) {
    return { do: 'retype', path, profileId, to: holds };
  }
  return { do: 'edit', config: [{ kind: 'set', path: keys, value: type }], store: null };
}
