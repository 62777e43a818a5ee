import type { Stats } from 'node:fs';

/**
 * Whether nobody else could have written it. Compiled code is run as it is, so what another user may write is never taken:
 * with `sudo`, HOME may still be that of the user who called.
 *
 * @param user the effective user of this process; undefined on Windows, where the directories of a user are his own
 */
export function isOursAlone({ uid, mode }: Pick<Stats, 'uid' | 'mode'>, user: number | undefined): boolean {
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}
