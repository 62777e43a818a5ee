import type { Stats } from 'node:fs';
import type { PathKind } from './host-files.ts';
import type { ReadProblem } from './snapshot.ts';

/** What stands in the way of opening something as a file, or null. */
export function statProblem(stats: Stats): ReadProblem | null {
  const kind = kindFrom(stats);
  return kind === 'directory' || kind === 'fifo' || kind === 'socket' || kind === 'device' ? { kind: 'not-a-file', found: kind } : null;
}

/** What stands at a path. */
export function kindFrom(stats: Stats): Exclude<PathKind, 'missing'> {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isFIFO()) return 'fifo';
  return stats.isSocket() ? 'socket' : 'device';
}

/** The errno name of a failure of the file system. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
