import type { HostFiles } from '../host-files.ts';
import type { Installation } from '../installation.ts';
import type { StoreReading } from '../snapshot.ts';
import { readAgentDatabase } from './agent-database.ts';
import { readSharedDatabase } from './shared-database.ts';
import { singleFileReader } from './single-file.ts';
import { readSplitFilesStore } from './split-files.ts';

/** Reads the stores of one installation, as its layout keeps them; each once, so that all see the same bytes. */
export interface StoreReader {
  /** The store that every agent inherits. */
  shared(): Promise<StoreReading>;
  /** The store of an agent dir alone; the very reading of `shared` when it is that one. */
  own(agentDir: string): Promise<StoreReading>;
  /** A store in the state database that OpenClaw does not look at; null when there is none. */
  passedOver(): Promise<StoreReading | null>;
}

/**
 * The reader for an installation's layout.
 *
 * @param follow looks up what a store refers to; see `followReferences`
 */
export function storeReader(installation: Installation, files: HostFiles, follow: (reading: StoreReading) => Promise<StoreReading>): StoreReader {
  const read = ownReader(installation, files);
  const readings = new Map<string, Promise<StoreReading>>();
  const own = (agentDir: string): Promise<StoreReading> => {
    const known = readings.get(agentDir) ?? read(agentDir).then(follow).then((reading) => Object.freeze(reading));
    readings.set(agentDir, known);
    return known;
  };
  const { mainAgentDir, stateDir } = installation;
  if (installation.readLayout !== 'shared-database') return { shared: () => own(mainAgentDir.path), own, passedOver: () => Promise.resolve(null) };
  const reading = readSharedDatabase(stateDir.path, installation.version, files);
  const shared = async (): Promise<StoreReading> => {
    const found = await reading;
    return 'place' in found ? own(mainAgentDir.path) : Object.freeze(await follow(found));
  };
  const passedOver = async (): Promise<StoreReading | null> => {
    const found = await reading;
    return 'place' in found ? found.passedOver : null;
  };
  return { shared, own, passedOver };
}

function ownReader({ readLayout, version }: Installation, files: HostFiles): (agentDir: string) => Promise<StoreReading> {
  switch (readLayout) {
    case 'single-file':
      return singleFileReader(version, files);
    case 'split-files':
      return (agentDir) => readSplitFilesStore(agentDir, version, files);
    case 'agent-database':
    case 'shared-database':
      return (agentDir) => readAgentDatabase(agentDir, version, files);
  }
}
