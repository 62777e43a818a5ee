import { isJsonObject } from '../openclaw/json-object.ts';
import type { JsonObject, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { effectiveConfig } from './agents.ts';
import { storeOf } from './store-merge.ts';

/** What stands in an installation: who is counted before a foreign hand touches it, and after. */
export interface Census {
  /** Agent id, or null for the shared store, and profile id. */
  readonly profiles: readonly { readonly agentId: string | null; readonly profileId: string }[];
  /** Paths of every value in the config, dotted. */
  readonly settings: readonly string[];
}

/** Counts the stored profiles of every store, and every setting of the config. */
export function takeCensus(snapshot: Snapshot): Census {
  const idsOf = (agentId: string | null, reading: StoreReading): Census['profiles'] => [...storeOf(reading).profiles.keys()].map((profileId) => ({ agentId, profileId }));
  const own = snapshot.agents.filter(({ store }) => store.path !== snapshot.sharedStore.path);
  return {
    profiles: [...idsOf(null, snapshot.sharedStore), ...own.flatMap(({ id, store }) => idsOf(id, store))],
    settings: pathsIn(effectiveConfig(snapshot.config), []),
  };
}

/** What the first census counted and the second did not. Something that only moved between stores is not lost. */
export function missingSince(before: Census, after: Census): Census {
  const ids = new Set(after.profiles.map(({ profileId }) => profileId));
  // What was empty and holds something now is not gone.
  const settings = new Set(after.settings.flatMap(withParents));
  return {
    profiles: before.profiles.filter(({ profileId }) => !ids.has(profileId)),
    settings: before.settings.filter((path) => !settings.has(path) && !isOwnStamp(path)),
  };
}

/** The path and those above it. */
function withParents(path: string): readonly string[] {
  const keys = path.split('.');
  return keys.map((_key, index) => keys.slice(0, index + 1).join('.'));
}

/** What OpenClaw notes down about its own writes comes and goes between versions. */
function isOwnStamp(path: string): boolean {
  return path.startsWith('meta.') || path.startsWith('wizard.');
}

/** A list counts as one value: OpenClaw puts ids into lists and takes them out. */
function pathsIn(value: JsonObject, at: readonly string[]): readonly string[] {
  return Object.entries(value).flatMap(([key, held]) => {
    const path = [...at, key];
    return isJsonObject(held) && Object.keys(held).length > 0 ? pathsIn(held, path) : [path.join('.')];
  });
}
