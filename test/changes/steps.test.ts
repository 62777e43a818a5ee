import { chmod, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChange } from '../../src/changes/apply.ts';
import type { ApplyResult, ModeChange, Removal } from '../../src/changes/change.ts';
import { planUndo } from '../../src/changes/undo.ts';
import { rememberChange } from '../../src/changes/journal.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

let home: TestHome;
let path: string;

beforeEach(async () => {
  home = await makeHome();
  path = await home.write('kept', 'text');
  await chmod(path, 0o644);
});

afterEach(() => home.dispose());

const title = safeText('made up');
const apply = (steps: { readonly modes?: readonly ModeChange[]; readonly removals?: readonly Removal[] }): Promise<ApplyResult> => applyChange({ title, files: [], ...steps }, { now: Date.now, configLock: false });
const modeOf = async (at: string): Promise<number> => (await stat(at)).mode & 0o777;

test('a mode is changed if it is the one that was read, and the bytes stay', async () => {
  expect(await apply({ modes: [{ path, kind: 'file', from: 0o644, to: 0o600 }] })).toMatchObject({ state: 'applied', files: [{ path, changed: true, backup: null }] });
  expect([await modeOf(path), await readFile(path, 'utf8')]).toEqual([0o600, 'text']);
});

test('another mode by then is a conflict; what came before it stays, and is told', async () => {
  const directory = join(home.home, 'open');
  await mkdir(directory, { mode: 0o755 });
  await chmod(directory, 0o755);
  const result = await apply({ modes: [{ path: directory, kind: 'directory', from: 0o755, to: 0o700 }, { path, kind: 'file', from: 0o640, to: 0o600 }] });
  expect(result).toMatchObject({ state: 'conflict', path, files: [{ path: directory, changed: true }] });
  expect([await modeOf(directory), await modeOf(path)]).toEqual([0o700, 0o644]);
});

test('a link is not followed, and a directory is no file', async () => {
  const link = join(home.home, 'link');
  await symlink(path, link);
  expect(await apply({ modes: [{ path: link, kind: 'file', from: 0o644, to: 0o600 }] })).toMatchObject({ state: 'failed', path: link, code: 'ELOOP' });
  expect(await apply({ modes: [{ path: home.home, kind: 'file', from: 0o700, to: 0o600 }] })).toMatchObject({ state: 'failed', code: 'EISDIR' });
  expect(await apply({ modes: [{ path, kind: 'directory', from: 0o644, to: 0o700 }] })).toMatchObject({ state: 'failed', code: 'ENOTDIR' });
  expect(await modeOf(path)).toBe(0o644);
});

test('undo gives the mode back', async () => {
  const config = join(home.home, 'openclaw.json');
  const change = { title, files: [], modes: [{ path, kind: 'file' as const, from: 0o644, to: 0o600 }] };
  const result = await applyChange(change, { now: Date.now, configLock: false });
  expect(rememberChange(config, change, result.files, Date.now())).toBe(true);
  const plan = planUndo(config);
  expect(plan).toMatchObject({ state: 'planned', change: { files: [], modes: [{ path, from: 0o600, to: 0o644 }] } });
  if (plan.state === 'planned') await applyChange(plan.change, { now: Date.now, configLock: false });
  expect(await modeOf(path)).toBe(0o644);
});

test('only the lock of a dead process is removed', async () => {
  const dead = await home.write('a.lock', JSON.stringify({ pid: 4_194_305, createdAt: new Date().toISOString() }));
  const held = await home.write('b.lock', JSON.stringify({ pid: process.ppid, createdAt: '2026-01-01T00:00:00Z' }));
  expect(await apply({ removals: [{ path: dead, what: 'dead-lock' }] })).toMatchObject({ state: 'applied' });
  expect(await stat(dead).catch(() => null)).toBeNull();
  expect(await apply({ removals: [{ path: held, what: 'dead-lock' }] })).toMatchObject({ state: 'conflict', path: held });
  expect(await stat(held).catch(() => null)).not.toBeNull();
  expect(await apply({ removals: [{ path: dead, what: 'dead-lock' }] })).toMatchObject({ state: 'applied' });
});

test('only what an ended run of ours left is removed, whatever the plan says', async () => {
  const ours = await home.write('.a.4194305.0123456789abcdef.clawdial.tmp', 'x');
  const other = await home.write('precious.txt', 'x');
  expect(await apply({ removals: [{ path: other, what: 'leftover' }] })).toMatchObject({ state: 'conflict', path: other });
  expect(await apply({ removals: [{ path: ours, what: 'leftover' }] })).toMatchObject({ state: 'applied' });
  expect([await stat(ours).catch(() => null), await readFile(other, 'utf8')]).toEqual([null, 'x']);
});
