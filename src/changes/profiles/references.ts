import { isJsonObject, objectAt } from '../../openclaw/json-object.ts';
import type { JsonObject } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import type { ProfileFacts, ProfileWarning } from './profile-plan.ts';

/** A place in a list that names a profile. */
export interface ListedPlace {
  readonly path: readonly string[];
  readonly index: number;
  readonly length: number;
}

/** Where the order lists of a store (`order`) or of the config (`auth.order`) name a profile. */
export function placesInOrder(root: JsonObject, path: readonly string[], profileId: string): readonly ListedPlace[] {
  return Object.entries(objectAt(root, ...path)).flatMap(([provider, ids]) => {
    if (!Array.isArray(ids)) return [];
    return ids.flatMap((id, index) => (typeof id === 'string' && id.trim() === profileId ? [{ path: [...path, provider], index, length: ids.length }] : []));
  });
}

/** The providers for which a store remembers the profile as the last one that worked. */
export function lastGoodOf(state: JsonObject, profileId: string): readonly string[] {
  return Object.entries(objectAt(state, 'lastGood')).flatMap(([provider, id]) => (id === profileId ? [provider] : []));
}

/** Places of the config outside `auth` that name the profile: as a value, or behind a model (`provider/model@profile`). */
function mentionsOf(config: JsonObject, profileId: string): readonly (readonly string[])[] {
  const { auth: _auth, ...rest } = config;
  return mentionsIn(rest, [], profileId);
}

/** What still names a profile that goes or gets another name: places of the config, and sessions. */
export function leftNames({ snapshot, pins }: ProfileFacts, profileId: string): readonly ProfileWarning[] {
  const paths = mentionsOf(effectiveConfig(snapshot.config), profileId);
  const agentIds = [...new Set(pins.filter((pin) => pin.profileId === profileId).map(({ agentId }) => agentId))];
  return [
    ...(paths.length === 0 ? [] : [{ code: 'mentioned' as const, profileId, paths }]),
    ...(agentIds.length === 0 ? [] : [{ code: 'pins' as const, profileId, agentIds }]),
  ];
}

function mentionsIn(value: unknown, path: readonly string[], profileId: string): readonly (readonly string[])[] {
  if (typeof value === 'string') return value === profileId || value.endsWith(`@${profileId}`) ? [path] : [];
  const members = Array.isArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
  return members.flatMap(([key, member]) => mentionsIn(member, [...path, String(key)], profileId));
}
