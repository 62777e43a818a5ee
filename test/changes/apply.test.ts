import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChange, isApplying } from '../../src/changes/apply.ts';
import type { ApplyOptions } from '../../src/changes/apply.ts';
import type { ApplyResult, Change, FileChange } from '../../src/changes/change.ts';
import { sweepLitter } from '../../src/changes/litter.ts';
import { gitWorkTreeOf, writability } from '../../src/changes/preflight.ts';
import { replaceFile } from '../../src/changes/replace.ts';
import { stageFile } from '../../src/changes/replace-once.ts';
import { hashOf } from '../../src/changes/target.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { testProgram } from '../support/test-programs.ts';

let directory = '';
let store = '';
let config = '';

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-apply-')));
  store = join(directory, 'auth-profiles.json');
  config = join(directory, 'openclaw.json');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const options: ApplyOptions = { now: Date.now, waitMs: 150, configLock: true };
const oldText = '{ "old": true }\n';
const newText = '{ "new": true }\n';

function put(path: string, text = oldText, mode = 0o600): string {
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

/** A change of a file from what it holds now. */
function from(path: string, more: Partial<FileChange> = {}): FileChange {
  const expected = existsSync(path) ? hashOf(readFileSync(path)) : null;
  return { path, kind: 'auth-store', expected, after: new Secret(newText), changes: true, diff: [], ...more };
}

function change(...files: FileChange[]): Change {
  return { title: safeText('test'), files };
}

function apply(...files: FileChange[]): Promise<ApplyResult> {
  return applyChange(change(...files), options);
}

const mode = (path: string): number => statSync(path).mode & 0o777;
const names = (path = directory): string[] => readdirSync(path).toSorted();
const isRoot = process.geteuid?.() === 0;

describe('a new file', () => {
  it('is private, in private directories, with nothing beside it', async () => {
    const path = join(directory, 'agents/main/agent/auth-profiles.json');
    const result = await apply(from(path));
    expect(result).toEqual({ state: 'applied', files: [{ path, changed: true, backup: null }], durable: true });
    expect(readFileSync(path, 'utf8')).toBe(newText);
    expect([mode(path), mode(dirname(path)), mode(join(directory, 'agents'))]).toEqual([0o600, 0o700, 0o700]);
    expect(names(dirname(path))).toEqual(['auth-profiles.json']);
  });

  it.each(['OPENCLAW_NIX_MODE', 'OPENCLAW_CONFIG_READONLY'] as const)('is not made where %s forbids it, whoever asks', async (readOnly) => {
    const path = join(directory, 'agents/main/agent/auth-profiles.json');
    expect(await applyChange(change(from(path)), { ...options, readOnly })).toEqual({ state: 'failed', path, code: readOnly, files: [] });
    expect(names()).toEqual([]);
  });

  it.each([0o000, 0o777])('is as private under umask %i', async (umask) => {
    const before = process.umask(umask);
    try {
      const path = join(directory, 'a/b/auth-profiles.json');
      expect(await apply(from(path))).toMatchObject({ state: 'applied' });
      expect([mode(path), mode(dirname(path))]).toEqual([0o600, 0o700]);
    } finally {
      process.umask(before);
    }
  });

  it('is not written when somebody made one meanwhile, and no directory stays behind', async () => {
    const planned = from(store);
    put(store, 'theirs');
    const other = from(join(directory, 'x/y/auth-profiles.json'));
    expect(await apply(other, planned)).toEqual({ state: 'conflict', path: store, files: [] });
    expect(readFileSync(store, 'utf8')).toBe('theirs');
    expect(names()).toEqual(['auth-profiles.json']);
  });
});

describe('a file that is there', () => {
  it('is replaced, with its exact bytes kept beside it', async () => {
    put(store, '\uFEFFold \r\n');
    const result = await applyChange(change(from(store)), { ...options, now: () => Date.UTC(2026, 10, 22, 6, 1, 52, 899) });
    const backup = `${store}.clawdial-backup-20261122T060152Z`;
    expect(result).toEqual({ state: 'applied', files: [{ path: store, changed: true, backup }], durable: true });
    expect(readFileSync(store, 'utf8')).toBe(newText);
    expect(readFileSync(backup, 'utf8')).toBe('\uFEFFold \r\n');
    expect([mode(store), mode(backup)]).toEqual([0o600, 0o600]);
  });

  it('keeps one backup of a store and five of the config, the newest', async () => {
    put(store);
    put(config);
    for (let index = 0; index < 7; index += 1) {
      const after = new Secret(`${index}`);
      expect(await apply(from(store, { after }), from(config, { after, kind: 'config' }))).toMatchObject({ state: 'applied' });
    }
    const backups = (path: string): string[] => names().filter((name) => name.startsWith(`${path}.clawdial-backup-`)).map((name) => readFileSync(join(directory, name), 'utf8'));
    expect(backups('auth-profiles.json')).toEqual(['5']);
    expect(backups('openclaw.json')).toEqual(['1', '2', '3', '4', '5']);
  });

  it('keeps the bytes from before the last save, also when the clock was set back or a thousand saves fall into one second', async () => {
    put(store, 'first');
    put(`${store}.clawdial-backup-20990101T000000Z-999`, 'when the clock was wrong');
    for (const [index, now] of [Date.UTC(2099, 0, 1), Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)].entries()) {
      const result = await applyChange(change(from(store, { after: new Secret(`${index}`) })), { ...options, now: () => now });
      expect(result).toMatchObject({ state: 'applied', files: [{ backup: `${store}.clawdial-backup-20990101T000001Z${index === 0 ? '' : `-00${index}`}` }] });
    }
    expect(names().map((name) => readFileSync(join(directory, name), 'utf8'))).toEqual(['2', '1']);
  });

  it('is tightened when others could read it, and stays stricter when it was', async () => {
    put(store, oldText, 0o644);
    put(config, oldText, 0o400);
    await apply(from(store), from(config));
    expect([mode(store), mode(config)]).toEqual([0o600, 0o400]);
  });

  it('is left alone when nothing changes', async () => {
    put(store);
    const before = statSync(store).mtimeMs;
    expect(await apply(from(store, { changes: false }))).toEqual({ state: 'applied', files: [{ path: store, changed: false, backup: null }], durable: true });
    expect(statSync(store).mtimeMs).toBe(before);
    expect(names()).toEqual(['auth-profiles.json']);
  });

  it('stays untouched, with every other file, when one of them changed since the plan', async () => {
    put(store);
    put(config);
    const files = [from(store), from(config)];
    put(config, 'edited in between');
    expect(await apply(...files)).toEqual({ state: 'conflict', path: config, files: [] });
    expect([readFileSync(store, 'utf8'), readFileSync(config, 'utf8'), names()]).toEqual([oldText, 'edited in between', ['auth-profiles.json', 'openclaw.json']]);
  });

  it('stays untouched when another file of the change changed while we waited for the lock', async () => {
    put(store);
    put(config);
    const planned = [from(store), from(config)];
    put(`${store}.lock`, JSON.stringify({ pid: process.ppid, createdAt: new Date().toISOString() }));
    const result = await applyChange(change(...planned), {
      ...options,
      waitMs: 15_000,
      onWaiting: () => {
        put(config, 'theirs');
        rmSync(`${store}.lock`);
      },
    });
    expect(result).toEqual({ state: 'conflict', path: config, files: [] });
    expect([readFileSync(store, 'utf8'), readFileSync(config, 'utf8'), names()]).toEqual([oldText, 'theirs', ['auth-profiles.json', 'openclaw.json']]);
  });

  it('stays untouched while somebody holds its lock, who is named', async () => {
    put(store);
    put(`${store}.lock`, JSON.stringify({ pid: process.ppid, createdAt: new Date().toISOString() }));
    expect(await apply(from(store))).toMatchObject({ state: 'locked', path: `${store}.lock`, holder: { pid: process.ppid }, files: [] });
    expect(readFileSync(store, 'utf8')).toBe(oldText);
  });

  it('is replaced beside a lock that this version of OpenClaw does not know', async () => {
    put(config);
    put(`${config}.lock`, JSON.stringify({ pid: process.ppid, createdAt: new Date().toISOString() }));
    expect(await applyChange(change(from(config, { kind: 'config' })), { ...options, configLock: false })).toMatchObject({ state: 'applied' });
  });

  it('is not replaced once OpenClaw has moved the credentials to its database', async () => {
    put(store);
    const planned = from(store);
    writeFileSync(join(directory, 'openclaw-agent.sqlite'), '');
    expect(await apply(planned)).toMatchObject({ state: 'conflict' });
    expect(readFileSync(store, 'utf8')).toBe(oldText);
  });

  it('is not half done when somebody asks', async () => {
    put(store);
    const done = apply(from(store));
    expect((await done).state).toBe('applied');
    expect(isApplying()).toBe(false);
  });
});

