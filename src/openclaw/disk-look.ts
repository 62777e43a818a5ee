import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { orNull } from './or-null.ts';

/**
 * One look at files that may change: which directories tell of them, and whether they are as they were. Nothing is asked
 * twice, and nothing below a directory that is missing: of a thousand agents most keep nothing of their own.
 */
export class DiskLook {
  readonly #missing = new Map<string, boolean>();

  /**
   * The nearest directory that exists above each path, and above the file a link leads to; with what tells it from a later
   * one of that name.
   */
  directoriesOf(paths: readonly string[]): ReadonlyMap<string, string> {
    const directories = new Map<string, string>();
    const seen = new Set<string>();
    const add = (start: string): void => {
      for (let directory = start; !seen.has(directory); directory = dirname(directory)) {
        seen.add(directory);
        const identity = this.#isMissing(directory) ? null : identityOf(directory);
        if (identity === null) continue;
        directories.set(directory, identity);
        return;
      }
    };
    for (const path of paths) {
      add(dirname(path));
      const real = this.#isMissing(path) ? null : realPath(path);
      if (real !== null && real !== path) add(dirname(real));
    }
    return directories;
  }

  /** Changes when any of the files does. */
  fingerprint(paths: readonly string[]): string {
    return paths.map((path) => (this.#isMissing(dirname(path)) ? '-' : statOf(path))).join('\n');
  }

  /** Whether a file, or what a directory that tells of one holds, was changed at that time or later. @param time epoch ms */
  isChangedSince(paths: readonly string[], time: number): boolean {
    return [...this.directoriesOf(paths).keys(), ...paths.filter((path) => !this.#isMissing(path))].some((path) => changedAt(path) >= time);
  }

  /** False also for a link that leads nowhere, and where it may not be looked. */
  #isMissing(path: string): boolean {
    const known = this.#missing.get(path);
    if (known !== undefined) return known;
    const parent = dirname(path);
    const answer = (parent !== path && this.#isMissing(parent)) || isAbsent(path);
    this.#missing.set(path, answer);
    return answer;
  }
}

function isAbsent(path: string): boolean {
  return orNull(() => lstatSync(path, { throwIfNoEntry: false }) === undefined) ?? false;
}

function identityOf(directory: string): string | null {
  const stats = orNull(() => statSync(directory, { throwIfNoEntry: false, bigint: true }));
  // The time of birth too: the next directory often gets the inode of the one that was removed.
  return stats?.isDirectory() === true ? `${stats.dev}:${stats.ino}:${stats.birthtimeNs}` : null;
}

function realPath(path: string): string | null {
  return orNull(() => realpathSync.native(path));
}

function statOf(path: string): string {
  const stats = orNull(() => statSync(path, { throwIfNoEntry: false, bigint: true }));
  if (stats === null) return '!';
  return stats === undefined ? '-' : `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.mode}`;
}

/** Epoch ms, by the clock of the file system; what cannot be looked at was never changed. */
function changedAt(path: string): number {
  return orNull(() => statSync(path, { throwIfNoEntry: false }))?.ctimeMs ?? -Infinity;
}
