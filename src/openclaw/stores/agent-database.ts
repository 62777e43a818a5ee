import { join } from 'node:path';
import type { HostFiles, RowQuery } from '../host-files.ts';
import type { OpenClawVersion } from '../installation.ts';
import { parseJsonObject } from '../json-text.ts';
import type { DatabaseSchema, JsonObject, ReadProblem, StoreReading } from '../snapshot.ts';
import type { Secret } from '../../terminal/secret.ts';
import { sha256 } from '../../terminal/sha256.ts';
import { parseStore } from './parse-store.ts';

/** The database of an agent, in its agent dir. */
export const agentDatabaseName = 'openclaw-agent.sqlite';

/** The newest schemas that we know (2026.9.6, section 1.3; observed). */
const knownSchemas = { agent: 23, state: 18 } as const;

/** The two rows of an agent's database (2026.9.6, section 1.3). */
export const agentRows: readonly RowQuery[] = [
  { table: 'auth_profile_store', keyColumn: 'store_key', key: 'primary', valueColumn: 'store_json' },
  { table: 'auth_profile_state', keyColumn: 'state_key', key: 'primary', valueColumn: 'state_json' },
];

/** Reads the store of an agent's own database. A database without the two rows holds no store: it serves other things too. */
export async function readAgentDatabase(agentDir: string, version: OpenClawVersion, files: HostFiles): Promise<StoreReading> {
  const path = join(agentDir, agentDatabaseName);
  const reading = await files.readDatabase(path, agentRows);
  if (!reading.ok) return reading.missing ? { state: 'missing', path } : { state: 'broken', path, problem: reading.problem };
  const [store = null, state = null] = reading.values;
  return storeFromRows(path, schemaOf(reading, 'agent'), store, state, version);
}

/** What the database says of itself. */
export function schemaOf({ version, openclaw }: { readonly version: number; readonly openclaw: string | null }, kind: keyof typeof knownSchemas): DatabaseSchema {
  return Object.freeze({ version, isKnown: version <= knownSchemas[kind], openclaw });
}

/** A store from the texts of its two rows; `missing` when there is neither. */
export function storeFromRows(
  path: string,
  schema: DatabaseSchema,
  storeRow: Secret | null,
  stateRow: Secret | null,
  version: OpenClawVersion,
): StoreReading {
  if (storeRow === null && stateRow === null) return { state: 'missing', path };
  const credentials = parseRow(storeRow);
  const state = parseRow(stateRow);
  if (!credentials.ok) return { state: 'broken', path, problem: credentials.problem };
  if (!state.ok) return { state: 'broken', path, problem: state.problem };
  const store = parseStore(credentials.object, state.object, version);
  if (store === null) return { state: 'broken', path, problem: rowProblem };
  return { state: 'read', from: 'database', path, schema, sha256: hashOf([storeRow, stateRow]), store };
}

function hashOf(rows: readonly (Secret | null)[]): string {
  return sha256(JSON.stringify(rows.map((row) => row?.reveal() ?? null)));
}

const rowProblem: ReadProblem = { kind: 'database', fault: 'row' };

type RowReading = { readonly ok: true; readonly object: JsonObject | null } | { readonly ok: false; readonly problem: ReadProblem };

function parseRow(text: Secret | null): RowReading {
  if (text === null) return { ok: true, object: null };
  const parsed = parseJsonObject(text.reveal());
  return parsed.ok ? parsed : { ok: false, problem: rowProblem };
}
