import { closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { attempt } from './errno.ts';

/** Owner and permission bits for a new file. */
export interface Ownership {
  readonly mode: number;
  /** Given to the file when we are root; null leaves it ours. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/**
 * Writes a file that must not exist yet and syncs it. It is private from the first moment; on failure nothing stays behind.
 * Throws the system error.
 */
export function writeNewFile(path: string, bytes: Buffer, { mode, owner }: Ownership): void {
  const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, mode & 0o600);
  try {
    try {
      // A strict umask may have taken bits away.
      if ((fstatSync(fd).mode & 0o777) !== mode) {
        fchmodSync(fd, mode);
      }
      if (owner !== null && process.geteuid?.() === 0) {
        fchownSync(fd, owner.uid, owner.gid);
      }
      writeAll(fd, bytes);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    attempt(() => unlinkSync(path));
    throw error;
  }
}

/** Makes the names in a directory durable. Returns false where the file system cannot do that. */
export function syncDirectory(path: string): boolean {
  return attempt(() => {
    const fd = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  });
}

/** A write may take only part of the bytes. */
function writeAll(fd: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(fd, bytes, written);
  }
}
