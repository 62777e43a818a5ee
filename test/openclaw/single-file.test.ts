import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HostFiles } from '../../src/openclaw/host-files.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import type { StoreReading } from '../../src/openclaw/snapshot.ts';
import { singleFileReader } from '../../src/openclaw/stores/single-file.ts';
import { apiKey, apiKeyHome, makeHome, setupToken, type TestHome } from '../support/homes.ts';

let home: TestHome;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.dispose());

const february = { text: '2026.2.24', year: 2026, month: 2, patch: 24 };

async function read(content: object | string | Uint8Array, files: HostFiles = localFiles): Promise<StoreReading> {
  return singleFileReader(february, files)(dirname(await home.write('agent/auth-profiles.json', content)));
}

async function problem(content: object | string | Uint8Array): Promise<unknown> {
  const reading = await read(content);
  return reading.state === 'broken' ? reading.problem : reading.state;
}

describe('a store of 2026.2.24', () => {
  test('keeps what OpenClaw keeps, and names what it drops', async () => {
    const reading = await read({
      version: 1,
      profiles: {
        'anthropic:default': { type: 'api_key', provider: 'anthropic', key: ` ${apiKey('a')} `, email: 'me@example.org', extra: true },
        'anthropic:sub': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: 5 },
        'anthropic:login': { type: 'oauth', provider: 'anthropic', access: 'a', refresh: 'r', expires: 7 },
        'anthropic:blank': { type: 'api_key', provider: 'anthropic', key: '  ' },
        mode: { mode: 'api_key', provider: 'anthropic', key: 'k' },
        provider: { type: 'api_key', provider: '', key: 'k' },
        text: 'sk',
        list: [],
        nothing: null,
      },
      order: { anthropic: [' anthropic:sub ', '', 5, 'anthropic:default'], openai: [], other: 'x' },
      lastGood: { anthropic: 'anthropic:sub', other: 5 },
      usageStats: { 'anthropic:sub': { lastUsed: 1, cooldownUntil: 0, errorCount: 2, failureCounts: { auth: 2, odd: 'x' } }, odd: 5 },
    });
    if (reading.state !== 'read') throw new Error(reading.state);
    const { profiles, order, lastGood, usage, dropped } = reading.store;
    expect(dropped).toEqual(['mode', 'provider', 'text', 'list', 'nothing']);
    expect([...profiles.keys()]).toEqual(['anthropic:default', 'anthropic:sub', 'anthropic:login', 'anthropic:blank']);
    expect(profiles.get('anthropic:default')).toMatchObject({ type: 'api_key', email: 'me@example.org', expires: null, refreshable: false });
    expect(profiles.get('anthropic:default')?.secret?.reveal()).toBe(apiKey('a'));
    expect(profiles.get('anthropic:sub')).toMatchObject({ type: 'token', expires: 5 });
    expect(profiles.get('anthropic:login')).toMatchObject({ refreshable: true, expires: 7 });
    expect(profiles.get('anthropic:blank')?.secret).toBeNull();
    expect([...order]).toEqual([['anthropic', ['anthropic:sub', 'anthropic:default']]]);
    expect([...lastGood]).toEqual([['anthropic', 'anthropic:sub']]);
    expect([...usage.keys()]).toEqual(['anthropic:sub']);
    expect(usage.get('anthropic:sub')).toMatchObject({ lastUsed: 1, cooldownUntil: null, errorCount: 2 });
    expect([...(usage.get('anthropic:sub')?.failureCounts ?? [])]).toEqual([['auth', 2]]);
  });

  test('ids such as __proto__ and constructor are ids', async () => {
    const profile = `{"type":"api_key","provider":"anthropic","key":"k"}`;
    const reading = await read(`{"profiles":{"__proto__":${profile},"constructor":${profile}},"order":{"__proto__":["x"]}}`);
    expect(reading.state === 'read' && [...reading.store.profiles.keys()]).toEqual(['__proto__', 'constructor']);
    expect(reading.state === 'read' && reading.store.order.get('__proto__')).toEqual(['x']);
    expect(Reflect.get({}, 'type')).toBeUndefined();
  });

  test('no secret can be seen in what was read', async () => {
    const reading = await read(JSON.stringify(apiKeyHome.stores?.['main']));
    expect(JSON.stringify(reading, (_key, value: unknown) => (value instanceof Map ? [...value] : value))).not.toContain('sk-ant');
  });
});

