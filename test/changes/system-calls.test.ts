import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canTrace } from '../support/can-trace.ts';
import { testProgram } from '../support/test-programs.ts';

const program = testProgram('changes/apply-once');
const writer = testProgram('faults/programs/writer');
const unlockedWriter = testProgram('faults/programs/unlocked-writer');
const oldText = '{ "old": true }\n';
const newText = '{"new": "xxxxxxxxxx"}\n';

const isTraced = canTrace('system calls that fail, and writers that come between two of them, are made');

let directory = '';
let store = '';

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-kill-')));
  store = join(directory, 'agent', 'auth-profiles.json');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function traced(inject: string): { readonly killed: boolean; readonly output: string } {
  const run = spawnSync('strace', ['-f', '-o', '/dev/null', '-e', `inject=${inject}`, process.execPath, program, store, '10'], { encoding: 'utf8' });
  return { killed: run.signal !== null || run.status !== 0, output: run.stdout };
}

function start(text: string | null): void {
  rmSync(join(directory, 'agent'), { recursive: true, force: true });
  if (text !== null) {
    mkdirSync(join(directory, 'agent'), { mode: 0o700 });
    writeFileSync(store, text, { mode: 0o600 });
  }
}

describe.skipIf(!isTraced)('a system call that fails', () => {
  it.each([
    ['fsync', 2, 'EIO'],
    ['link', 1, 'ENOSPC'],
    ['rename', 1, 'EBUSY'],
    ['fsync', 4, 'EDQUOT'],
  ])('%s number %i with %s: the old text stays, nothing lies beside it', (call, count, code) => {
    start(oldText);
    const { output } = traced(`${call}:error=${code}:when=${count}`);
    expect(JSON.parse(output)).toMatchObject({ state: 'failed', code, files: [] });
    expect([readFileSync(store, 'utf8'), readdirSync(join(directory, 'agent'))]).toEqual([oldText, ['auth-profiles.json']]);
  });

  it('a directory that cannot be synced: saved, but not called durable', () => {
    start(oldText);
    const { output } = traced('fsync:error=EINVAL:when=5');
    expect(JSON.parse(output)).toMatchObject({ state: 'applied', durable: false });
    expect(readFileSync(store, 'utf8')).toBe(newText);
  });

  it('a stale lock that cannot be removed: told as locked, without trying for ever', () => {
    start(oldText);
    writeFileSync(`${store}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, createdAt: new Date().toISOString() }));
    const { output } = traced('rename:error=EACCES');
    expect(JSON.parse(output)).toMatchObject({ state: 'locked', holder: { pid: 2 ** 22 + 1 } });
    expect(readFileSync(store, 'utf8')).toBe(oldText);
  });

  it('no hard links there: the lock is made in place', () => {
    start(oldText);
    const { output } = traced('link:error=EPERM');
    expect(JSON.parse(output)).toMatchObject({ state: 'applied', durable: true });
    expect(readdirSync(join(directory, 'agent')).filter((name) => !name.includes('backup'))).toEqual(['auth-profiles.json']);
  });
});

describe.skipIf(!isTraced)('new files', () => {
  it('lie in directories that are private from the call that makes them', () => {
    start(null);
    const log = join(directory, 'trace');
    spawnSync('strace', ['-f', '-o', log, '-s', '4096', '-e', 'trace=mkdir,mkdirat', process.execPath, program, store, '10']);
    const made = readFileSync(log, 'utf8').split('\n').filter((line) => line.includes(directory));
    expect(made).toHaveLength(1);
    for (const line of made) expect(line).toContain(', 0700)');
  });

  it('are private from the call that makes them, and none is opened that somebody else may have made', () => {
    start(oldText);
    const log = join(directory, 'trace');
    spawnSync('strace', ['-f', '-o', log, '-e', 'trace=openat', process.execPath, program, store, '10']);
    const made = readFileSync(log, 'utf8').split('\n').filter((line) => line.includes(directory) && line.includes('O_CREAT'));
    expect(made.length).toBeGreaterThanOrEqual(3);
    for (const line of made) expect(line).toMatch(/O_EXCL.*, 0600\)/);
  });
});

describe.skipIf(!isTraced)('an OpenClaw that writes in place without its lock, in the moment before we replace the file', () => {
  it('loses nothing: its text is put back and the change is planned anew', async () => {
    start(oldText);
    const theirs = '{ "theirs": true }\n';
    const child = spawn('strace', ['-f', '-o', '/dev/null', '-e', 'inject=rename:delay_enter=3000000:when=1', process.execPath, program, store, '10'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    await vi.waitFor(() => expect(readdirSync(join(directory, 'agent')).some((name) => name.endsWith('.clawdial.tmp'))).toBe(true), { timeout: 10_000, interval: 5 });
    const staged = readdirSync(join(directory, 'agent')).find((name) => name.endsWith('.clawdial.tmp')) ?? '';
    await vi.waitFor(() => expect(readFileSync(join(directory, 'agent', staged), 'utf8')).toBe(newText), { timeout: 10_000, interval: 5 });
    await vi.waitFor(() => expect(stoppedAtRename(child.pid ?? 0)).toBe(true), { timeout: 10_000, interval: 5 });
    writeFileSync(store, theirs);
    await once(child, 'close');
    expect(JSON.parse(output)).toMatchObject({ state: 'conflict', files: [] });
    expect([readFileSync(store, 'utf8'), readdirSync(join(directory, 'agent'))]).toEqual([theirs, ['auth-profiles.json']]);
  });
});

describe.skipIf(!isTraced)('an OpenClaw that writes in place again and again while the disk is slow', () => {
  it.each([
    ['rename:delay_enter=30000:when=1+2', 'before every other rename'],
    ['fsync:delay_enter=30000', 'before each sync'],
    ['rename,fsync:delay_exit=20000', 'after each of both'],
  ])('loses none of its writings (%s, %s)', async (delay) => {
    start('{}');
    const rounds = 120;
    const theirs = spawn(process.execPath, [unlockedWriter, store, String(rounds), '1', '6'], { stdio: 'inherit' });
    const ended = once(theirs, 'close');
    let tries = 0;
    while (theirs.exitCode === null && tries < 1000) {
      tries += 1;
      const ours = spawn('strace', ['-f', '-o', '/dev/null', '-e', `inject=${delay}`, process.execPath, writer, store, `ours-${tries}`, 'key', '20'], { stdio: 'ignore' });
      await once(ours, 'close');
    }
    await ended;
    const { usageStats } = JSON.parse(readFileSync(store, 'utf8')) as { usageStats: Record<string, unknown> };
    expect(Object.keys(usageStats)).toHaveLength(rounds);
    expect(tries).toBeGreaterThan(0);
  }, 60_000);
});

describe.skipIf(!isTraced)('a program that replaces the file right after us', () => {
  it('is not taken for us: what it wrote stays, and the save is not reported', async () => {
    start(oldText);
    const theirs = '{ "theirs": true }\n';
    // The directory is synced right after the rename and before the file is read back.
    const child = spawn('strace', ['-f', '-o', '/dev/null', '-e', 'inject=fsync:delay_enter=3000000:when=5', process.execPath, program, store, '10'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    await vi.waitFor(() => expect(readFileSync(store, 'utf8')).toBe(newText), { timeout: 10_000, interval: 5 });
    writeFileSync(`${store}.theirs`, theirs, { mode: 0o600 });
    renameSync(`${store}.theirs`, store);
    await once(child, 'close');
    expect(JSON.parse(output)).toMatchObject({ state: 'conflict', files: [] });
    expect(readFileSync(store, 'utf8')).toBe(theirs);
  });
});

/** True when the traced program has read the old file for the last time: it holds it open and stands in a delayed call. */
function stoppedAtRename(tracer: number): boolean {
  const [child = ''] = readFileSync(`/proc/${tracer}/task/${tracer}/children`, 'utf8').trim().split(' ');
  const fds = readdirSync(`/proc/${child}/fd`);
  return fds.some((fd) => spawnSync('readlink', [`/proc/${child}/fd/${fd}`], { encoding: 'utf8' }).stdout.trim() === store);
}
