import type { DeadLock } from '../openclaw/surroundings/surroundings.ts';
import { isStale, seeLock } from './lock-file.ts';

/** The locks of these files that nobody holds any more. Removes nothing. @param nowMs epoch ms */
export function deadLocks(paths: readonly string[], nowMs: number): readonly DeadLock[] {
  return paths.flatMap((path): readonly DeadLock[] => {
    const lock = `${path}.lock`;
    const seen = seeLock(lock, nowMs);
    return seen === null || !isStale(seen, false) ? [] : [{ path: lock, pid: seen.pid, ageMs: seen.ageMs }];
  });
}
