import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/openclaw/config.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import type { ConfigReading } from '../../src/openclaw/snapshot.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { readProblemWords } from '../../src/words/reading.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

let home: TestHome;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.dispose());

async function read(content?: object | string | Uint8Array, variables: Record<string, string> = {}): Promise<ConfigReading> {
  if (content !== undefined) await home.write('.openclaw/openclaw.json', content);
  return readConfig(join(home.stateDir, 'openclaw.json'), home.host(variables), localFiles);
}

async function resolved(content?: object | string, variables: Record<string, string> = {}): Promise<unknown> {
  const reading = await read(content, variables);
  return reading.state === 'read' ? reading.resolved : reading;
}

async function problem(content?: object | string | Uint8Array, variables: Record<string, string> = {}): Promise<unknown> {
  const reading = await read(content, variables);
  return reading.state === 'broken' ? reading.problem : reading.state;
}

function nested(levels: number): string {
  return `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
}

describe('what a config may look like', () => {
  test('missing', async () => {
    expect(await read()).toEqual({ state: 'missing', path: join(home.stateDir, 'openclaw.json') });
  });

  test('JSON5 with BOM, CRLF, comments and trailing commas, kept as it is written', async () => {
    const text = "\uFEFF// mine\r\n{ agents: { list: [{ id: 'a', }, ], }, }\r\n";
    const reading = await read(text);
    expect(reading.state === 'read' && reading.image.text.reveal()).toBe(text);
    expect(reading.state === 'read' && reading.resolved).toEqual({ agents: { list: [{ id: 'a' }] } });
  });

  test('a line separator in a string prints nothing on the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await resolved('{a: "x\u2028y"}')).toEqual({ a: 'x\u2028y' });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('__proto__ is a key like any other', async () => {
    const value = await resolved('{"__proto__": {"polluted": true}, "a": 1}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'a']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('what was read cannot be changed', async () => {
    const reading = await read({ agents: { list: [{ id: 'a' }] } });
    if (reading.state !== 'read') throw new Error(reading.state);
    expect(() => Reflect.set(Object(reading.resolved['agents']), 'list', [])).not.toThrow();
    expect(reading.resolved).toEqual({ agents: { list: [{ id: 'a' }] } });
    expect(Object.isFrozen(reading.resolved['agents'])).toBe(true);
    expect(Object.isFrozen(reading.written['agents'])).toBe(true);
  });
});

describe('what makes a config unusable', () => {
  test.each([
    ['{\n  a: 1,\n  b: ]\n}', 3, 6],
    ['\uFEFF{ ]', 1, 3],
    ['{\r\n  "a": "\r\n"}', 2, 9],
    ['', 1, 1],
    ['{ "a": 1 ', 1, 10],
  ])('a fault in %j is told with line and column', async (text, line, column) => {
    expect(await problem(text)).toMatchObject({ kind: 'syntax', line, column });
  });

  test.each(['[]', '"text"', 'null', '5'])('the top level %s is no object', async (text) => {
    expect(await problem(text)).toEqual({ kind: 'shape', message: 'not-an-object' });
  });

  test('nesting: 200 levels are fine, 100 000 are refused and cannot crash it', async () => {
    expect(await problem(nested(199))).toBe('read');
    expect(await problem(nested(201))).toEqual({ kind: 'shape', message: 'too-deep' });
    expect(await problem(nested(100_000))).toEqual({ kind: 'shape', message: 'too-deep' });
  });

  test('directory, FIFO, too large, not UTF-8', async () => {
    await home.write('.openclaw/openclaw.json/inside', '');
    expect(await problem()).toEqual({ kind: 'not-a-file', found: 'directory' });
    await home.dispose();
    home = await makeHome({ files: { '.openclaw/.keep': '' } });
    execFileSync('mkfifo', [join(home.stateDir, 'openclaw.json')]);
    expect(await problem()).toEqual({ kind: 'not-a-file', found: 'fifo' });
    await home.dispose();
    home = await makeHome();
    expect(await problem(`{a: "${'x'.repeat(8 * 1024 * 1024)}"}`)).toMatchObject({ kind: 'too-large', limit: 8 * 1024 * 1024 });
    expect(await problem(Uint8Array.from([0x7b, 0xff, 0x7d]))).toEqual({ kind: 'not-utf8', offset: 1 });
  });
});

describe('$include', () => {
  test('what stands beside it wins, arrays are joined, objects merge at any level', async () => {
    await home.write('.openclaw/base.json5', "{ agents: { defaults: { model: 'm', x: 1 }, list: [{ id: 'a' }] } }");
    await home.write('.openclaw/parts/env.json5', "{ vars: { $include: './vars.json5' } }");
    await home.write('.openclaw/parts/vars.json5', '{ A: "1" }');
    const config = "{ $include: 'base.json5', agents: { defaults: { x: 2 }, list: [{ id: 'b' }] }, env: { $include: './parts/env.json5' } }";
    expect(await resolved(config)).toEqual({
      agents: { defaults: { model: 'm', x: 2 }, list: [{ id: 'a' }, { id: 'b' }] },
      env: { vars: { A: '1' } },
    });
    const reading = await read();
    expect(reading.state === 'read' && reading.includes).toEqual(
      ['base.json5', 'parts/env.json5', 'parts/vars.json5'].map((name) => join(home.stateDir, name)),
    );
    expect(reading.state === 'read' && reading.written).toHaveProperty('$include', 'base.json5');
  });

  test('several files are merged in turn, and one file may be included twice', async () => {
    await home.write('.openclaw/a.json', { list: [1], x: { a: 1, b: 1 } });
    await home.write('.openclaw/b.json', { list: [2], x: { b: 2 } });
    expect(await resolved({ $include: ['a.json', 'b.json', 'a.json'] })).toEqual({ list: [1, 2, 1], x: { a: 1, b: 1 } });
  });

  test.each([
    ['../outside.json', 'outside'],
    ['/etc/hostname', 'outside'],
    ['link.json', 'outside'],
    ['missing.json', 'missing'],
    ['broken.json', 'syntax'],
    ['circle.json', 'circular'],
    ['openclaw.json', 'circular'],
    ['deep0.json', 'too-deep'],
    [5, 'not-text'],
    [['circle.json', 5], 'circular'],
  ])('%j is refused: %s', async (written, message) => {
    await home.write('outside.json', '{}');
    await home.write('.openclaw/broken.json', '{');
    await home.write('.openclaw/circle.json', { a: { $include: 'circle.json' } });
    for (let depth = 0; depth < 10; depth += 1) await home.write(`.openclaw/deep${depth}.json`, { a: { $include: `deep${depth + 1}.json` } });
    await home.write('.openclaw/deep10.json', '{}');
    await symlink(join(home.home, 'outside.json'), join(home.stateDir, 'link.json'));
    expect(await problem({ a: { $include: written } })).toMatchObject({ kind: 'include', message });
  });

  test('ten files deep are fine', async () => {
    for (let depth = 1; depth < 10; depth += 1) await home.write(`.openclaw/deep${depth}.json`, { a: { $include: `deep${depth + 1}.json` } });
    await home.write('.openclaw/deep10.json', '{}');
    expect(await problem({ a: { $include: 'deep1.json' } })).toBe('read');
  });

  test('a config in a linked directory may include what lies beside it', async () => {
    await home.write('real/openclaw.json', { $include: './part.json' });
    await home.write('real/part.json', { a: 1 });
    await symlink(join(home.home, 'real'), home.stateDir);
    expect(await resolved()).toEqual({ a: 1 });
  });
});

describe('${NAME}', () => {
  test('is replaced in any text; $${NAME} stands for itself; other dollars stay', async () => {
    const config = { a: '${KEY}', list: ['x${KEY}y${KEY}'], escaped: '$${KEY}', other: '$KEY ${key} ${1A} $' };
    expect(await resolved(config, { KEY: 'v$&' })).toEqual({ a: 'v$&', list: ['xv$&yv$&'], escaped: '${KEY}', other: '$KEY ${key} ${1A} $' });
  });

  test.each([{}, { NOT_SET: '' }])('without a value (%j) the whole config is unusable, and the place is told', async (variables) => {
    const config = { agents: { list: [{ id: 'a' }, { name: 'x ${NOT_SET}' }] } };
    expect(await problem(config, variables)).toEqual({ kind: 'missing-variable', name: 'NOT_SET', at: 'agents.list[1].name' });
  });

  test('process, .env of the working directory, .env of the state dir, config: the first that sets it', async () => {
    await home.write('.env', 'B=here\nA=here');
    await home.write('.openclaw/.env', 'C=state\nB=state\nA=state');
    const config = { env: { A: 'direct', D: 'direct', vars: { A: 'vars', D: 'vars', E: 'vars' } }, x: '${A} ${B} ${C} ${D} ${E}' };
    expect(await resolved(config, { A: 'process' })).toMatchObject({ x: 'process here state direct vars' });
  });

  test('a name that a config may not set stays unset', async () => {
    const config = { env: { vars: { LD_PRELOAD: '/x.so', NODE_OPTIONS: '-r x' } }, x: '${NODE_OPTIONS}' };
    expect(await problem(config)).toMatchObject({ kind: 'missing-variable', name: 'NODE_OPTIONS' });
    expect(await problem({ ...config, x: '${LD_PRELOAD}' })).toMatchObject({ name: 'LD_PRELOAD' });
  });
});

test('every problem has words that name the file, and hostile text in it is shown escaped', async () => {
  const path = safeText('/home/me/openclaw.json');
  const evil = 'x\u001B[2J';
  for (const one of [
    { kind: 'syntax', line: 3, column: 6, message: evil },
    { kind: 'syntax', line: 3, column: 6, message: 'not-json' },
    { kind: 'not-a-file', found: 'fifo' },
    { kind: 'unreadable', code: 'EACCES' },
    { kind: 'unreadable', code: evil },
    { kind: 'too-large', bytes: 3, limit: 2 },
    { kind: 'not-utf8', offset: 7 },
    { kind: 'shape', message: 'too-deep' },
    { kind: 'missing-variable', name: 'KEY', at: evil },
    { kind: 'include', path: evil, message: 'circular' },
  ] as const) {
    const { title, advice } = readProblemWords(one, path);
    expect(title).toContain(path);
    expect(`${title}${advice}`).not.toContain('\u001B');
    expect(advice.length).toBeGreaterThan(10);
  }
  expect(readProblemWords({ kind: 'missing-variable', name: 'KEY', at: 'a.b' }, path)).toEqual({
    title: '/home/me/openclaw.json uses ${KEY} at a.b, and KEY has no value.',
    advice: 'OpenClaw treats the whole config as invalid. Set KEY, or write $${KEY} for the plain text.',
  });
});