describe('a store that OpenClaw takes for none', () => {
  test.each([
    ['', 1, 1],
    ['{"version":1,"profiles":{', 1, 26],
    ['{\n  "profiles": {},\n}', 3, 1],
    ['{\r\n  // mine\r\n  "profiles": {}}', 2, 3],
    ['\uFEFF{"profiles": {}}', 1, 1],
    [`{"profiles": {"a": {"key": '${apiKey('a')}'}}}`, 1, 28],
    ['{"profiles": {"a": "\\x"}}', 1, 20],
    ['{"a": 01}', 1, 8],
    ['{"a": tru}', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{"a": [1, 2,]}', 1, 13],
    ['{"a": [1}]', 1, 9],
    ['{} {}', 1, 4],
    ['{,}', 1, 2],
  ])('the fault in %j is told with line and column, without a word of the file', async (text, line, column) => {
    expect(await problem(text)).toEqual({ kind: 'syntax', line, column, message: 'not-json' });
  });

  test.each([
    ['[]', 'not-an-object'],
    ['{}', 'no-profiles'],
    ['{"profiles": []}', 'no-profiles'],
    [`{"profiles": {"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, 'too-deep'],
  ])('%.40s', async (text, message) => {
    expect(await problem(text)).toEqual({ kind: 'shape', message });
  });

  test('not UTF-8, too large', async () => {
    expect(await problem(Uint8Array.from([0x7b, 0xff]))).toEqual({ kind: 'not-utf8', offset: 1 });
    expect(await problem(`{"profiles": {}}${' '.repeat(5 * 1024 * 1024)}`)).toMatchObject({ kind: 'too-large' });
  });

  test('missing', async () => {
    expect((await singleFileReader(february, localFiles)(home.home)).state).toBe('missing');
  });
});

describe('half a file, because OpenClaw writes in place', () => {
  /** The real files, but each reading first lets the writer get on with its work. */
  function whileWriting(texts: readonly string[]): { readonly files: HostFiles; readonly reads: () => number } {
    let reads = 0;
    const files: HostFiles = {
      ...localFiles,
      readText: async (path, limit) => {
        await home.write('agent/auth-profiles.json', texts[Math.min(reads, texts.length - 1)] ?? '');
        reads += 1;
        return localFiles.readText(path, limit);
      },
    };
    return { files, reads: () => reads };
  }

  test('is read again until it is whole', async () => {
    const writer = whileWriting(['', '{"version":1,"prof', '{"version":1,"profiles":{', '{"version":1,"profiles":{}}']);
    expect((await read('', writer.files)).state).toBe('read');
    expect(writer.reads()).toBe(4);
  });

  test('counts as broken after the fourth reading', async () => {
    const writer = whileWriting(['{']);
    expect((await read('', writer.files)).state).toBe('broken');
    expect(writer.reads()).toBe(4);
  });

  test('any other fault is told at once', async () => {
    const writer = whileWriting(['[]']);
    expect((await read('', writer.files)).state).toBe('broken');
    expect(writer.reads()).toBe(1);
  });
});

describe('a copy of the first store, as OpenClaw puts one into the dir of a new agent', () => {
  const main = { version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('a') } }, usageStats: { 'anthropic:default': { lastUsed: 5 } } };
  const dirOf = async (agent: string, content: object | string): Promise<string> => dirname(await home.write(`${agent}/auth-profiles.json`, content));

  test('is not taken apart again, and still has a path and an image of its own', async () => {
    const [first, copy] = [await dirOf('main', main), await dirOf('copy', main)];
    const ofDir = singleFileReader(february, localFiles);
    const [one, other] = [await ofDir(first), await ofDir(copy)];
    if (one.state !== 'read' || other.state !== 'read' || other.from !== 'files') throw new Error('not read');
    expect(other.store).toBe(one.store);
    expect([other.path, other.image?.path]).toEqual([`${copy}/auth-profiles.json`, `${copy}/auth-profiles.json`]);
  });

  test('is one only as long as every byte is the same', async () => {
    const used = { ...main, usageStats: { 'anthropic:default': { lastUsed: 6 } } };
    const [first, other, spaced] = [await dirOf('main', main), await dirOf('used', used), await dirOf('spaced', JSON.stringify(main))];
    const ofDir = singleFileReader(february, localFiles);
    const one = await ofDir(first);
    expect(await ofDir(other)).toMatchObject({ store: { usage: new Map([['anthropic:default', { lastUsed: 6 }]]) } });
    const reading = await ofDir(spaced);
    expect(reading.state === 'read' && one.state === 'read' && reading.store !== one.store).toBe(true);
  });
});
