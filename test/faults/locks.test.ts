import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTime } from '../../src/changes/process-facts.ts';
import { applyResultWords } from '../../src/words/changes.ts';
import { program } from '../support/program.ts';
import { FaultCount } from './support/fault-row.ts';
import { lacks } from './support/needs.ts';
import { bundled } from './support/programs.ts';

let directory = '';
let store = '';
let lock = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-locks-')));
  store = join(directory, 'auth-profiles.json');
  lock = `${store}.lock`;
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const before = '{\n  "version": 1,\n  "profiles": {}\n}';
const nobody = 65_534;
const asNobody = ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];
const inOtherNamespace = ['unshare', '-p', '-f', '--kill-child', '--mount-proc'];

/** A process that lives on and does nothing. */
async function living(around: readonly string[] = []): Promise<number> {
  const [command = '', ...args] = [...around, 'sleep', '1000'];
  const child = spawn(command, args, { stdio: 'ignore' });
  children.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

function dead(): number {
  return spawnSync('true').pid;
}

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

interface Row {
  /** What OpenClaw's own tables call it. */
  readonly what: string;
  /** Puts the lock there. */
  readonly held: () => Promise<void> | void;
  /** Around the saving program. */
  readonly around?: readonly string[];
  /** Whether the save waits, and gives up with the lock untouched; else it takes the lock at once. */
  readonly ends: 'refused' | 'saved';
}

const write = (payload: object | string): void => writeFileSync(lock, typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2), { mode: 0o600 });
const minutesOld = (): void => utimesSync(lock, Date.now() / 1000 - 600, Date.now() / 1000 - 600);

const rows: readonly Row[] = [
  { what: 'a live process, fresh', held: async () => write({ pid: await living(), createdAt: ago(0) }), ends: 'refused' },
  { what: 'a live process, 40 s old', held: async () => write({ pid: await living(), createdAt: ago(40_000) }), ends: 'refused' },
  { what: 'a live process, 10 minutes old', held: async () => (write({ pid: await living(), createdAt: ago(600_000) }), minutesOld()), ends: 'refused' },
  { what: 'a live process, no date', held: async () => write({ pid: await living(), createdAt: 'banana' }), ends: 'refused' },
  { what: 'a live process, dated in the future', held: async () => write({ pid: await living(), createdAt: ago(-86_400_000) }), ends: 'refused' },
  { what: 'a live process, its start time', held: async () => heldSince(await living(), 0), ends: 'refused' },
  { what: 'a live process, another start time', held: async () => heldSince(await living(), 1), ends: 'saved' },
  { what: 'a dead process', held: () => write({ pid: dead(), createdAt: ago(0) }), ends: 'saved' },
  { what: 'a dead process, dated in the future', held: () => write({ pid: dead(), createdAt: ago(-86_400_000) }), ends: 'saved' },
  { what: 'no process, 40 s old', held: () => write({ createdAt: ago(40_000) }), ends: 'saved' },
  { what: 'no process, 20 s old', held: () => write({ createdAt: ago(20_000) }), ends: 'refused' },
  { what: 'an empty lock, fresh', held: () => write(''), ends: 'refused' },
  { what: 'an empty lock, 10 minutes old', held: () => (write(''), minutesOld()), ends: 'saved' },
  { what: 'half a lock, 10 minutes old', held: () => (write('{"pid": 12'), minutesOld()), ends: 'saved' },
  { what: 'a directory, 10 minutes old', held: () => (mkdirSync(lock), minutesOld()), ends: 'refused' },
];

const rowsOfRoot: readonly Row[] = [
  // OpenClaw 2026.2.24 takes this one for dead, because it may not signal the process.
  { what: 'a live process of root, seen by another user', held: async () => (write({ pid: await living(), createdAt: ago(0) }), giveAway(), chmodSync(lock, 0o644)), around: asNobody, ends: 'refused' },
  { what: 'a lock of root that another user may not read', held: async () => (write({ pid: await living(), createdAt: ago(0) }), giveAway()), around: asNobody, ends: 'refused' },
  { what: 'a live process of another user, seen by root', held: async () => write({ pid: await living(asNobody), createdAt: ago(0) }), ends: 'refused' },
];

const rowsOfNamespaces: readonly Row[] = [
  // Nobody inside can tell it from a dead one, and OpenClaw takes it too: see below for what protects the store then.
  { what: 'a live process of another pid namespace', held: async () => write({ pid: await living(), createdAt: ago(0) }), around: inOtherNamespace, ends: 'saved' },
  { what: 'a live process of a pid namespace inside ours', held: async () => write({ pid: await livingInside(), createdAt: ago(0) }), ends: 'refused' },
];

function heldSince(pid: number, later: number): void {
  write({ pid, createdAt: ago(0), starttime: (startTime(pid) ?? 0) + later });
}

function giveAway(): void {
  chownSync(directory, nobody, nobody);
  chownSync(store, nobody, nobody);
}

/** The outer number of a process that has another one inside its own namespace. */
async function livingInside(): Promise<number> {
  const outer = await living(inOtherNamespace);
  for (;;) {
    const inner = readFileSync(`/proc/${outer}/task/${outer}/children`, 'utf8').trim();
    if (inner !== '') return Number(inner.split(' ')[0]);
  }
}

/** What stands at the place of the lock; the same twice when nobody touched it. */
function lockNow(): string {
  if (!existsSync(lock)) return 'no lock';
  const stats = lstatSync(lock);
  return `${stats.ino} ${stats.isDirectory() ? 'a directory' : readFileSync(lock, 'utf8')}`;
}

