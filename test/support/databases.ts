import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A store as 2026.2.24 writes it in one file; databases keep it in two rows. Texts are written as they are. */
export type StoreContent = Readonly<Record<string, unknown>> | string;

export interface DatabaseForm {
  /** `PRAGMA user_version`, and what `schema_meta` says. */
  readonly schema?: number;
  readonly openclaw?: string;
  /** How the database is kept; OpenClaw's own is `wal`. */
  readonly journal?: 'wal' | 'delete';
}

/** Makes an agent's database as 2026.9.6 does: `auth_profile_store` and `auth_profile_state`, one row each. Null makes it without rows. */
export async function writeAgentDatabase(agentDir: string, content: StoreContent | null, form: DatabaseForm = {}): Promise<string> {
  const path = join(agentDir, 'openclaw-agent.sqlite');
  const database = await create(path, { role: 'agent', agentId: basename(dirname(agentDir)) }, { schema: 23, ...form });
  database.exec(`
    CREATE TABLE IF NOT EXISTS auth_profile_store (store_key TEXT NOT NULL PRIMARY KEY, store_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS auth_profile_state (state_key TEXT NOT NULL PRIMARY KEY, state_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;`);
  const [store, state] = halves(content);
  if (store !== null) database.prepare("INSERT OR REPLACE INTO auth_profile_store VALUES ('primary', ?, 0)").run(store);
  if (state !== null) database.prepare("INSERT OR REPLACE INTO auth_profile_state VALUES ('primary', ?, 0)").run(state);
  database.close();
  return path;
}

export interface SharedForm extends DatabaseForm {
  /** The row that says where the shared store is; null leaves it out. */
  readonly location?: 'state-db' | 'legacy-main' | null;
  /** Keeps the store in the two tables of state schema 12 and before. */
  readonly tables?: 'config_machine_state' | 'singletons';
}

/** Makes the state database of an installation as 2026.9.6 does: rows of `config_machine_state`. */
export async function writeStateDatabase(stateDir: string, content: StoreContent | null, form: SharedForm = {}): Promise<string> {
  const path = join(stateDir, 'state', 'openclaw.sqlite');
  const { location = 'state-db', tables = 'config_machine_state' } = form;
  const database = await create(path, { role: 'global', agentId: null }, { schema: tables === 'singletons' ? 12 : 18, ...form });
  database.exec('CREATE TABLE IF NOT EXISTS config_machine_state (state_key TEXT NOT NULL PRIMARY KEY, value_json TEXT NOT NULL, updated_at_ms INTEGER NOT NULL) STRICT');
  const row = database.prepare('INSERT OR REPLACE INTO config_machine_state VALUES (?, ?, 0)');
  if (location !== null) row.run('auth.sharedStore', JSON.stringify({ location }));
  const [store, state] = halves(content);
  if (tables === 'singletons') {
    database.exec(`
      CREATE TABLE IF NOT EXISTS auth_profile_stores (store_key TEXT NOT NULL PRIMARY KEY, store_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS auth_profile_state (store_key TEXT NOT NULL PRIMARY KEY, state_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;`);
    if (store !== null) database.prepare("INSERT OR REPLACE INTO auth_profile_stores VALUES ('shared', ?, 0)").run(store);
    if (state !== null) database.prepare("INSERT OR REPLACE INTO auth_profile_state VALUES ('shared', ?, 0)").run(state);
  } else {
    if (store !== null) row.run('authProfiles.store', store);
    if (state !== null) row.run('authProfiles.state', state);
  }
  database.close();
  return path;
}

async function create(path: string, { role, agentId }: { readonly role: string; readonly agentId: string | null }, { schema = 0, openclaw = '2026.9.6', journal = 'wal' }: DatabaseForm): Promise<DatabaseSync> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = ${journal}; PRAGMA user_version = ${schema};
    CREATE TABLE IF NOT EXISTS schema_meta (meta_key TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, schema_version INTEGER NOT NULL, agent_id TEXT, app_version TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT`);
  database.prepare("INSERT OR REPLACE INTO schema_meta VALUES ('primary', ?, ?, ?, ?, 0, 0)").run(role, schema, agentId, openclaw);
  return database;
}

/** Credentials in one row, how they fared in the other. */
function halves(content: StoreContent | null): readonly [store: string | null, state: string | null] {
  if (content === null) return [null, null];
  if (typeof content === 'string') return [content, null];
  const { version = 1, profiles, ...state } = content;
  return [profiles === undefined ? null : JSON.stringify({ version, profiles }), Object.keys(state).length === 0 ? null : JSON.stringify({ version, ...state })];
}
