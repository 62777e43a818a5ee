import { agentFile } from '../agent-file.ts';
import type { HostFiles } from '../host-files.ts';
import type { OpenClawVersion } from '../installation.ts';
import type { StoreReading } from '../snapshot.ts';
import { parseStore } from './parse-store.ts';
import { storeFileName } from './single-file.ts';
import { readStoreFile } from './store-file.ts';

/** The file that holds order, last good and usage in the layout `split-files`. */
export const stateFileName = 'auth-state.json';

/**
 * Reads the store of an agent dir in the layout `split-files`: credentials in one file, how they fared in the other.
 * Until the first split write all of it stands in `auth-profiles.json`, which then counts for both.
 */
export async function readSplitFilesStore(agentDir: string, version: OpenClawVersion, files: HostFiles): Promise<StoreReading> {
  const path = agentFile(agentDir, storeFileName);
  const statePath = agentFile(agentDir, stateFileName);
  const [profiles, state] = await Promise.all([readStoreFile(path, files), readStoreFile(statePath, files)]);
  if (profiles.state === 'broken') return { state: 'broken', path, problem: profiles.problem };
  if (state.state === 'broken') return { state: 'broken', path: statePath, problem: state.problem };
  if (profiles.state === 'missing' && state.state === 'missing') return { state: 'missing', path };
  const credentials = profiles.state === 'read' ? profiles.object : null;
  const store = parseStore(credentials, state.state === 'read' ? state.object : credentials, version);
  if (store === null) return { state: 'broken', path, problem: { kind: 'shape', message: 'no-profiles' } };
  const image = profiles.state === 'read' ? profiles.image : null;
  const stateImage = state.state === 'read' ? state.image : null;
  return { state: 'read', from: 'files', path, image, stateImage, store };
}
