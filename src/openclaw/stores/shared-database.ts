import { join } from 'node:path';
import type { HostFiles, RowQuery } from '../host-files.ts';
import type { OpenClawVersion } from '../installation.ts';
import { textAt } from '../json-object.ts';
import { parseJsonObject } from '../json-text.ts';
import type { StoreReading } from '../snapshot.ts';
import type { Secret } from '../../terminal/secret.ts';
import { schemaOf, storeFromRows } from './agent-database.ts';

const machineRow = (key: string): RowQuery => ({ table: 'config_machine_state', keyColumn: 'state_key', key, valueColumn: 'value_json' });

/** Where the shared store is, and its two halves; then the tables that held them up to state schema 12 (2026.9.6, section 1.3). */
export const sharedRows: readonly RowQuery[] = [
  machineRow('auth.sharedStore'),
  machineRow('authProfiles.store'),
  machineRow('authProfiles.state'),
  { table: 'auth_profile_stores', keyColumn: 'store_key', key: 'shared', valueColumn: 'store_json' },
  { table: 'auth_profile_state', keyColumn: 'store_key', key: 'shared', valueColumn: 'state_json' },
];

/** The database of the whole installation. */
export function stateDatabasePath(stateDir: string): string {
  return join(stateDir, 'state', 'openclaw.sqlite');
}

/** The store that every agent inherits is main's own, whatever the state database holds all the same. */
export interface SharedInMain {
  readonly place: 'main';
  readonly passedOver: StoreReading;
}

/**
 * Reads the store that every agent inherits in the layout `shared-database`, that of the state database; main's own as
 * long as no row says that it moved there (2026.9.6, section 1.2; run).
 */
export async function readSharedDatabase(stateDir: string, version: OpenClawVersion, files: HostFiles): Promise<StoreReading | SharedInMain> {
  const path = stateDatabasePath(stateDir);
  const reading = await files.readDatabase(path, sharedRows);
  if (!reading.ok) return reading.missing ? { place: 'main', passedOver: { state: 'missing', path } } : { state: 'broken', path, problem: reading.problem };
  const [location = null, store = null, state = null, oldStore = null, oldState = null] = reading.values;
  const inState = storeFromRows(path, schemaOf(reading, 'state'), store ?? oldStore, state ?? oldState, version);
  return isInStateDatabase(location) ? inState : { place: 'main', passedOver: inState };
}

function isInStateDatabase(row: Secret | null): boolean {
  if (row === null) return false;
  const parsed = parseJsonObject(row.reveal());
  return parsed.ok && textAt(parsed.object, 'location') === 'state-db';
}
