import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { beginnings, CrashSite, type Beginning } from './support/crash-site.ts';
import { FaultCount } from './support/fault-row.ts';
import { lacks } from './support/needs.ts';
import type { Point } from './support/strace.ts';

let directory = '';

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-crash-')));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Calls that leave nothing on a disk. */
const reading = new Set(['read', 'pread64', 'statx', 'readlink', 'getdents64', 'close']);

function isReading({ call, line }: Point): boolean {
  return reading.has(call) || (call === 'openat' && !line.includes('O_CREAT'));
}

type Fault = readonly [point: Point, fault: string];

/** Two sites share the work, one for each of two processors. */
async function tryAll(count: FaultCount, beginning: Beginning, faultsAt: (point: Point) => readonly string[]): Promise<void> {
  const points = await new CrashSite(join(directory, 'dry'), beginning).points();
  const faults = points.flatMap((point) => faultsAt(point).map((fault): Fault => [point, fault]));
  const next = faults.values();
  const work = async (name: string): Promise<void> => {
    const site = new CrashSite(join(directory, name), beginning);
    for (const [point, fault] of next) await site.try(count, point, fault);
  };
  await Promise.all([work('left'), work('right')]);
}

describe.skipIf(lacks('strace'))('the program is killed', () => {
  it.for(beginnings)('at every system call of a save: %s', async (beginning, context) => {
    const count = new FaultCount(`killed at every system call of a save: ${beginning}`);
    // Once at really every call; after that only where the disk changes, because between two changes all crashes are alike.
    const everywhere = beginning === 'a store that is there';
    await tryAll(count, beginning, (point) => (everywhere || !isReading(point) ? ['signal=KILL'] : []));
    count.close(context);
  });
});

/** What each call can answer on a disk that is full, broken, read-only, or over quota. */
const answers: Readonly<Record<string, readonly string[]>> = {
  read: ['EIO', 'EINTR'],
  write: ['ENOSPC', 'EIO', 'EDQUOT', 'EINTR'],
  fsync: ['EIO', 'ENOSPC', 'EDQUOT'],
  rename: ['EBUSY', 'EIO', 'ENOSPC', 'EROFS'],
  link: ['EPERM', 'ENOSPC', 'EIO'],
  unlink: ['EACCES', 'EIO'],
  close: ['EIO', 'EDQUOT', 'EINTR'],
  fchown: ['EPERM'],
  mkdir: ['ENOSPC', 'EROFS', 'EDQUOT'],
  statx: ['EIO', 'EACCES'],
  readlink: ['EIO'],
  getdents64: ['EIO'],
};

function answersAt({ call, line }: Point): readonly string[] {
  if (call !== 'openat') return answers[call] ?? [];
  return line.includes('O_CREAT') ? ['ENOSPC', 'EROFS', 'EACCES', 'EMFILE', 'EDQUOT'] : ['EIO', 'EACCES', 'EMFILE'];
}

describe.skipIf(lacks('strace'))('the system refuses', () => {
  it.for(['a store that is there', 'a store that is not there yet'] as const)('every system call of a save, with every error: %s', async (beginning, context) => {
    const count = new FaultCount(`ENOSPC, EIO, EDQUOT, EROFS, EACCES, EMFILE, EINTR at every system call of a save: ${beginning}`);
    await tryAll(count, beginning, (point) => answersAt(point).map((code) => `error=${code}`));
    count.close(context);
  });
});
