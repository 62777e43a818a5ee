import { Secret } from '../../terminal/secret.ts';
import { textAt, valueAt } from '../json-object.ts';
import type { ProfileType, SecretReference, StoredProfile } from '../snapshot.ts';
import { positive } from './positive.ts';

const secretFields: Readonly<Record<ProfileType, string>> = { api_key: 'key', token: 'token', oauth: 'access' };

/** One entry of `profiles`, or null when OpenClaw drops it. A reference is not followed here. */
export function parseProfile(id: string, entry: unknown): StoredProfile | null {
  const type = profileType(valueAt(entry, 'type'));
  const provider = valueAt(entry, 'provider');
  if (type === null || typeof provider !== 'string' || provider === '') return null;
  const field = secretFields[type];
  const reference = referenceOf(type, entry, field);
  // Beside a reference OpenClaw ignores the secret itself (2026.9.6, section 1.4).
  const secret = reference === null ? textAt(entry, field) : null;
  return Object.freeze({
    id,
    type,
    provider,
    secret: secret === null ? null : new Secret(secret),
    reference,
    refreshable: type === 'oauth' && textAt(entry, 'refresh') !== null,
    expires: positive(valueAt(entry, 'expires')),
    endsOddly: valueAt(entry, 'expires') !== undefined && positive(valueAt(entry, 'expires')) === null,
    email: textAt(entry, 'email'),
    displayName: textAt(entry, 'displayName'),
    inactive: Boolean(valueAt(entry, 'setup', 'replacement')),
  });
}

function profileType(value: unknown): ProfileType | null {
  return value === 'api_key' || value === 'token' || value === 'oauth' ? value : null;
}

/** `keyRef` or `tokenRef`, or a reference that stands where the secret would. */
function referenceOf(type: ProfileType, entry: unknown, field: string): SecretReference | null {
  if (type === 'oauth') return null;
  const written = valueAt(entry, `${field}Ref`) ?? valueAt(entry, field);
  const source = valueAt(written, 'source');
  const id = textAt(written, 'id');
  if (id === null || (source !== 'env' && source !== 'file' && source !== 'exec' && source !== 'store')) return null;
  return Object.freeze({ source, provider: textAt(written, 'provider') ?? 'default', id, found: null });
}
