import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

const isRoot = process.geteuid?.() === 0;
const isLinux = process.platform === 'linux';
const hasMounts = isRoot && runs('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']);

/** A library that tells a program another time of day than it is (libfaketime); null where it is not installed. */
export const fakeClock = findFakeClock();

function findFakeClock(): string | null {
  const libraries = '/usr/lib';
  if (!isLinux) return null;
  const directories = [libraries, ...readdirSync(libraries).map((name) => join(libraries, name))];
  return directories.map((directory) => join(directory, 'faketime/libfaketime.so.1')).find((path) => existsSync(path)) ?? null;
}

/** What a group of faults needs of the machine. */
const needs = {
  strace: { present: runs('strace', ['-qq', '-o', '/dev/null', 'true']), why: 'strace is missing, or may not trace here (apt-get install strace)' },
  root: { present: isRoot, why: 'only root can become another user' },
  mounts: { present: hasMounts, why: 'mounting needs root and unshare -m' },
  ext4: {
    present: hasMounts && runs('sh', ['-c', 'command -v mkfs.ext4 && test -e /dev/loop-control']),
    why: 'a disk of its own needs root, mkfs.ext4 (apt-get install e2fsprogs) and loop devices',
  },
  immutable: { present: isRoot && runs('sh', ['-c', 'f=$(mktemp) && chattr +i "$f" && chattr -i "$f" && rm "$f"']), why: 'chattr +i needs root and a file system that knows it (apt-get install e2fsprogs)' },
  pidNamespaces: { present: isRoot && runs('unshare', ['-p', '-f', '--kill-child', '--mount-proc', 'true']), why: 'a pid namespace needs root and unshare -p' },
  faketime: { present: fakeClock !== null, why: 'a clock that jumps needs libfaketime (apt-get install faketime)' },
  procfs: { present: isLinux, why: 'only Linux has /proc' },
} as const;

export type Need = keyof typeof needs;

/** Use as `describe.skipIf(lacks('strace'))`: says once why, where something is missing. */
export function lacks(...wanted: readonly Need[]): boolean {
  const missing = wanted.filter((name) => !needs[name].present);
  for (const name of missing) process.stderr.write(`Skipped: ${needs[name].why}.\n`);
  return missing.length > 0;
}
