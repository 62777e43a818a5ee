// The file system is asked at once: `node:fs/promises` takes a quarter of the time that Node takes to start.
import { accessSync, closeSync, constants as fsConstants, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Secret } from '../terminal/secret.ts';
import { storeLimitBytes, type RowQuery, type RowsReading } from './host-files.ts';
import { errorCode, statProblem } from './file-problem.ts';
import { loadSqlite } from './node-sqlite.ts';
import { orNull } from './or-null.ts';
import type { DatabaseFault, ReadProblem } from './snapshot.ts';

/** Waits between attempts while another program writes, in ms: about OpenClaw's own 5 s in all would hold up a screen. */
const lockedWaitsMs = [25, 50, 100, 200, 400];

/**
 * Reads texts of a database of this machine without leaving a trace. A database whose log is empty is opened as a file
 * that does not change, so that SQLite makes no `-wal` and `-shm` beside it; whether it changed meanwhile is looked at
 * afterwards. While a gateway has it open, its log is read along, as any reader does.
 */
export async function readDatabase(path: string, queries: readonly RowQuery[]): Promise<RowsReading> {
  let reading = readOnce(path, queries);
  for (const ms of lockedWaitsMs) {
    if (!isLocked(reading)) break;
    await wait(ms);
    reading = readOnce(path, queries);
  }
  return reading;
}

function isLocked(reading: RowsReading): boolean {
  return !reading.ok && !reading.missing && reading.problem.kind === 'database' && reading.problem.fault === 'locked';
}

function readOnce(path: string, queries: readonly RowQuery[]): RowsReading {
  try {
    const mode = modeOf(path);
    if (mode.kind === 'missing') return { ok: false, missing: true };
    if (mode.kind === 'problem') return failed(mode.problem);
    const rows = readRows(path, mode.isStill, queries);
    // What changed while it was taken for unchanging may have been read half and half.
    return mode.isStill && printOf(path) !== mode.print ? fault('locked') : rows;
  } catch (error) {
    return failed(problemOf(error));
  }
}

type Mode =
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: ReadProblem }
  /** `isStill`: nobody has it open for writing, as far as can be seen. */
  | { readonly kind: 'open'; readonly isStill: boolean; readonly print: string };

function modeOf(path: string): Mode {
  const log = sizeOf(`${path}-wal`);
  const main = statSync(path, { throwIfNoEntry: false });
  if (main === undefined) return log === null ? { kind: 'missing' } : { kind: 'problem', problem: { kind: 'database', fault: 'no-main-file' } };
  const problem = statProblem(main);
  if (problem !== null) return { kind: 'problem', problem };
  // A database that keeps a log has its first page itself: what the log of a cut one holds, SQLite throws away.
  if (main.size === 0) return { kind: 'problem', problem: { kind: 'database', fault: 'empty' } };
  const usesLog = usesWriteAheadLog(path);
  const isStill = usesLog && (log ?? 0) === 0;
  if (usesLog && !isStill && !canIndexLog(path)) return { kind: 'problem', problem: { kind: 'database', fault: 'log-unread' } };
  return { kind: 'open', isStill, print: printOf(path) };
}

/** A log is read with its index (`-shm`) beside it, which SQLite makes when it is not there. */
function canIndexLog(path: string): boolean {
  if (sizeOf(`${path}-shm`) !== null) return true;
  return orNull(() => accessSync(dirname(path), fsConstants.W_OK)) !== null;
}

/** Byte 18 of the header: 2 for a database with a write-ahead log. */
function usesWriteAheadLog(path: string): boolean {
  const descriptor = openSync(path, fsConstants.O_RDONLY | fsConstants.O_NONBLOCK);
  try {
    const header = Buffer.alloc(20);
    return readSync(descriptor, header, 0, 20, 0) === 20 && header[18] === 2;
  } finally {
    closeSync(descriptor);
  }
}

