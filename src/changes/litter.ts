import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './errno.ts';
import { isAlive } from './process-facts.ts';

/** Names of what an ended run of ours may have left: new bytes not yet in place, and locks not yet published. */
const ours = /^(?:\..+\.(\d+)\.[0-9a-f]{16}\.clawdial\.tmp|.+\.lock\.(\d+)\.[0-9a-f]{16})$/u;

/**
 * Removes litter of our own ended runs from a directory (it may hold secrets): our pattern, our user, a process that is gone.
 * Returns the paths removed. A directory that cannot be read has none.
 */
export function sweepLitter(directory: string): readonly string[] {
  let names: readonly string[] = [];
  attempt(() => {
    names = readdirSync(directory);
  });
  return names.filter(isAbandoned).map((name) => join(directory, name)).filter(isOurFile).filter((path) => attempt(() => unlinkSync(path)));
}

function isAbandoned(name: string): boolean {
  const match = ours.exec(name);
  const pid = Number(match?.[1] ?? match?.[2] ?? process.pid);
  return pid !== process.pid && !isAlive(pid);
}

function isOurFile(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.uid === (process.geteuid?.() ?? stats.uid);
}
