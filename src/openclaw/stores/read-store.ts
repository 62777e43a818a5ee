import { join } from 'node:path';
import type { HostFiles } from '../host-files.ts';
import type { Installation } from '../installation.ts';
import type { StoreReading } from '../snapshot.ts';
import { readSingleFileStore, storeFileName } from './single-file.ts';

/** Reads the store of an agent dir in the installation's layout; `unsupported` for a layout that is not read. */
export async function readStore(installation: Installation, agentDir: string, files: HostFiles): Promise<StoreReading> {
  if (installation.layout === 'single-file') return readSingleFileStore(agentDir, files);
  return { state: 'unsupported', path: storePath(installation, agentDir) };
}

function storePath(installation: Installation, agentDir: string): string {
  switch (installation.layout) {
    case 'agent-database':
      return join(agentDir, 'openclaw-agent.sqlite');
    case 'shared-database':
      return agentDir === installation.mainAgentDir.path
        ? join(installation.stateDir.path, 'state', 'openclaw.sqlite')
        : join(agentDir, 'openclaw-agent.sqlite');
    case 'single-file':
    case 'split-files':
    case 'unknown':
      return join(agentDir, storeFileName);
  }
}