describe('a writer that takes no lock', () => {
  it('that replaced the file before us wins, and we plan anew', () => {
    put(store);
    const staged = stageFile(store, Buffer.from(newText), { mode: 0o600, owner: null });
    const expected = hashOf(Buffer.from(oldText));
    put(join(directory, 'theirs'), 'half a te');
    renameSync(join(directory, 'theirs'), store);
    expect(replaceFile(staged, expected)).toEqual({ state: 'conflict' });
    expect(readFileSync(store, 'utf8')).toBe('half a te');
  });
});

describe('links and things that are no files', () => {
  it('a symlink stays one: its target is replaced', async () => {
    mkdirSync(join(directory, 'dotfiles'));
    put(join(directory, 'dotfiles/real.json'));
    symlinkSync('dotfiles/real.json', join(directory, 'middle'));
    symlinkSync('middle', store);
    expect(await apply(from(store))).toMatchObject({ state: 'applied' });
    expect(readlinkSync(store)).toBe('middle');
    expect(readFileSync(join(directory, 'dotfiles/real.json'), 'utf8')).toBe(newText);
    expect(names(join(directory, 'dotfiles'))).toEqual(['real.json']);
  });

  it('a dangling symlink gets its target, if the directory of that exists', async () => {
    mkdirSync(join(directory, 'there'));
    symlinkSync('there/new.json', store);
    symlinkSync('nowhere/new.json', config);
    expect(await apply(from(store))).toMatchObject({ state: 'applied' });
    expect(readFileSync(join(directory, 'there/new.json'), 'utf8')).toBe(newText);
    expect(await apply(from(config))).toMatchObject({ state: 'failed', code: 'ENOENT' });
    expect(lstatSync(config).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['a symlink to itself', 'ELOOP', (): void => symlinkSync('auth-profiles.json', store)],
    ['a directory', 'EISDIR', (): void => mkdirSync(store)],
    ['a FIFO, without waiting for ever', 'ENOTFILE', (): void => void spawnSync('mkfifo', [store])],
    ['a file with a second name', 'EHARDLINK', (): void => linkSync(put(join(directory, 'second')), store)],
  ] as const)('%s is refused', async (_what, code, make) => {
    make();
    const before = names();
    const planned: FileChange = { path: store, kind: 'auth-store', expected: hashOf(Buffer.from(oldText)), after: new Secret(newText), changes: true, diff: [] };
    expect(await apply(planned)).toEqual({ state: 'failed', path: store, code, files: [] });
    expect(names()).toEqual(before);
    expect((await writability([store])).map((one) => one.code)).toEqual(code === 'EISDIR' ? [] : [code]);
  });
});

describe('before anything is asked', () => {
  it('a symlink into a git work tree is found, a plain file is not', () => {
    mkdirSync(join(directory, 'dotfiles/.git'), { recursive: true });
    mkdirSync(join(directory, 'dotfiles/openclaw'));
    put(join(directory, 'dotfiles/openclaw/real.json'));
    symlinkSync('dotfiles/openclaw/real.json', store);
    expect([gitWorkTreeOf(store), gitWorkTreeOf(put(config))]).toEqual([join(directory, 'dotfiles'), null]);
  });

  it('a place is writable that exists, or can be made', async () => {
    put(store);
    expect(await writability([store, directory, join(directory, 'a/b/c.json')])).toEqual([]);
    expect(names()).toEqual(['auth-profiles.json']);
  });

  it('a path through a file is not', async () => {
    put(store);
    expect(await writability([join(store, 'x')])).toEqual([{ path: join(store, 'x'), code: 'ENOTDIR' }]);
  });
});

/** Runs the change in a process of its own, in a place that the shell script prepares; `$1` is the file, the rest is the program. */
const program = testProgram('changes/apply-once');

function inMountNamespace(script: string): { readonly state: string; readonly code?: string } | null {
  const run = spawnSync('unshare', ['-m', 'sh', '-ec', script, 'sh', store, process.execPath, program], { encoding: 'utf8' });
  const last = run.stdout.trim().split('\n').at(-1) ?? '';
  return run.status === 0 ? JSON.parse(last) : null;
}

const canMount = isRoot && spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;
if (!canMount) {
  process.stderr.write('Skipped: full and read-only disks need root and unshare -m.\n');
}

describe.skipIf(!canMount)('a disk that does not take it', () => {
  it('full: the old file stays, nothing lies beside it', () => {
    const listed = join(tmpdir(), `clawdial-listing-${process.pid}`);
    const result = inMountNamespace(`d=$(dirname "$1"); mount -t tmpfs -o size=16k tmpfs "$d"; printf '%s' old > "$1"; chmod 600 "$1"; head -c 8192 /dev/zero > "$d/filler"; "$2" "$3" "$1" 9000; ls -A "$d" > ${listed}; cat "$1" >> ${listed}`);
    const listing = readFileSync(listed, 'utf8');
    rmSync(listed);
    expect(result).toMatchObject({ state: 'failed', code: 'ENOSPC' });
    expect(listing).toBe('auth-profiles.json\nfiller\nold');
  });

  it('read-only: found before the key is asked, and again when applying', () => {
    put(store);
    const mounted = `d=$(dirname "$1"); mount --bind "$d" "$d"; mount -o remount,ro,bind "$d";`;
    expect(inMountNamespace(`${mounted} "$2" "$3" "$1" 10`)).toMatchObject({ state: 'failed', code: 'EROFS' });
    expect(inMountNamespace(`${mounted} "$2" "$3" "$1" preflight`)).toMatchObject({ state: 'unwritable', code: 'EROFS' });
    expect(readFileSync(store, 'utf8')).toBe(oldText);
  });

  it('a file mounted by itself: refused as busy, with nothing left behind', () => {
    put(store);
    expect(inMountNamespace(`mount --bind "$1" "$1"; "$2" "$3" "$1" 10`)).toMatchObject({ state: 'failed', code: 'EBUSY' });
    expect([readFileSync(store, 'utf8'), names()]).toEqual([oldText, ['auth-profiles.json']]);
  });
});

describe.skipIf(!isRoot)('as root', () => {
  it('gives the new file and its backup to the owner of the old one', async () => {
    put(store);
    spawnSync('chown', ['1234:1234', store]);
    const result = await apply(from(store));
    const backup = result.state === 'applied' ? (result.files[0]?.backup ?? '') : '';
    expect([statSync(store).uid, statSync(store).gid, statSync(backup).uid]).toEqual([1234, 1234, 1234]);
  });

  it('refuses for a user who is not the owner', () => {
    put(store);
    chmodSync(directory, 0o777);
    const run = spawnSync(process.execPath, [program, store, '10', '1234'], { encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toMatchObject({ state: 'failed', code: 'ENOTOWNER' });
    expect(readFileSync(store, 'utf8')).toBe(oldText);
  });
});

describe('several programs at once', () => {
  it('lose no update of each other', async () => {
    const contender = testProgram('changes/contender');
    const each = 20;
    const contenders = ['a', 'b', 'c', 'd'].map((name) => spawn(process.execPath, [contender, store, name, String(each)], { stdio: ['ignore', 'inherit', 'inherit'] }));
    const codes = await Promise.all(contenders.map(async (child) => (await once(child, 'exit'))[0] as unknown));
    expect(codes).toEqual([0, 0, 0, 0]);
    const { profiles }: { profiles: object } = JSON.parse(readFileSync(store, 'utf8'));
    expect(Object.keys(profiles)).toHaveLength(4 * each);
    expect(names().filter((name) => !name.includes('backup'))).toEqual(['auth-profiles.json']);
  }, 60_000);
});

describe('what a killed run left', () => {
  it('is swept when its process is gone, and nothing else is', async () => {
    const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(child, 'exit');
    const random = '0123456789abcdef';
    const litter = [`.auth-profiles.json.${child.pid}.${random}.clawdial.tmp`, `auth-profiles.json.lock.${child.pid}.${random}`];
    const kept = [`.auth-profiles.json.${process.pid}.${random}.clawdial.tmp`, `.auth-profiles.json.${process.ppid}.${random}.clawdial.tmp`, `openclaw.json.${child.pid}.${random}.tmp`, 'auth-profiles.json.lock', 'openclaw.json.clawdial-backup-20261122T060152Z'];
    for (const name of [...litter, ...kept]) {
      put(join(directory, name));
    }
    expect(sweepLitter(directory).toSorted()).toEqual(litter.map((name) => join(directory, name)).toSorted());
    expect(names()).toEqual(kept.toSorted());
    expect(sweepLitter(join(directory, 'missing'))).toEqual([]);
  });
});
