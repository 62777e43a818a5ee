import type { OpenClawVersion } from '../installation.ts';
import { isJsonObject, objectAt, trimmedText, valueAt } from '../json-object.ts';
import type { JsonObject, ProfileStore, StoredProfile } from '../snapshot.ts';
import { parseProfile } from './parse-profile.ts';
import { parseUsage } from './parse-usage.ts';

/**
 * The content of a store (2026.2.24, sections 2.1 and 2.2; 2026.9.6, sections 1.3 and 1.4): entries of a wrong shape are
 * dropped, as OpenClaw drops them; null when `profiles` is no object, which OpenClaw counts as no store.
 *
 * @param credentials holds `profiles`; null when nothing is stored, which is no fault
 * @param state holds `order`, `lastGood` and `usageStats`: the same object in the layout `single-file`, else the other
 * half of the store, or null
 */
export function parseStore(credentials: JsonObject | null, state: JsonObject | null, version: OpenClawVersion): ProfileStore | null {
  const written = credentials === null ? {} : valueAt(credentials, 'profiles');
  if (!isJsonObject(written)) return null;
  const profiles = new Map<string, StoredProfile>();
  const dropped: string[] = [];
  for (const id of Object.keys(written)) {
    const profile = parseProfile(id, written[id], version);
    if (profile === null) dropped.push(id);
    else profiles.set(id, profile);
  }
  return Object.freeze({
    profiles,
    order: parseOrder(valueAt(state, 'order')),
    lastGood: textsOf(valueAt(state, 'lastGood')),
    usage: parseUsage(objectAt(state, 'usageStats')),
    dropped: Object.freeze(dropped),
  });
}

/** What most stores have of these two. */
const nothing: ReadonlyMap<string, never> = new Map<string, never>();

function parseOrder(written: unknown): ReadonlyMap<string, readonly string[]> {
  if (!isJsonObject(written)) return nothing;
  const order = new Map<string, readonly string[]>();
  for (const [provider, list] of Object.entries(written)) {
    if (!Array.isArray(list)) continue;
    const ids = list.map(trimmedText).filter((id) => id !== null);
    if (ids.length > 0) order.set(provider, Object.freeze(ids));
  }
  return order;
}

function textsOf(object: unknown): ReadonlyMap<string, string> {
  if (!isJsonObject(object)) return nothing;
  return new Map(Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