async function judge(count: FaultCount, { what, held, around = [], ends }: Row): Promise<void> {
  rmSync(lock, { recursive: true, force: true });
  writeFileSync(store, before, { mode: 0o600 });
  chmodSync(directory, 0o755);
  await held();
  const [lockBefore, storeBefore] = [lockNow(), readFileSync(store, 'utf8')];
  const [command = '', ...args] = [...around, process.execPath, bundled('writer'), store, 'anthropic:new', 'v', '1', '1', '1', '400'];
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 });
  const said = `${stdout}${stderr}`.trim();
  count.tries += 1;
  if (ends === 'saved') {
    if (said !== 'OK') count.lost(`${what}: ${said}`);
    if (lockNow() !== 'no lock') count.leaked(`${what}: ${lockNow()}`);
  } else {
    const result = said.startsWith('{') ? JSON.parse(said) : null;
    if (result?.state !== 'locked') count.lost(`${what}: ${said}`);
    else expect(applyResultWords(result).title, what).toMatch(/^Another program holds .*\. Nothing was changed\.$/);
    if (lockNow() !== lockBefore) count.lost(`${what}: the lock of somebody else was touched: ${lockBefore} → ${lockNow()}`);
    if (readFileSync(store, 'utf8') !== storeBefore) count.torn(`${what}: the store changed`);
  }
  for (const name of readdirSync(directory)) {
    if (!/^auth-profiles\.json(?:\.lock|\.clawdial-backup-.*)?$/.test(name)) count.leaked(`${what}: ${name}`);
  }
}

describe('every lock that OpenClaw may meet', () => {
  it('is waited for or taken away as its holder deserves', async (context) => {
    const count = new FaultCount(`locks of others: ${rows.length} kinds (alive, dead, reused number, empty, half, directory, dates)`);
    for (const row of rows) await judge(count, row);
    count.close(context);
  });

  it.skipIf(lacks('root'))('of another user is waited for', async (context) => {
    const count = new FaultCount('locks of live processes of another user');
    for (const row of rowsOfRoot) await judge(count, row);
    count.close(context);
  });

  it.skipIf(lacks('pidNamespaces'))('of another pid namespace ends as written down', async (context) => {
    const count = new FaultCount('locks across pid namespaces');
    for (const row of rowsOfNamespaces) await judge(count, row);
    count.close(context);
  });
});

/** What the doctor says of locks that nobody sees. @param around the command, in whose place `doctor` stands */
function doctorIn(around: readonly string[], home: string): readonly string[] {
  const args = [...around, process.execPath, program, 'doctor', '--only', 'locks-unseen', '--json'];
  const env = { HOME: home, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  const { stdout, stderr } = spawnSync(args[0] ?? '', args.slice(1), { cwd: home, env, encoding: 'utf8', timeout: 60_000 });
  if (!stdout.startsWith('{')) throw new Error(`${stdout}${stderr}`);
  return JSON.parse(stdout).findings.map(({ message }: { readonly message: string }) => message);
}

describe.skipIf(lacks('pidNamespaces', 'mounts'))('the doctor', () => {
  it('says where locks are not seen, and only there', () => {
    const state = join(directory, '.openclaw');
    mkdirSync(state, { mode: 0o700 });
    writeFileSync(join(state, 'openclaw.json'), '{ meta: { lastTouchedVersion: "2026.2.24" } }', { mode: 0o600 });
    // A machine that runs these tests in a container says so of itself, if its temporary directory is mounted.
    if (readlinkSync('/proc/self/ns/pid') === 'pid:[4026531836]') expect(doctorIn([], directory)).toEqual([]);
    const mounted = ['sh', '-ec', `mount -t tmpfs -o mode=700 tmpfs "$HOME/.openclaw"; echo '{}' > "$HOME/.openclaw/openclaw.json"; exec "$@"`, 'sh'];
    expect(doctorIn([...inOtherNamespace, ...mounted], directory)).toEqual([expect.stringMatching(/^This is a container/)]);
    chownSync(state, nobody, nobody);
    expect(doctorIn([], directory)).toEqual([expect.stringMatching(/^You are root, and this directory belongs to user 65534/)]);
  });
});

describe.skipIf(lacks('pidNamespaces'))('writers that cannot see each other', () => {
  it('lose nothing, although each takes the locks of the other for dead', async (context) => {
    const each = 20;
    const count = new FaultCount(`writers in two pid namespaces, ${each} updates each`);
    writeFileSync(store, before, { mode: 0o600 });
    const runs = ['a', 'b'].map(async (name) => {
      const [command = '', ...args] = [...inOtherNamespace, process.execPath, bundled('writer'), store, name, 'v', String(each), '250', '250'];
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      let text = '';
      child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part));
      await once(child, 'close');
      return text;
    });
    const said = (await Promise.all(runs)).join('').trim().split('\n');
    count.tries = each * runs.length;
    const { profiles } = JSON.parse(readFileSync(store, 'utf8'));
    const saved = said.filter((line) => line === 'OK').length;
    if (saved !== count.tries) count.lost(said.filter((line) => line !== 'OK').join('\n'));
    if (Object.keys(profiles).length < saved) count.lost(`${saved - Object.keys(profiles).length} of ${saved}`);
    if (existsSync(lock)) count.leaked('a lock');
    count.close(context);
  });
});
