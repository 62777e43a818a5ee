import { closeSync, constants, fchmodSync, fstatSync, openSync } from 'node:fs';
import type { ModeChange } from './change.ts';
import { CodedError } from './errno.ts';
import { refuseForeign } from './target.ts';

/**
 * Changes the permission bits of a file or directory; a link in its place is not followed. Throws the system error, or one
 * of our own codes.
 *
 * @returns false when its mode is not the one that the change was planned from
 */
export function changeMode({ path, kind, from, to }: ModeChange): boolean {
  const only = kind === 'directory' ? constants.O_DIRECTORY : constants.O_NONBLOCK;
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | only);
  try {
    const stats = fstatSync(fd);
    if (kind === 'file' && !stats.isFile()) {
      throw new CodedError(stats.isDirectory() ? 'EISDIR' : 'ENOTFILE');
    }
    refuseForeign(stats);
    if ((stats.mode & 0o777) !== from) {
      return false;
    }
    fchmodSync(fd, to);
    return true;
  } finally {
    closeSync(fd);
  }
}
