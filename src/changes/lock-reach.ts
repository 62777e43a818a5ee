import { readlinkSync, statSync } from 'node:fs';
import type { UnseenLocks } from '../openclaw/surroundings/surroundings.ts';
import { attempt } from './errno.ts';

/** The first pid namespace of a Linux machine, from which all processes are seen; its number never changes (PROC_PID_INIT_INO). */
const outermost = 'pid:[4026531836]';

/**
 * Whether an OpenClaw may write to this state directory that does not see who holds a lock of ours, or we not who holds one of
 * its own (reliability 1.2): one of another user takes a lock of root for dead, and so does one outside of our container. A
 * container counts where the directory is mounted into it. Linux only; null where nothing is known.
 */
export function unseenLocks(stateDir: string): UnseenLocks | null {
  const owner = ownerOf(stateDir);
  if (owner === null) return null;
  if (process.geteuid?.() === 0 && owner.uid !== 0) return { why: 'other-user', uid: owner.uid };
  return isContained() && owner.device !== ownerOf('/')?.device ? { why: 'container' } : null;
}

function ownerOf(path: string): { readonly uid: number; readonly device: number } | null {
  let found: { readonly uid: number; readonly device: number } | null = null;
  attempt(() => {
    const { uid, dev } = statSync(path);
    found = { uid, device: dev };
  });
  return found;
}

function isContained(): boolean {
  let namespace = outermost;
  attempt(() => {
    namespace = readlinkSync('/proc/self/ns/pid');
  });
  return namespace !== outermost;
}
