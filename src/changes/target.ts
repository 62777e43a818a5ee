import { constants, lstatSync, openSync, readFileSync, readlinkSync, realpathSync, closeSync, fstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { sha256 } from '../terminal/sha256.ts';
import { CodedError, codeOf } from './errno.ts';

/** More links than this in a row is what Linux itself calls a loop. */
const longestChain = 40;

/**
 * The path whose directory entry is replaced: symlinks are followed, so that they stay symlinks. The end of a dangling link
 * is returned too. Throws ELOOP, or ENOENT when the directory of the end is missing.
 */
export function realTarget(path: string): string {
  let current = path;
  for (let steps = 0; steps < longestChain; steps += 1) {
    if (lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() !== true) {
      return current === path ? path : join(realpathSync(dirname(current)), basename(current));
    }
    current = resolve(realpathSync(dirname(current)), readlinkSync(current));
  }
  // The system says it best: this throws ELOOP.
  return realpathSync(path);
}

/**
 * What stands at a real target: its facts, or null when nothing does.
 * Throws EISDIR, ENOTFILE, EHARDLINK, ENOTOWNER or a system error for what must not be replaced.
 */
export function inspectTarget(target: string): Stats | null {
  const stats = lstatSync(target, { throwIfNoEntry: false }) ?? null;
  if (stats === null) {
    return null;
  }
  if (stats.isDirectory()) {
    throw new CodedError('EISDIR');
  }
  if (!stats.isFile()) {
    throw new CodedError('ENOTFILE');
  }
  if (stats.nlink > 1) {
    throw new CodedError('EHARDLINK');
  }
  refuseForeign(stats);
  return stats;
}

/** Only root may touch what another user owns: a file of ours in the place of theirs would lock their gateway out. */
export function refuseForeign(stats: Stats): void {
  const user = process.geteuid?.();
  if (user !== undefined && user !== 0 && user !== stats.uid) {
    throw new CodedError('ENOTOWNER');
  }
}

/** Bytes of a regular file; null when there is none. Never waits on a FIFO and never follows a link. */
export function readTarget(target: string): Buffer | null {
  let fd: number;
  try {
    fd = openSync(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return null;
    }
    throw error;
  }
  try {
    if (!fstatSync(fd).isFile()) {
      throw new CodedError('ENOTFILE');
    }
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** SHA-256 of bytes, hex; null for no file. */
export function hashOf(bytes: Buffer | null): string | null {
  return bytes === null ? null : sha256(bytes);
}
