import { unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeBackup } from './backup.ts';
import type { Removal } from './change.ts';
import { findLitter } from './litter.ts';
import { breakLock, isStale, seeLock } from './lock-file.ts';
import { syncDirectory } from './new-file.ts';
import { hashOf, inspectTarget, readTarget, realTarget } from './target.ts';

/** What became of a removal. */
export interface Removed {
  /** False when it is in use by now, or is another file. */
  readonly done: boolean;
  /** Where the bytes are now; null when nothing was kept. */
  readonly backup: string | null;
}

/**
 * Removes a file that nobody needs, if that is still so; one that is gone already is well. Throws the system error.
 *
 * @param nowMs epoch ms
 */
export function removeFile(removal: Removal, nowMs: number): Removed {
  if (removal.what === 'made') return setAside(removal.path, removal.expected, nowMs);
  return { done: removeUnused(removal.path, removal.what, nowMs), backup: null };
}

/** Takes a file away that a change made, and keeps its bytes beside it. */
function setAside(path: string, expected: string, nowMs: number): Removed {
  const target = realTarget(path);
  const stats = inspectTarget(target);
  const bytes = readTarget(target);
  if (stats === null || bytes === null) return { done: true, backup: null };
  if (hashOf(bytes) !== expected) return { done: false, backup: null };
  const backup = writeBackup(path, bytes, { uid: stats.uid, gid: stats.gid }, nowMs);
  unlinkSync(target);
  syncDirectory(dirname(target));
  return { done: true, backup };
}

function removeUnused(path: string, what: 'dead-lock' | 'leftover', nowMs: number): boolean {
  if (what === 'dead-lock') {
    const lock = seeLock(path, nowMs);
    return lock === null || (isStale(lock, false) && breakLock(path, lock));
  }
  if (!findLitter(dirname(path)).some((leftover) => leftover.path === path && leftover.by === 'clawdial')) {
    return false;
  }
  unlinkSync(path);
  return true;
}
