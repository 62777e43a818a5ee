import { parseJsonObject } from '../../openclaw/json-text.ts';
import type { JsonObject, Snapshot, StoredProfile, StoreReading } from '../../openclaw/snapshot.ts';
import { parseStore } from '../../openclaw/stores/parse-store.ts';
import { storeOf } from '../../rules/store-merge.ts';
import type { FileChange } from '../change.ts';
import type { HeldStore, StoreFile } from './held-stores.ts';
import type { StoreEdits } from './profile-edits.ts';

/** The snapshot as it would be read after these files were written, for looking ahead; it is not for writing. */
export function withStores(snapshot: Snapshot, stores: readonly StoreEdits[], files: readonly FileChange[]): Snapshot {
  const texts = new Map(files.map(({ path, after }) => [path, after]));
  const contentOf = ({ path, content }: StoreFile): JsonObject => {
    const text = texts.get(path);
    const parsed = text === undefined ? null : parseJsonObject(text.reveal());
    return parsed?.ok === true ? parsed.object : content;
  };
  const readings = new Map(stores.map(({ store }) => [store.reading.path, readingOf(snapshot, store, contentOf)]));
  const later = (reading: StoreReading): StoreReading => readings.get(reading.path) ?? reading;
  return { ...snapshot, sharedStore: later(snapshot.sharedStore), agents: snapshot.agents.map((agent) => ({ ...agent, store: later(agent.store) })) };
}

function readingOf({ installation }: Snapshot, store: HeldStore, contentOf: (file: StoreFile) => JsonObject): StoreReading {
  const { reading, credentials, state } = store;
  const parsed = parseStore(contentOf(credentials), contentOf(state), installation.version);
  if (parsed === null) return reading;
  const known = storeOf(reading).profiles;
  const profiles = new Map([...parsed.profiles].map(([id, profile]) => [id, followed(profile, known)]));
  return { state: 'read', from: 'files', path: reading.path, image: credentials.image, stateImage: null, store: { ...parsed, profiles } };
}

/** What a reference leads to was looked up when the store was read. */
function followed(profile: StoredProfile, known: ReadonlyMap<string, StoredProfile>): StoredProfile {
  const { reference } = profile;
  if (reference === null) return profile;
  const same = [...known.values()].find((one) => one.reference?.source === reference.source && one.reference.provider === reference.provider && one.reference.id === reference.id);
  return same === undefined ? profile : { ...profile, secret: same.secret, reference: same.reference };
}
