import { agentFile } from '../agent-file.ts';
import type { HostFiles } from '../host-files.ts';
import type { OpenClawVersion } from '../installation.ts';
import type { StoreReading } from '../snapshot.ts';
import { parseStore } from './parse-store.ts';
import { readStoreFile } from './store-file.ts';

/** The name of a store in the layouts `single-file` and `split-files`. */
export const storeFileName = 'auth-profiles.json';

/** Reads the store of an agent dir in the layout `single-file`. */
export async function readSingleFileStore(agentDir: string, version: OpenClawVersion, files: HostFiles): Promise<StoreReading> {
  const path = agentFile(agentDir, storeFileName);
  const reading = await readStoreFile(path, files);
  if (reading.state === 'missing') return { state: 'missing', path };
  if (reading.state === 'broken') return { state: 'broken', path, problem: reading.problem };
  const store = parseStore(reading.object, reading.object, version);
  if (store === null) return { state: 'broken', path, problem: { kind: 'shape', message: 'no-profiles' } };
  return { state: 'read', from: 'files', path, image: reading.image, stateImage: null, store };
}
