import { supports } from '../../rules/versions.ts';
import { Secret } from '../../terminal/secret.ts';
import type { OpenClawVersion } from '../installation.ts';
import { isJsonObject, textAt, trimmedText, valueAt } from '../json-object.ts';
import type { JsonObject, ProfileType, SecretReference, StoredProfile } from '../snapshot.ts';
import { positive } from './positive.ts';

const secretFields: Readonly<Record<ProfileType, string>> = { api_key: 'key', token: 'token', oauth: 'access' };

/**
 * One entry of `profiles`, or null when OpenClaw drops it. From 2026.2.26 a secret can be a reference, and other spellings
 * of a type and a key are understood (2026.9.6, section 1.4). A reference is not followed here. The
 * names of its fields stand in no prototype, so they are read as they are: ten thousand profiles are asked for each.
 */
export function parseProfile(id: string, entry: unknown, version: OpenClawVersion): StoredProfile | null {
  if (!isJsonObject(entry)) return null;
  const isNewer = supports(version, 'secret-references');
  const type = profileType(entry['type'] ?? (isNewer ? entry['mode'] : undefined), isNewer);
  const provider = entry['provider'];
  if (type === null || typeof provider !== 'string' || provider === '') return null;
  const reference = isNewer ? referenceOf(type, entry) : null;
  // Beside a reference OpenClaw ignores the secret itself.
  const secret = reference === null ? secretOf(type, entry, isNewer) : null;
  return Object.freeze({
    id,
    type,
    provider,
    secret: secret === null ? null : new Secret(secret),
    reference,
    refreshable: type === 'oauth' && trimmedText(entry['refresh']) !== null,
    expires: positive(entry['expires']),
    endsOddly: entry['expires'] !== undefined && positive(entry['expires']) === null,
    email: trimmedText(entry['email']),
    displayName: trimmedText(entry['displayName']),
    inactive: isJsonObject(entry['setup']) && Boolean(entry['setup']['replacement']),
  });
}

function profileType(value: unknown, isNewer: boolean): ProfileType | null {
  if (isNewer && value === 'apiKey') return 'api_key';
  return value === 'api_key' || value === 'token' || value === 'oauth' ? value : null;
}

function secretOf(type: ProfileType, entry: JsonObject, isNewer: boolean): string | null {
  const secret = trimmedText(entry[secretFields[type]]);
  return secret === null && isNewer && type === 'api_key' ? trimmedText(entry['apiKey']) : secret;
}

/** `keyRef` or `tokenRef`, or a reference that stands where the secret would; a login has none. */
function referenceOf(type: ProfileType, entry: JsonObject): SecretReference | null {
  if (type === 'oauth') return null;
  const field = secretFields[type];
  const written = [entry[`${field}Ref`], entry[field]].find(isJsonObject);
  if (written === undefined) return null;
  const source = valueAt(written, 'source');
  const id = textAt(written, 'id');
  if (id === null || (source !== 'env' && source !== 'file' && source !== 'exec' && source !== 'store')) return null;
  return Object.freeze({ source, provider: textAt(written, 'provider') ?? 'default', id, found: null });
}
