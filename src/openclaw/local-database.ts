import { constants as fsConstants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Secret } from '../terminal/secret.ts';
import { storeLimitBytes, type RowQuery, type RowsReading } from './host-files.ts';
import { errorCode, statProblem } from './file-problem.ts';
import { loadSqlite } from './node-sqlite.ts';
import type { DatabaseFault, ReadProblem } from './snapshot.ts';

/** Waits between attempts while another program writes, in ms: about OpenClaw's own 5 s in all would hold up a screen. */
const lockedWaitsMs = [25, 50, 100, 200, 400];

/**
 * Reads texts of a database of this machine without leaving a trace. A database whose log is empty is opened as a file
 * that does not change, so that SQLite makes no `-wal` and `-shm` beside it; whether it changed meanwhile is looked at
 * afterwards. While a gateway has it open, its log is read along, as any reader does.
 */
export async function readDatabase(path: string, queries: readonly RowQuery[]): Promise<RowsReading> {
  let reading = await readOnce(path, queries);
  for (const ms of lockedWaitsMs) {
    if (!isLocked(reading)) break;
    await wait(ms);
    reading = await readOnce(path, queries);
  }
  return reading;
}

function isLocked(reading: RowsReading): boolean {
  return !reading.ok && !reading.missing && reading.problem.kind === 'database' && reading.problem.fault === 'locked';
}

async function readOnce(path: string, queries: readonly RowQuery[]): Promise<RowsReading> {
  try {
    const mode = await modeOf(path);
    if (mode.kind === 'missing') return { ok: false, missing: true };
    if (mode.kind === 'problem') return failed(mode.problem);
    const rows = readRows(path, mode.isStill, queries);
    // What changed while it was taken for unchanging may have been read half and half.
    return mode.isStill && (await printOf(path)) !== mode.print ? fault('locked') : rows;
  } catch (error) {
    return failed(problemOf(error));
  }
}

type Mode =
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: ReadProblem }
  /** `isStill`: nobody has it open for writing, as far as can be seen. */
  | { readonly kind: 'open'; readonly isStill: boolean; readonly print: string };

async function modeOf(path: string): Promise<Mode> {
  const log = await sizeOf(`${path}-wal`);
  const main = await stat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (main === null) return log === null ? { kind: 'missing' } : { kind: 'problem', problem: { kind: 'database', fault: 'no-main-file' } };
  const problem = statProblem(main);
  if (problem !== null) return { kind: 'problem', problem };
  // A database that keeps a log has its first page itself: what the log of a cut one holds, SQLite throws away.
  if (main.size === 0) return { kind: 'problem', problem: { kind: 'database', fault: 'empty' } };
  const usesLog = await usesWriteAheadLog(path);
  const isStill = usesLog && (log ?? 0) === 0;
  if (usesLog && !isStill && !(await canIndexLog(path))) return { kind: 'problem', problem: { kind: 'database', fault: 'log-unread' } };
  return { kind: 'open', isStill, print: await printOf(path) };
}

/** A log is read with its index (`-shm`) beside it, which SQLite makes when it is not there. */
async function canIndexLog(path: string): Promise<boolean> {
  if ((await sizeOf(`${path}-shm`)) !== null) return true;
  return access(dirname(path), fsConstants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Byte 18 of the header: 2 for a database with a write-ahead log. */
async function usesWriteAheadLog(path: string): Promise<boolean> {
  await using handle = await open(path, fsConstants.O_RDONLY | fsConstants.O_NONBLOCK);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(20), 0, 20, 0);
  return bytesRead === 20 && buffer[18] === 2;
}

async function printOf(path: string): Promise<string> {
  const main = await stat(path, { bigint: true }).catch(() => null);
  return JSON.stringify([main === null ? null : [main.ino, main.size, main.mtimeNs].map(String), (await sizeOf(`${path}-wal`)) ?? 0]);
}

async function sizeOf(path: string): Promise<number | null> {
  const stats = await stat(path).catch(() => null);
  return stats?.size ?? null;
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
