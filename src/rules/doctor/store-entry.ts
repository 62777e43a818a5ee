import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import type { Snapshot, StoreReading } from '../../openclaw/snapshot.ts';
import type { Mend, Place } from './finding.ts';
import { storesOf } from './stored-ids.ts';

/** What lies apart from the profiles where a layout has a file for it (`split-files`). */
const stateKeys: ReadonlySet<string> = new Set(['order', 'lastGood', 'usageStats']);

/** An entry of a store, in the file that holds it; only the database where it lies in one. */
export function entryPlace(reading: StoreReading, keys: readonly string[]): Place {
  const path = entryFile(reading, keys);
  return path === null ? { in: 'file', path: reading.path } : { in: 'file', path, keys };
}

/** The edit of a store as a mend; null where only OpenClaw writes it. */
export function editEntry(snapshot: Snapshot, reading: StoreReading, edit: ConfigEdit): Mend | null {
  const path = entryFile(reading, edit.path);
  return path === null || !isWritable(snapshot) ? null : { do: 'edit', config: [], store: { path, edits: [edit] } };
}

/** The entry of a profile in its store. */
export function profilePlace(snapshot: Snapshot, { path, profileId }: { readonly path: string; readonly profileId: string }): Place {
  return entryPlace(storeAt(snapshot, path), ['profiles', profileId]);
}

/** True where clawdial writes stores itself; a database is written by OpenClaw alone. */
export function isWritable({ installation }: Snapshot): boolean {
  return installation.layout === 'single-file' || installation.layout === 'split-files';
}

/** The reading of a store by its path, as warnings name it. */
export function storeAt(snapshot: Snapshot, path: string): StoreReading {
  return storesOf(snapshot).find((reading) => reading.path === path) ?? { state: 'missing', path };
}

function entryFile(reading: StoreReading, [top = '']: readonly string[]): string | null {
  if (reading.state !== 'read' || reading.from !== 'files') return null;
  const image = stateKeys.has(top) ? (reading.stateImage ?? reading.image) : reading.image;
  return image?.path ?? null;
}
