import type { Secret } from '../terminal/secret.ts';
import type { FileImage, ReadProblem } from './snapshot.ts';

/** Largest credential store that is read, in bytes. */
export const storeLimitBytes = 5 * 1024 * 1024;

/**
 * Largest config that is read, in bytes. OpenClaw itself has no limit; the parser needs about 0.2 s for a megabyte
 * (measured), so that a larger one would make every screen wait for seconds.
 */
export const configLimitBytes = 8 * 1024 * 1024;

/** Largest included file or `.env` that is read, in bytes (OpenClaw 2026.9.6 has the same limit for includes). */
export const partLimitBytes = 2 * 1024 * 1024;

export type PathKind = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'device' | 'missing';

export type TextReading =
  | { readonly ok: true; readonly image: FileImage }
  | { readonly ok: false; readonly missing: true }
  | { readonly ok: false; readonly missing: false; readonly problem: ReadProblem };

/** One text of a database: the value of a column in the row with that key. The names are ours, never from outside. */
export interface RowQuery {
  readonly table: string;
  readonly keyColumn: string;
  readonly key: string;
  readonly valueColumn: string;
}

export type RowsReading =
  | {
      readonly ok: true;
      /** `PRAGMA user_version`. */
      readonly version: number;
      /** The OpenClaw that made the database, as it says itself, or null. */
      readonly openclaw: string | null;
      /** In the order of the queries; null where there is no such table, column or row. */
      readonly values: readonly (Secret | null)[];
    }
  | { readonly ok: false; readonly missing: true }
  | { readonly ok: false; readonly missing: false; readonly problem: ReadProblem };

/**
 * Reading an installation, wherever it lives. Nothing here throws for what a file system can do; nothing here writes.
 */
export interface HostFiles {
  /**
   * The whole text of a file; links are followed.
   *
   * @param limitBytes more than this is a `too-large` problem, and no byte of it is read.
   */
  readText(path: string, limitBytes: number): Promise<TextReading>;
  /** Texts of an SQLite database, all of one instant; it is opened for reading only. One over 5 MB is `too-large`. */
  readDatabase(path: string, queries: readonly RowQuery[]): Promise<RowsReading>;
  /** True when something stands at the end of the path, links followed (what `existsSync` says). */
  exists(path: string): Promise<boolean>;
  /** What stands at the path itself; a link is a `symlink`. `missing` also when it may not be looked at. */
  kindOf(path: string): Promise<PathKind>;
  /** The path without links, or null when it does not exist or may not be followed. */
  realPath(path: string): Promise<string | null>;
  /** Names in a directory, sorted; empty when there is none or it may not be listed. */
  list(directory: string): Promise<readonly string[]>;
}
