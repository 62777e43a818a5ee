import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CodedError, attempt, codeOf } from './errno.ts';
import { inspectTarget, realTarget, refuseForeign } from './target.ts';

/** A place that cannot be written. `code` is the errno name, or one of our own codes (errno.ts). */
export interface Unwritable {
  readonly path: string;
  readonly code: string;
}

/**
 * Finds what would refuse a write, before anybody is asked for a key: a read-only file system, missing rights, another
 * owner, something that is no file. A path may be a file or a directory and need not exist. Answers only the ones that cannot
 * be written, in the order asked. Looks only, writes nothing; a full disk or an immutable file shows first when applying.
 */
export async function writability(paths: readonly string[]): Promise<readonly Unwritable[]> {
  return paths.flatMap((path) => {
    const code = obstacleAt(path);
    return code === null ? [] : [{ path, code }];
  });
}

/**
 * The git work tree into which a write to `path` would go because a symlink leads there, or null. Secrets and their backups
 * do not belong into a repository.
 */
export function gitWorkTreeOf(path: string): string | null {
  let directory = '';
  attempt(() => {
    const target = realTarget(path);
    directory = target === path ? '' : dirname(target);
  });
  return directory === '' ? null : workTreeAbove(directory);
}

/** The innermost git work tree that a directory lies in, or null. */
export function workTreeAbove(directory: string): string | null {
  if (lstatSync(join(directory, '.git'), { throwIfNoEntry: false }) !== undefined) {
    return directory;
  }
  return directory === dirname(directory) ? null : workTreeAbove(dirname(directory));
}

function obstacleAt(path: string): string | null {
  try {
    checkPlace(path);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

function checkPlace(path: string): void {
  const target = realTarget(path);
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) {
    refuseForeign(stats);
    accessSync(target, constants.W_OK | constants.X_OK);
    return;
  }
  inspectTarget(target);
  // The lock and the backup lie beside the path itself, the new bytes beside the target.
  for (const directory of new Set([dirname(path), dirname(target)])) {
    checkDirectory(directory, directory);
  }
}

/** The nearest directory that exists must let us make something in it. */
function checkDirectory(wanted: string, directory: string): void {
  const stats = statSync(directory, { throwIfNoEntry: false });
  if (stats === undefined) {
    if (lstatSync(directory, { throwIfNoEntry: false }) !== undefined || dirname(directory) === directory) {
      throw new CodedError('ENOENT');
    }
    checkDirectory(wanted, dirname(directory));
    return;
  }
  if (!stats.isDirectory()) {
    throw new CodedError('ENOTDIR');
  }
  if (directory === wanted) {
    refuseForeign(stats);
  }
  accessSync(directory, constants.W_OK | constants.X_OK);
}
