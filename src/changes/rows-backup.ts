import { statSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HostFiles } from '../openclaw/host-files.ts';
import type { Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { agentRows } from '../openclaw/stores/agent-database.ts';
import { sharedRows, stateDatabasePath } from '../openclaw/stores/shared-database.ts';
import { attempt } from './errno.ts';
import { syncDirectory, writeNewFile } from './new-file.ts';

/** Copies of what a database holds about credentials, beside it; 0600. They go again when nothing was lost. */
export interface RowsBackup {
  readonly paths: readonly string[];
  discard(): void;
}

/**
 * Copies the rows of every database of credentials into a file beside it, before a foreign hand touches it: nothing of
 * ours could write them back, but no credential is gone for good. Throws the system error when that cannot be done.
 *
 * @param nowMs epoch ms
 */
export async function backupRows(snapshot: Snapshot, files: HostFiles, nowMs: number): Promise<RowsBackup> {
  const paths: string[] = [];
  const discard = (): void => paths.forEach((path) => attempt(() => unlinkSync(path)));
  const statePath = stateDatabasePath(snapshot.installation.stateDir.path);
  try {
    for (const path of databasesOf(snapshot)) {
      const queries = path === statePath ? sharedRows : agentRows;
      const reading = await files.readDatabase(path, queries);
      if (!reading.ok) continue;
      const rows = queries.map(({ table, key }, index) => ({ table, key, value: reading.values[index]?.reveal() ?? null }));
      const copy = `${path}.clawdial-rows-${new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '')}.json`;
      const { uid, gid } = statSync(dirname(path));
      writeNewFile(copy, Buffer.from(`${JSON.stringify(rows, null, 2)}\n`), { mode: 0o600, owner: { uid, gid } });
      paths.push(copy);
      syncDirectory(dirname(path));
    }
  } catch (error) {
    discard();
    throw error;
  }
  return { paths, discard };
}

function databasesOf(snapshot: Snapshot): readonly string[] {
  const isDatabase = (reading: StoreReading): boolean => reading.state === 'read' && reading.from === 'database';
  const readings = [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)];
  return [...new Set(readings.filter(isDatabase).map(({ path }) => path))];
}
