import type { Snapshot, StoreReading } from '../../openclaw/snapshot.ts';
import { anthropic, normaliseProvider } from '../provider-id.ts';
import { storeOf } from '../store-merge.ts';

/** Main's store and the agents' own, as they were read. */
export function storesOf({ sharedStore, agents }: Snapshot): readonly StoreReading[] {
  return [...new Set([sharedStore, ...agents.map(({ store }) => store)])];
}

/** False when some store could not be read: then nothing can be said to be missing. */
export function everyStoreRead(snapshot: Snapshot): boolean {
  return storesOf(snapshot).every(({ state }) => state === 'read' || state === 'missing');
}

/** Ids of the Anthropic profiles that any store holds. */
export function storedIds(snapshot: Snapshot): ReadonlySet<string> {
  const profiles = storesOf(snapshot).flatMap((reading) => [...storeOf(reading).profiles.values()]);
  return new Set(profiles.filter(({ provider }) => normaliseProvider(provider) === anthropic).map(({ id }) => id));
}
