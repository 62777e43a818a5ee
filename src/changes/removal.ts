import { unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Removal } from './change.ts';
import { findLitter } from './litter.ts';
import { breakLock, isStale, seeLock } from './lock-file.ts';

/**
 * Removes a file that nobody needs, if that is still so; one that is gone already is well. Throws the system error.
 *
 * @param nowMs epoch ms
 * @returns false when it is in use by now, or is another file
 */
export function removeUnused({ path, what }: Removal, nowMs: number): boolean {
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
