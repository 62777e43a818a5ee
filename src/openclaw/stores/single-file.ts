import { agentFile } from '../agent-file.ts';
import type { HostFiles } from '../host-files.ts';
import type { OpenClawVersion } from '../installation.ts';
import type { ProfileStore, StoreReading } from '../snapshot.ts';
import { parseStore } from './parse-store.ts';
import { readStoreFile, type KnownText } from './store-file.ts';

/** The name of a store in the layouts `single-file` and `split-files`. */
export const storeFileName = 'auth-profiles.json';

/**
 * Reads the stores of agent dirs in the layout `single-file`. OpenClaw puts a copy of main's whole store into the dir of an
 * agent that has none, at its first look (2026.2.24, S2): what has the very text of the first store that is read, main's,
 * is not taken apart again, and shares what that one holds.
 */
export function singleFileReader(version: OpenClawVersion, files: HostFiles): (agentDir: string) => Promise<StoreReading> {
  let first: (KnownText & { readonly store: ProfileStore }) | null = null;
  return async (agentDir) => {
    const path = agentFile(agentDir, storeFileName);
    const reading = await readStoreFile(path, files, first);
    if (reading.state === 'missing') return { state: 'missing', path };
    if (reading.state === 'broken') return { state: 'broken', path, problem: reading.problem };
    const { image, object } = reading;
    const store = object === first?.object ? first.store : parseStore(object, object, version);
    if (store === null) return { state: 'broken', path, problem: { kind: 'shape', message: 'no-profiles' } };
    first ??= { text: image.text, object, store };
    return { state: 'read', from: 'files', path, image, stateImage: null, store };
  };
}
