import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockHolder } from '../../src/changes/change.ts';
import { breakLock, seeLock } from '../../src/changes/lock-file.ts';
import { acquireLocks, lockPaths } from '../../src/changes/lock.ts';
import type { HeldLocks, LockOptions } from '../../src/changes/lock.ts';
import { startTime } from '../../src/changes/process-facts.ts';

let directory = '';
let file = '';
let lockFile = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-lock-')));
  file = join(directory, 'auth-profiles.json');
  lockFile = `${file}.lock`;
});

afterEach(() => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
  }
  rmSync(directory, { recursive: true, force: true });
});

const options: LockOptions = { now: Date.now, waitMs: 150 };

function livingProcess(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  children.push(child);
  return child.pid ?? 0;
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

function payload(pid: number | undefined, ageMs: number, more: object = {}): string {
  return JSON.stringify({ pid, createdAt: new Date(Date.now() - ageMs).toISOString(), ...more }, null, 2);
}

function age(path: string, ageMs: number): void {
  const then = (Date.now() - ageMs) / 1000;
  utimesSync(path, then, then);
}

async function held(files: readonly string[], more: Partial<LockOptions> = {}): Promise<HeldLocks> {
  const result = await acquireLocks(files, { ...options, ...more });
  if (result.state !== 'held') {
    throw new Error(result.state);
  }
  return result.locks;
}

async function expectTaken(): Promise<void> {
  const locks = await held([file]);
  expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({ pid: process.pid });
  locks.release();
  expect(readdirSync(directory)).toEqual([]);
}

async function expectRespected(pid: number | null): Promise<void> {
  const result = await acquireLocks([file], options);
  expect(result).toMatchObject({ state: 'locked', path: lockFile, holder: { pid } });
  expect(readdirSync(directory)).toEqual(['auth-profiles.json.lock']);
}

describe('our lock', () => {
  it('says who holds it in the words of both OpenClaw readers, and is private', async () => {
    const locks = await held([file]);
    const content: unknown = JSON.parse(readFileSync(lockFile, 'utf8'));
    expect(content).toEqual({ pid: process.pid, createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u), starttime: startTime(process.pid) });
    expect(readdirSync(directory)).toEqual(['auth-profiles.json.lock']);
    locks.release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('excludes a second task of the same process until it is released', async () => {
    const first = await held([file]);
    expect(await acquireLocks([file], options)).toMatchObject({ state: 'locked', holder: { pid: process.pid } });
    const second = acquireLocks([file], { ...options, waitMs: 10_000 });
    first.release();
    const result = await second;
    expect(result.state).toBe('held');
    if (result.state === 'held') {
      result.locks.release();
    }
  });

  it('knows when it was taken away, and does not remove the lock of the one who took it', async () => {
    const locks = await held([file]);
    expect(locks.stillOurs()).toBe(true);
    writeFileSync(lockFile, payload(1, 0));
    expect(locks.stillOurs()).toBe(false);
    locks.release();
    expect(readFileSync(lockFile, 'utf8')).toContain('"pid": 1');
  });

  it('lies beside a symlinked store and beside its target', async () => {
    mkdirSync(join(directory, 'dotfiles'));
    writeFileSync(join(directory, 'dotfiles', 'store.json'), '{}');
    symlinkSync('dotfiles/store.json', file);
    expect(lockPaths(file)).toEqual([lockFile, join(directory, 'dotfiles', 'store.json.lock')]);
    const locks = await held([file]);
    expect(readdirSync(join(directory, 'dotfiles'))).toContain('store.json.lock');
    locks.release();
    expect(readdirSync(join(directory, 'dotfiles'))).toEqual(['store.json']);
  });

  it('lies in the real directory when a parent is a symlink', () => {
    mkdirSync(join(directory, 'real'));
    symlinkSync('real', join(directory, 'link'));
    expect(lockPaths(join(directory, 'link', 'a.json'))).toEqual([join(directory, 'real', 'a.json.lock')]);
  });

  it('is taken for all files or for none', async () => {
    writeFileSync(lockFile, payload(livingProcess(), 0));
    const other = join(directory, 'a.json');
    expect(await acquireLocks([file, other], options)).toMatchObject({ state: 'locked', path: lockFile });
    expect(readdirSync(directory)).toEqual(['auth-profiles.json.lock']);
  });
});

describe('the lock of somebody else is waited for', () => {
  it('when its process lives, however old it is', async () => {
    const pid = livingProcess();
    writeFileSync(lockFile, payload(pid, 40_000));
    age(lockFile, 600_000);
    await expectRespected(pid);
  });

  it('when its process lives and began when the lock says', async () => {
    const pid = livingProcess();
    writeFileSync(lockFile, payload(pid, 0, { starttime: startTime(pid) }));
    await expectRespected(pid);
  });

  it('when its process belongs to another user', async () => {
    writeFileSync(lockFile, payload(1, 40_000));
    await expectRespected(1);
  });

  it('when it is empty and fresh: OpenClaw 2026.2.24 writes its content a moment later', async () => {
    writeFileSync(lockFile, '');
    await expectRespected(null);
  });

  it('when it is a directory, as old releases made it', async () => {
    mkdirSync(lockFile);
    age(lockFile, 60_000);
    await expectRespected(null);
  });

  it('until it is released, telling who holds it', async () => {
    const pid = livingProcess();
    writeFileSync(lockFile, payload(pid, 2000));
    const seen: LockHolder[] = [];
    const locks = await held([file], {
      waitMs: 15_000,
      onWaiting: (holder) => {
        seen.push(holder);
        rmSync(lockFile);
      },
    });
    expect(seen).toEqual([{ pid, command: expect.stringContaining('node'), ageMs: expect.any(Number) }]);
    expect(seen[0]?.ageMs).toBeGreaterThanOrEqual(2000);
    locks.release();
  });

  it('and given up at once when the person cancels', async () => {
    writeFileSync(lockFile, payload(livingProcess(), 0));
    const controller = new AbortController();
    const result = await acquireLocks([file], { now: Date.now, waitMs: 60_000, signal: controller.signal, onWaiting: () => controller.abort() });
    expect(result.state).toBe('locked');
  });
});

describe('the lock of somebody else is broken', () => {
  it('but not when a fresh one took its place since it was judged', async () => {
    writeFileSync(lockFile, payload(await deadProcess(), 0));
    const judged = seeLock(lockFile, Date.now());
    const fresh = payload(livingProcess(), 0);
    writeFileSync(lockFile, fresh);
    expect(judged !== null && breakLock(lockFile, judged)).toBe(true);
    expect([readFileSync(lockFile, 'utf8'), readdirSync(directory)]).toEqual([fresh, ['auth-profiles.json.lock']]);
  });

  it('when its process is gone', async () => {
    writeFileSync(lockFile, payload(await deadProcess(), 0));
    await expectTaken();
  });

  it('when its process number was given to another process since', async () => {
    const pid = livingProcess();
    writeFileSync(lockFile, payload(pid, 0, { starttime: (startTime(pid) ?? 0) - 1 }));
    await expectTaken();
  });

  it('when it bears our own number from a former life', async () => {
    writeFileSync(lockFile, payload(process.pid, 0));
    await expectTaken();
  });

  it('when it names no process and is older than 30 s, and not before', async () => {
    writeFileSync(lockFile, payload(undefined, 31_000));
    await expectTaken();
    writeFileSync(lockFile, payload(undefined, 20_000));
    await expectRespected(null);
  });

  it('when it is empty and older than 30 s', async () => {
    writeFileSync(lockFile, '');
    age(lockFile, 31_000);
    await expectTaken();
  });
});
