import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject } from '../../src/openclaw/json-object.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import type { RowQuery } from '../../src/openclaw/host-files.ts';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';
import { agentDatabaseName, agentRows } from '../../src/openclaw/stores/agent-database.ts';
import { sharedRows, stateDatabasePath } from '../../src/openclaw/stores/shared-database.ts';
import { recordedAgents, type RecordedState } from '../support/recorded.ts';
import { credentials } from './credentials.ts';
import type { RealHome } from './real-openclaw.ts';

/** Parts of the config that say something about credentials and models; the rest holds tokens of the gateway and paths. */
const keptParts = new Set(['agents', 'auth', 'env', 'models', 'meta']);

/** What lies in the home at this moment, as far as an answer about credentials depends on it. */
export async function givenIn(home: RealHome): Promise<RecordedState['given']> {
  const config = await jsonIn(home.configPath);
  const files = new Map<string, JsonObject>();
  const databases = new Map<string, JsonObject>();
  await keepRows(databases, 'state', stateDatabasePath(home.stateDir), sharedRows.slice(1, 3));
  for (const agent of recordedAgents) {
    const folder = join('agents', agent, 'agent');
    for (const name of ['auth-profiles.json', 'auth-state.json']) {
      const content = await jsonIn(join(home.stateDir, folder, name));
      if (content !== null) files.set(join(folder, name), content);
    }
    await keepRows(databases, agent, join(home.stateDir, folder, agentDatabaseName), agentRows);
  }
  const kept = Object.fromEntries(Object.entries(config ?? {}).filter(([name]) => keptParts.has(name)));
  return portable({ config: kept, files: Object.fromEntries(files), databases: Object.fromEntries(databases) }, home.home);
}

async function jsonIn(path: string): Promise<JsonObject | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const parsed: unknown = text === null ? null : JSON.parse(text);
  return isJsonObject(parsed) ? parsed : null;
}

/** A store and its state in one, as `writeAgentDatabase` takes them apart again; nothing where there are no rows. */
async function keepRows(databases: Map<string, JsonObject>, name: string, path: string, queries: readonly RowQuery[]): Promise<void> {
  const reading = await localFiles.readDatabase(path, queries);
  const rows = reading.ok ? reading.values.flatMap((value): unknown[] => (value === null ? [] : [JSON.parse(value.reveal())])) : [];
  const content = Object.assign({}, ...rows.filter(isJsonObject));
  if (rows.length > 0) databases.set(name, content);
}

function portable(given: RecordedState['given'], home: string): RecordedState['given'] {
  const { key, token, newKey } = credentials;
  return JSON.parse(JSON.stringify(given).replaceAll(home, '$HOME').replaceAll(key, '$KEY').replaceAll(token, '$TOKEN').replaceAll(newKey, '$NEW_KEY'));
}
