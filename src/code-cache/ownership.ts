import type { Stats } from 'node:fs';

/** @param user the effective user of this process; undefined on Windows, where the directories of a user are his own */
export function isOurs({ uid }: Pick<Stats, 'uid'>, user: number | undefined): boolean {
  return user === undefined || uid === user;
}

/**
 * Whether nobody else could have written it. Compiled code is run as it is, so what another user may write is never taken:
 * with `sudo`, HOME may still be that of the user who called.
 */
export function isOursAlone(found: Pick<Stats, 'uid' | 'mode'>, user: number | undefined): boolean {
  return isOurs(found, user) && (user === undefined || (found.mode & 0o022) === 0);
}
