import type { ProfileType, Snapshot, StoreReading } from '../openclaw/snapshot.ts';

/**
 * Every profile id that any store or the config knows, with its type. A store beats the config's declaration, because
 * the credential lies there; an id of two types in two stores keeps the first one seen, main's before the agents'.
 */
export function profileTypes(snapshot: Snapshot): ReadonlyMap<string, ProfileType> {
  const types = new Map<string, ProfileType>();
  const stores: readonly StoreReading[] = [snapshot.sharedStore, ...snapshot.agents.map((agent) => agent.store)];
  for (const reading of stores) {
    if (reading.state !== 'read') continue;
    for (const profile of reading.store.profiles.values()) {
      if (!types.has(profile.id)) types.set(profile.id, profile.type);
    }
  }
  for (const [id, mode] of declaredModes(snapshot)) {
    if (!types.has(id)) types.set(id, mode);
  }
  return types;
}

/** `auth.profiles.<id>.mode` of the config, where it names a known type. */
function declaredModes(snapshot: Snapshot): readonly (readonly [string, ProfileType])[] {
  if (snapshot.config.state !== 'read') return [];
  const profiles = property(property(snapshot.config.resolved, 'auth'), 'profiles');
  if (typeof profiles !== 'object' || profiles === null) return [];
  return Object.entries(profiles).flatMap(([id, entry]) => {
    const mode = property(entry, 'mode');
    return isProfileType(mode) ? [[id, mode] as const] : [];
  });
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** True for the three words of OpenClaw. */
export function isProfileType(value: unknown): value is ProfileType {
  return value === 'api_key' || value === 'token' || value === 'oauth';
}
