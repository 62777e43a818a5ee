import { chmodSync, chownSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { attempt, codeOf } from './errno.ts';
import { syncDirectory } from './new-file.ts';

/**
 * Makes a directory and its missing parents, 0700 as OpenClaw makes them; for root they belong to the owner of the directory
 * above. Adds each one made to `made`, outermost first. Throws the system error.
 */
export function makeDirectory(path: string, made: string[]): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) {
    return;
  }
  const above = dirname(path);
  makeDirectory(above, made);
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && statSync(path).isDirectory()) {
      return;
    }
    throw error;
  }
  made.push(path);
  // A strict umask may have taken bits away.
  chmodSync(path, 0o700);
  if (process.geteuid?.() === 0) {
    const { uid, gid } = statSync(above);
    chownSync(path, uid, gid);
  }
  syncDirectory(above);
}

/** Removes directories made in vain, innermost first; one that is in use by now stays. */
export function removeEmptyDirectories(made: readonly string[]): void {
  for (const path of made.toReversed()) {
    attempt(() => rmdirSync(path));
  }
}