function printOf(path: string): string {
  const main = orNull(() => statSync(path, { bigint: true }));
  return JSON.stringify([main === null ? null : [main.ino, main.size, main.mtimeNs].map(String), sizeOf(`${path}-wal`) ?? 0]);
}

function sizeOf(path: string): number | null {
  return orNull(() => statSync(path))?.size ?? null;
}

function readRows(path: string, isStill: boolean, queries: readonly RowQuery[]): RowsReading {
  const sqlite = loadSqlite();
  if (sqlite === null) return fault('no-sqlite');
  const database = isStill ? openStill(sqlite, path) : new sqlite.DatabaseSync(path, { readOnly: true });
  try {
    // One transaction, so that all answers are of one instant.
    database.exec('PRAGMA trusted_schema = OFF; BEGIN');
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    const values: (Secret | null)[] = [];
    for (const query of queries) {
      const answer = textOf(database, query);
      if (typeof answer === 'number') return failed({ kind: 'too-large', bytes: answer, limit: storeLimitBytes });
      values.push(answer);
    }
    return { ok: true, version, openclaw: makerOf(database), values };
  } finally {
    database.close();
  }
}

/** Node before 22.15 knows no such way; SQLite then makes its empty log beside the database, as for any reader. */
function openStill(sqlite: NonNullable<ReturnType<typeof loadSqlite>>, path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  try {
    return new sqlite.DatabaseSync(url, { readOnly: true });
  } catch (error) {
    if (error instanceof TypeError) return new sqlite.DatabaseSync(path, { readOnly: true });
    throw error;
  }
}

/** The text, null when it is not there, or its length when that is over the limit. */
function textOf(database: DatabaseSync, { table, keyColumn, key, valueColumn }: RowQuery): Secret | number | null {
  if (!hasColumns(database, table, [keyColumn, valueColumn])) return null;
  const where = `FROM ${table} WHERE ${keyColumn} = ? AND typeof(${valueColumn}) = 'text'`;
  const length = database.prepare(`SELECT length(CAST(${valueColumn} AS BLOB)) AS length ${where}`).get(key)?.['length'];
  if (typeof length !== 'number') return null;
  if (length > storeLimitBytes) return length;
  const value = database.prepare(`SELECT ${valueColumn} AS value ${where}`).get(key)?.['value'];
  return typeof value === 'string' ? new Secret(value) : null;
}

/** Only a real table is asked: a view can be made to run for ever. */
function hasColumns(database: DatabaseSync, table: string, columns: readonly string[]): boolean {
  const isTable = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  if (!isTable) return false;
  const present = new Set(database.prepare('SELECT name FROM pragma_table_info(?)').all(table).map(({ name }) => name));
  return columns.every((column) => present.has(column));
}

function makerOf(database: DatabaseSync): string | null {
  if (!hasColumns(database, 'schema_meta', ['meta_key', 'app_version'])) return null;
  const maker = database.prepare("SELECT app_version FROM schema_meta WHERE meta_key = 'primary'").get()?.['app_version'];
  return typeof maker === 'string' ? maker : null;
}

/** SQLite's own numbers of what went wrong, the basic part of them. */
const faults: ReadonlyMap<number, DatabaseFault> = new Map([
  [3, 'not-permitted'],
  [5, 'locked'],
  [6, 'locked'],
  [11, 'corrupt'],
  [14, 'log-unread'],
  [8, 'log-unread'],
  [26, 'not-a-database'],
]);

function problemOf(error: unknown): ReadProblem {
  const number = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
  if (number === null) {
    const code = errorCode(error);
    return code === 'EACCES' || code === 'EPERM' ? { kind: 'database', fault: 'not-permitted' } : { kind: 'unreadable', code };
  }
  const known = faults.get(number);
  return known === undefined ? { kind: 'unreadable', code: `SQLITE ${number}` } : { kind: 'database', fault: known };
}

function fault(of: DatabaseFault): RowsReading {
  return failed({ kind: 'database', fault: of });
}

function failed(problem: ReadProblem): RowsReading {
  return { ok: false, missing: false, problem };
}
