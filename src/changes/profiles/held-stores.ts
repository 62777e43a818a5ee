import { join } from 'node:path';
import { isJsonObject, objectAt, valueAt } from '../../openclaw/json-object.ts';
import { parseJsonObject } from '../../openclaw/json-text.ts';
import type { FileImage, JsonObject, Snapshot, StoreReading } from '../../openclaw/snapshot.ts';
import { storeFileName } from '../../openclaw/stores/single-file.ts';
import { stateFileName } from '../../openclaw/stores/split-files.ts';

/** A file of a store as it lies on disk; `image` null when it is not there yet. */
export interface StoreFile {
  readonly path: string;
  readonly image: FileImage | null;
  readonly content: JsonObject;
}

/** A store in files, each once, whoever uses it. */
export interface HeldStore {
  readonly reading: StoreReading;
  /** Ids of the agents that keep their credentials here; for the shared store only those whose own dir it is. */
  readonly agentIds: readonly string[];
  readonly isShared: boolean;
  /** Where `profiles` stand. */
  readonly credentials: StoreFile;
  /** Where `order`, `lastGood` and `usageStats` stand; the same file in the layout `single-file`. */
  readonly state: StoreFile;
}

/** Every store of an installation whose layout is files, the shared one first. */
export function heldStores(snapshot: Snapshot): readonly HeldStore[] {
  const readings = new Map<string, { readonly reading: StoreReading; readonly agentIds: string[] }>();
  readings.set(snapshot.sharedStore.path, { reading: snapshot.sharedStore, agentIds: [] });
  for (const { id, store } of snapshot.agents) {
    const known = readings.get(store.path);
    if (known === undefined) readings.set(store.path, { reading: store, agentIds: [id] });
    else known.agentIds.push(id);
  }
  const isSplit = snapshot.installation.readLayout === 'split-files';
  return [...readings.values()].map(({ reading, agentIds }) => ({
    reading,
    agentIds,
    isShared: reading.path === snapshot.sharedStore.path,
    ...(isSplit ? splitFiles(reading) : oneFile(reading)),
  }));
}

/** The entry of a profile exactly as the file holds it; undefined when it holds none. */
export function rawEntry({ credentials }: HeldStore, profileId: string): unknown {
  return valueAt(credentials.content, 'profiles', profileId);
}

/** What is recorded of a profile exactly as the file holds it, or an empty object. */
export function rawUsage({ state }: HeldStore, profileId: string): JsonObject {
  return objectAt(state.content, 'usageStats', profileId);
}

/** The order lists of a store that belong to Anthropic, by the name under which they stand. */
export function anthropicOrders({ state }: HeldStore): readonly { readonly provider: string; readonly ids: readonly unknown[] }[] {
  return Object.entries(objectAt(state.content, 'order')).flatMap(([provider, ids]) =>
    provider.trim().toLowerCase() === 'anthropic' && Array.isArray(ids) ? [{ provider, ids }] : [],
  );
}

type Files = Pick<HeldStore, 'credentials' | 'state'>;

function oneFile(reading: StoreReading): Files {
  const file = fileOf(reading.path, imageOf(reading));
  return { credentials: file, state: file };
}

/**
 * Until the first split write all of it stands in `auth-profiles.json`, and counts there: it is written there too, because
 * a new state file would make the rest of the old one not count any more.
 */
function splitFiles(reading: StoreReading): Files {
  const credentials = fileOf(join(reading.path), imageOf(reading));
  const stateImage = reading.state === 'read' && reading.from === 'files' ? reading.stateImage : null;
  const isTogether = stateImage === null && ['order', 'lastGood', 'usageStats'].some((name) => isJsonObject(credentials.content[name]));
  if (isTogether) return { credentials, state: credentials };
  const path = reading.path.slice(0, -storeFileName.length) + stateFileName;
  return { credentials, state: fileOf(path, stateImage) };
}

function imageOf(reading: StoreReading): FileImage | null {
  return reading.state === 'read' && reading.from === 'files' ? reading.image : null;
}

function fileOf(path: string, image: FileImage | null): StoreFile {
  const parsed = image === null ? null : parseJsonObject(image.text.reveal());
  return { path, image, content: parsed?.ok === true ? parsed.object : {} };
}
