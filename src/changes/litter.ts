import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../openclaw/snapshot.ts';
import type { Leftover } from '../openclaw/surroundings/surroundings.ts';
import { attempt } from './errno.ts';
import { isAlive } from './process-facts.ts';
import { realTarget } from './target.ts';

/** Names of what an ended run of ours may have left: new bytes not yet in place, and locks not yet published. */
const ours = /^(?:\..+\.(\d+)\.[0-9a-f]{16}\.clawdial\.tmp|.+\.lock\.(\d+)\.[0-9a-f]{16})$/u;

/** Names of the new bytes of OpenClaw's own config writes, before they take their place (2026.2.24, section 1.9). */
const openclaws = /^openclaw\.json\.(\d+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u;

/**
 * Removes litter of our own ended runs from a directory (it may hold secrets): our pattern, our user, a process that is gone.
 * Returns the paths removed. A directory that cannot be read has none.
 */
export function sweepLitter(directory: string): readonly string[] {
  return litterIn(directory, ours).filter((path) => attempt(() => unlinkSync(path)));
}

/** What ended runs left in a directory, ours and OpenClaw's. Removes nothing. */
export function findLitter(directory: string): readonly Leftover[] {
  return [
    ...litterIn(directory, ours).map((path): Leftover => ({ path, by: 'clawdial' })),
    ...litterIn(directory, openclaws).map((path): Leftover => ({ path, by: 'openclaw' })),
  ];
}

function litterIn(directory: string, pattern: RegExp): readonly string[] {
  let names: readonly string[] = [];
  attempt(() => {
    names = readdirSync(directory);
  });
  return names.filter((name) => isAbandoned(name, pattern)).map((name) => join(directory, name)).filter(isOurFile);
}

/** Sweeps every directory in which we write: beside the config and beside each store, where a link leads too. */
export function sweepInstallation({ installation, sharedStore, agents }: Snapshot): void {
  const paths = [installation.config.path, sharedStore.path, ...agents.map(({ store }) => store.path)];
  const directories = new Set<string>();
  for (const path of paths) {
    attempt(() => [dirname(path), dirname(realTarget(path))].forEach((directory) => directories.add(directory)));
  }
  directories.forEach(sweepLitter);
}

function isAbandoned(name: string, pattern: RegExp): boolean {
  const match = pattern.exec(name);
  const pid = Number(match?.[1] ?? match?.[2] ?? process.pid);
  return pid !== process.pid && !isAlive(pid);
}

function isOurFile(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.uid === (process.geteuid?.() ?? stats.uid);
}
