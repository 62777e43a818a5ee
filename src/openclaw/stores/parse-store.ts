import { Secret } from '../../terminal/secret.ts';
import { isJsonObject, objectAt, textAt, trimmedText, valueAt } from '../json-object.ts';
import type { JsonObject, ProfileStore, ProfileType, StoredProfile, UsageStats } from '../snapshot.ts';

const secretFields: Readonly<Record<ProfileType, string>> = { api_key: 'key', token: 'token', oauth: 'access' };

/**
 * The content of a store in the shape of 2026.2.24 (sections 2.1 and 2.2): entries of a wrong shape are dropped, as
 * OpenClaw drops them; null when `profiles` is no object, which OpenClaw counts as no store.
 */
export function parseStore(root: JsonObject): ProfileStore | null {
  const written = valueAt(root, 'profiles');
  if (!isJsonObject(written)) return null;
  const profiles = new Map<string, StoredProfile>();
  const dropped: string[] = [];
  for (const [id, entry] of Object.entries(written)) {
    const profile = parseProfile(id, entry);
    if (profile === null) dropped.push(id);
    else profiles.set(id, profile);
  }
  return Object.freeze({
    profiles,
    order: parseOrder(objectAt(root, 'order')),
    lastGood: textsOf(objectAt(root, 'lastGood')),
    usage: parseUsage(objectAt(root, 'usageStats')),
    dropped: Object.freeze(dropped),
  });
}

function parseProfile(id: string, entry: unknown): StoredProfile | null {
  const type = profileType(valueAt(entry, 'type'));
  const provider = valueAt(entry, 'provider');
  if (type === null || typeof provider !== 'string' || provider === '') return null;
  const secret = textAt(entry, secretFields[type]);
  return Object.freeze({
    id,
    type,
    provider,
    secret: secret === null ? null : new Secret(secret),
    refreshable: type === 'oauth' && textAt(entry, 'refresh') !== null,
    expires: positive(valueAt(entry, 'expires')),
    email: textAt(entry, 'email'),
  });
}

function profileType(value: unknown): ProfileType | null {
  return value === 'api_key' || value === 'token' || value === 'oauth' ? value : null;
}

function parseOrder(written: JsonObject): ReadonlyMap<string, readonly string[]> {
  const order = new Map<string, readonly string[]>();
  for (const [provider, list] of Object.entries(written)) {
    if (!Array.isArray(list)) continue;
    const ids = list.map(trimmedText).filter((id) => id !== null);
    if (ids.length > 0) order.set(provider, Object.freeze(ids));
  }
  return order;
}

function parseUsage(written: JsonObject): ReadonlyMap<string, UsageStats> {
  const usage = new Map<string, UsageStats>();
  for (const [id, stats] of Object.entries(written)) {
    if (!isJsonObject(stats)) continue;
    usage.set(
      id,
      Object.freeze({
        lastUsed: positive(valueAt(stats, 'lastUsed')),
        cooldownUntil: positive(valueAt(stats, 'cooldownUntil')),
        disabledUntil: positive(valueAt(stats, 'disabledUntil')),
        disabledReason: textAt(stats, 'disabledReason'),
        errorCount: positive(valueAt(stats, 'errorCount')) ?? 0,
        failureCounts: numbersOf(objectAt(stats, 'failureCounts')),
        lastFailureAt: positive(valueAt(stats, 'lastFailureAt')),
      }),
    );
  }
  return usage;
}

/** A time or count that counts for OpenClaw: finite and above zero. */
function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

function textsOf(object: JsonObject): ReadonlyMap<string, string> {
  return new Map(Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function numbersOf(object: JsonObject): ReadonlyMap<string, number> {
  return new Map(Object.entries(object).filter((entry): entry is [string, number] => positive(entry[1]) !== null));
}
