import { join } from 'node:path';
import type { Installation } from '../installation.ts';
import { agentDatabaseName } from './agent-database.ts';
import { stateDatabasePath } from './shared-database.ts';
import { storeFileName } from './single-file.ts';
import { stateFileName } from './split-files.ts';

/**
 * The files in which the store of an agent dir lies, and those in which an older one could; a commit to a database shows
 * in its log first.
 */
export function storePaths({ readLayout, stateDir }: Installation, agentDir: string): readonly string[] {
  const profiles = join(agentDir, storeFileName);
  switch (readLayout) {
    case 'single-file':
      return [profiles];
    case 'split-files':
      return [profiles, join(agentDir, stateFileName)];
    case 'agent-database':
      return [...withLog(join(agentDir, agentDatabaseName)), profiles];
    case 'shared-database':
      return [...withLog(stateDatabasePath(stateDir.path)), ...withLog(join(agentDir, agentDatabaseName)), profiles];
  }
}

function withLog(path: string): readonly string[] {
  return [path, `${path}-wal`];
}
