import type { PreparedCredential } from '../../../components/wizard/state.ts';
import { summarise } from '../../anthropic/credential.ts';
import type { StoredProfile } from '../../openclaw/snapshot.ts';

/** A stored credential as OpenClaw would send it: its own form decides how, and the stored type where that says nothing. */
export function storedCredential({ secret, type }: Pick<StoredProfile, 'secret' | 'type'>): PreparedCredential | null {
  if (secret === null) return null;
  const summary = summarise(secret);
  return { secret, summary, kind: summary.kind ?? (type === 'api_key' ? 'api-key' : 'setup-token'), variable: null };
}
