import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey } from '../support/homes.ts';
import { runProgram } from '../support/program.ts';

let home: AnthropicHome;

beforeEach(async () => {
  home = await anthropicHome();
});

afterEach(() => home.dispose());

const deep = 100_000;
const profile = JSON.stringify({ type: 'api_key', provider: 'anthropic', key: apiKey('p') });

/** Contents that a parser, a stack, a prototype or a decoder may stumble over. */
const contents: Readonly<Record<string, string | Uint8Array>> = {
  'nothing at all': '',
  'a NUL in the middle': '{"version":1,\u0000"profiles":{}}',
  'bytes that are no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'a BOM before it': `\uFEFF{"version":1,"profiles":{"anthropic:p":${profile}}}`,
  'a hundred thousand objects deep': `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
  'a hundred thousand lists deep': `{"a":${'['.repeat(deep)}${']'.repeat(deep)}}`,
  'fifty megabytes': `{"filler":"${'x'.repeat(50 * 1024 * 1024)}"}`,
  'prototypes as names': `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"version":1,"profiles":{"__proto__":${profile},"constructor":${profile}},"order":{"__proto__":["x"]},"agents":{"list":[{"id":"__proto__"},{"id":"constructor"}]}}`,
  'two texts in one file': `{"version":1,"profiles":{}}{"version":1}`,
  'a list': '[]',
  'a half of it': `{"version":1,"profiles":{"anthropic:p":{"type":"api_k`,
  'one name twice': `{"version":1,"profiles":{"anthropic:default":${profile},"anthropic:default":${profile}}}`,
  'separators of lines in strings': '{"version":1,"profiles":{},"note":"a\u2028b\u2029c"}',
};

const looks = [['models', 'status', '--json'], ['doctor', '--json']] as const;

describe.each(['the config', 'the store'] as const)('%s', (place) => {
  it.each(Object.entries(contents))('with %s is read or refused, never a crash, and what is refused is not written', async (_what, content) => {
    const path = place === 'the config' ? '.openclaw/openclaw.json' : '.openclaw/agents/main/agent/auth-profiles.json';
    const written = await home.write(path, content);
    for (const args of looks) {
      const { exitCode, stdout, stderr } = await runProgram(home.home, args);
      expect(`${stdout}${stderr}`).not.toMatch(/fault of its own|RangeError|TypeError|at file:/);
      expect([0, 1, 2]).toContain(exitCode);
    }
    const { exitCode, stdout, stderr } = await runProgram(home.home, ['onboard', '--non-interactive', '--anthropic-api-key', '-', '--check', 'none', '--json'], apiKey('n'));
    expect(`${stdout}${stderr}`).not.toMatch(/fault of its own|RangeError|TypeError|at file:/);
    if (exitCode !== 0) expect((await readFile(written)).equals(Buffer.from(content))).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  }, 60_000);
});

it.each(['../../../../outside', '/tmp/outside', '..', 'a/../../../outside', '..\\outside', 'nul\u0000', 'CON'])('an agent called %j does not lead out of the state directory', async (id) => {
  await home.write('.openclaw/openclaw.json', JSON.stringify({ meta: { lastTouchedVersion: '2026.2.24' }, agents: { list: [{ id: 'main', default: true }, { id }] } }));
  await mkdir(join(home.home, 'outside'));
  const before = await listOutside();
  for (const agent of [id, 'main']) {
    if (!agent.includes('\u0000')) await runProgram(home.home, ['onboard', '--non-interactive', '--anthropic-api-key', '-', '--check', 'none', '--agent', agent], apiKey('n'));
  }
  await runProgram(home.home, ['onboard', '--non-interactive', '--anthropic-api-key', '-', '--check', 'none'], apiKey('n'));
  expect(await listOutside()).toEqual(before);
  await rm(join(home.home, 'outside'), { recursive: true });
});

it.each(['../../../outside.json', '/etc/hostname', 'a/../../../outside.json'])('an include of %s does not lead out of the directory of the config', async (include) => {
  await home.write('outside.json', '{ agents: { defaults: { model: "anthropic/from-outside" } } }');
  await home.write('.openclaw/openclaw.json', JSON.stringify({ $include: include, meta: { lastTouchedVersion: '2026.2.24' } }));
  const { stdout } = await runProgram(home.home, ['models', 'status', '--json']);
  expect(stdout).not.toContain('from-outside');
});

/** Everything of the home that is neither OpenClaw's nor our own preferences. */
async function listOutside(): Promise<readonly string[]> {
  const names = await readdir(home.home, { recursive: true });
  return names.filter((name) => !name.startsWith('.openclaw/') && !name.startsWith('.config')).toSorted();
}
