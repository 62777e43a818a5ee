import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyChange, type ApplyOptions } from '../../src/changes/apply.ts';
import type { ApplyResult, Change, FileChange } from '../../src/changes/change.ts';
import { changeFile } from '../../src/changes/file-change.ts';
import { hashOf } from '../../src/changes/target.ts';
import type { ConfigEdit } from '../../src/openclaw/config-edit.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { Secret } from '../../src/terminal/secret.ts';

let directory = '';
let store = '';

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'clawdial-settle-')));
  store = join(directory, 'auth-profiles.json');
  write({ version: 1, profiles: { old: { type: 'api_key', key: 'o' } } });
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

interface Store {
  version: number;
  profiles: Record<string, { type: string; key: string; email?: string }>;
  usageStats?: object;
}

function write(content: Store, path = store): void {
  writeFileSync(path, JSON.stringify(content, null, 2), { mode: 0o600 });
}

function read(path = store): Store {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const ours: ConfigEdit = { kind: 'set', path: ['profiles', 'new'], value: { type: 'api_key', key: 'n' } };

function plan(kind: FileChange['kind'] = 'auth-store', path = store): Change {
  const text = readFileSync(path, 'utf8');
  const result = changeFile(path, kind, { path, text: new Secret(text), sha256: hashOf(Buffer.from(text)) ?? '' }, [ours]);
  if (!result.ok) throw new Error(result.reason);
  return { title: safeText('test'), files: [result.file] };
}

const options: ApplyOptions = { now: Date.now, waitMs: 1000, configLock: true, settle: { firstMs: 60, nextMs: 60 } };

/** Applies, and does something as soon as the new profile is in its place. */
async function applyThen(work: () => void): Promise<ApplyResult> {
  const applied = applyChange(plan(), options);
  await vi.waitFor(() => expect(read().profiles).toHaveProperty('new'), { interval: 2 });
  work();
  return applied;
}

describe('an OpenClaw that writes right after us, without its lock', () => {
  it('from a copy that it read before: our change is made again on what it wrote, and that is told', async () => {
    const copy = read();
    const result = await applyThen(() => write({ ...copy, usageStats: { old: { lastUsed: 1 } } }));
    expect(result).toMatchObject({ state: 'applied', files: [{ path: store, overwritten: 'restored' }] });
    expect(read()).toEqual({ version: 1, profiles: { old: { type: 'api_key', key: 'o' }, new: { type: 'api_key', key: 'n' } }, usageStats: { old: { lastUsed: 1 } } });
  });

  it('and keeps the lock: asked for as often as a change is made again, then told as lost', async () => {
    const copy = read();
    const waits: number[] = [];
    const applied = applyChange(plan(), { ...options, waitMs: 300, onWaiting: (_holder, elapsedMs) => void waits.push(elapsedMs) });
    await vi.waitFor(() => expect(read().profiles).toHaveProperty('new'), { interval: 2 });
    writeFileSync(`${store}.lock`, JSON.stringify({ pid: process.ppid, createdAt: new Date().toISOString() }));
    write(copy);
    expect(await applied).toMatchObject({ state: 'applied', files: [{ overwritten: 'lost' }] });
    // Were a held lock taken for a changed file, there would be forty. A wait is told several times, and begins where the time falls back.
    expect(waits.filter((elapsedMs, index) => elapsedMs < (waits[index - 1] ?? Number.POSITIVE_INFINITY))).toHaveLength(5);
  });

  it('again and again: told as lost in the end, and theirs stays', async () => {
    const copy = read();
    const result = applyChange(plan(), { ...options, settle: { firstMs: 30, nextMs: 30 } });
    const again = setInterval(() => write(copy), 1);
    expect(await result).toMatchObject({ state: 'applied', files: [{ overwritten: 'lost' }] });
    clearInterval(again);
    expect(read()).toEqual(copy);
  });

  it('with ours in it: nothing to tell', async () => {
    const result = await applyThen(() => {
      const now = read();
      write({ ...now, profiles: { ...now.profiles, new: { type: 'api_key', key: 'n', email: 'added' } }, usageStats: {} });
    });
    expect(result).toMatchObject({ state: 'applied' });
    expect(result.files[0]).not.toHaveProperty('overwritten');
    expect(read().profiles['new']).toMatchObject({ email: 'added' });
  });

  it('something else in the same place: theirs stays, and that is told', async () => {
    const result = await applyThen(() => write({ version: 1, profiles: { new: { type: 'api_key', key: 'theirs' } } }));
    expect(result).toMatchObject({ state: 'applied', files: [{ overwritten: 'lost' }] });
    expect(read().profiles['new']?.key).toBe('theirs');
  });

  it('half a text for a moment: it is read again until it is whole', async () => {
    const copy = read();
    const result = await applyThen(() => {
      writeFileSync(store, '{ "version": 1, "prof');
      setTimeout(() => write(copy), 90);
    });
    expect(result).toMatchObject({ state: 'applied', files: [{ overwritten: 'restored' }] });
    expect(read().profiles).toHaveProperty('new');
  });
});

describe('a file that changed since the review', () => {
  it('a store, elsewhere: both are kept, without asking again', async () => {
    const planned = plan();
    write({ ...read(), usageStats: { old: { lastUsed: 2 } } });
    expect(await applyChange(planned, options)).toMatchObject({ state: 'applied', files: [{ changed: true }] });
    expect(read()).toMatchObject({ profiles: { old: {}, new: {} }, usageStats: { old: { lastUsed: 2 } } });
  });

  it('a store, in the same place: nothing is written, a person has to look', async () => {
    const planned = plan();
    const theirs: Store = { version: 1, profiles: { new: { type: 'api_key', key: 'theirs' } } };
    write(theirs);
    expect(await applyChange(planned, options)).toMatchObject({ state: 'conflict', path: store, files: [] });
    expect(read()).toEqual(theirs);
  });

  it('a store that somebody removed: none is made with our change alone', async () => {
    const planned = plan();
    rmSync(store);
    expect(await applyChange(planned, options)).toMatchObject({ state: 'conflict', files: [] });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('a config, anywhere: nothing is written, a person has to look', async () => {
    const config = join(directory, 'openclaw.json');
    write(read(), config);
    const planned = plan('config', config);
    write({ ...read(config), usageStats: {} }, config);
    expect(await applyChange(planned, options)).toMatchObject({ state: 'conflict', path: config, files: [] });
  });
});

it('a lock that was taken from us while we stood still: nothing is written', async () => {
  const before = readFileSync(store, 'utf8');
  let calls = 0;
  const now = (): number => {
    calls += 1;
    // The second time is asked for when the lock is held and the new text is about to be made.
    if (calls > 1) writeFileSync(`${store}.lock`, JSON.stringify({ pid: process.ppid, createdAt: new Date().toISOString() }));
    return Date.now();
  };
  expect(await applyChange(plan(), { ...options, waitMs: 20, now })).toMatchObject({ files: [] });
  expect(readFileSync(store, 'utf8')).toBe(before);
});
