import { chmod, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { harmIn, harmInBytes, hostileList, hostileTexts } from '../support/hostile.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { screenAtRest } from '../support/idle.ts';
import { keys, runProgram, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome;
let session: PtySession | null = null;

const agents = hostileList.map((text, index) => ({ id: `agent${index}`, name: text, model: `anthropic/${text}`, params: { cacheRetention: text } }));

/** Hostile text wherever OpenClaw lets anybody write a name. */
const config = (baseUrl: string): object => ({
  meta: { lastTouchedVersion: '2026.2.24', lastTouchedAt: hostileTexts.colour },
  models: { providers: { anthropic: { baseUrl, models: [] } } },
  auth: {
    profiles: Object.fromEntries(hostileList.map((text, index) => [`anthropic:${index}${text}`, { provider: 'anthropic', mode: 'api_key', email: text }])),
    order: { anthropic: hostileList.map((text, index) => `anthropic:${index}${text}`) },
  },
  agents: {
    defaults: { model: { primary: 'anthropic/claude-opus-4-6', fallbacks: hostileList }, models: Object.fromEntries(hostileList.map((text) => [`anthropic/${text}`, { alias: text, params: { cacheRetention: text } }])) },
    list: [{ id: 'main', default: true }, ...agents, ...hostileList.map((text) => ({ id: text }))],
  },
  ...Object.fromEntries(hostileList.map((text) => [`x${text}`, text])),
});

function store(): object {
  return {
    version: 1,
    profiles: Object.fromEntries(
      hostileList.map((text, index) => [
        `anthropic:${index}${text}`,
        index % 2 === 0 ? { type: 'api_key', provider: 'anthropic', key: apiKey('h'), email: text } : { type: 'token', provider: 'anthropic', token: setupToken('h'), email: text, expires: Date.now() + 9e9 },
      ]),
    ),
    order: { anthropic: hostileList.map((text, index) => `anthropic:${index}${text}`) },
    usageStats: Object.fromEntries(hostileList.map((text, index) => [`anthropic:${index}${text}`, { disabledUntil: Date.now() + 9e6, disabledReason: text, cooldownReason: text }])),
    lastGood: { anthropic: `anthropic:${hostileTexts.bell}` },
  };
}

beforeEach(async () => {
  home = await anthropicHome(config, { stores: { main: store(), agent1: store() } });
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  session = null;
  await home.dispose();
});

const variables = { ANTHROPIC_API_KEY: 'a\u001B]0;owned\u0007b', ANTHROPIC_OAUTH_TOKEN: hostileTexts['right-to-left override'], OPENCLAW_PROFILE: '' };

describe('hostile text in every place of an installation', () => {
  it.each([
    ['models', 'status'],
    ['models', 'status', '--probe'],
    ['explain'],
    ['explain', 'agent3'],
    ['cache', 'list'],
    ['cache', 'explain', 'agent3'],
    ['cache', 'set', 'agent3', 'long', '--dry-run'],
    ['cache', 'migrate', '--all', '--dry-run'],
    ['cache', 'advise', 'agent3'],
    ['doctor'],
    ['onboard', '--non-interactive', '--anthropic-api-key', '-', '--check', 'none', '--dry-run'],
  ].map((args) => [args.join(' '), args] as const))('%s is shown visibly escaped, in text and as JSON', async (_what, words) => {
    for (const format of [[], ['--json']]) {
      const { stdout, stderr } = await runProgram(home.home, [...words, ...format], apiKey('n'), variables);
      expect(stdout + stderr).not.toBe('');
      expect(harmIn(stdout)).toBeNull();
      expect(harmIn(stderr)).toBeNull();
      if (format.length > 0 && stdout.startsWith('{')) expect(() => void JSON.parse(stdout)).not.toThrow();
    }
  });

  it('a command line full of it is answered visibly escaped', async () => {
    const lines = (text: string): string[][] => [[text], ['explain', text], ['cache', 'set', text, text], [`--${text}`], ['models', 'status', '--agent', text], ['onboard', '--non-interactive', '--auth-choice', text]];
    for (const [index, text] of hostileList.filter((one) => !one.includes("\u0000")).entries()) {
      const args = lines(text)[index % lines(text).length] ?? [];
      const { stdout, stderr } = await runProgram(home.home, args);
      expect({ args, harm: harmIn(stdout + stderr) }).toEqual({ args, harm: null });
    }
  }, 60_000);

  it('a home whose own name is hostile', async () => {
    const place = join(home.home, 'x\u001B]0;owned\u0007\u202E');
    await mkdir(place);
    await rename(home.stateDir, join(place, '.openclaw'));
    for (const args of [['models', 'status'], ['models', 'status', '--json'], ['doctor'], ['cache', 'list'], ['explain']]) {
      const { stdout, stderr } = await runProgram(home.home, [...args], null, { OPENCLAW_HOME: place, OPENCLAW_STATE_DIR: join(place, '.openclaw') });
      expect({ args, harm: harmIn(stdout + stderr) }).toEqual({ args, harm: null });
    }
  });

  it('files, directories and programs with hostile names', async () => {
    const names = hostileList.filter((one) => !/[\u0000/]/.test(one) && one.isWellFormed());
    for (const [index, name] of names.entries()) {
      await home.write(`.openclaw/agents/${name}/agent/auth-profiles.json`, index % 2 === 0 ? store() : '{ torn');
      for (const file of [`openclaw.json.${name}`, `openclaw.json.rejected.${name}`, `auth-profiles.json.bak${name}`, `${name}.json`]) await home.write(`.openclaw/${file}`, `{ "x": "${apiKey('f')}" }`);
    }
    const [first = '', second = ''] = names;
    await home.write(`.openclaw/${first}/more.json5`, '{ agents: { defaults: { ');
    await home.write('.openclaw/openclaw.json', { ...config(home.server.url), $include: [`./${first}/more.json5`, `./${second}/gone.json5`] });
    const bin = join(home.home, second);
    await home.write(`${second}/openclaw`, '#!/bin/sh\nprintf "\\033]0;owned\\007 2026.2.24\\n"\n');
    await chmod(join(bin, 'openclaw'), 0o755);
    for (const args of [['models', 'status'], ['models', 'status', '--json'], ['doctor'], ['doctor', '--json'], ['cache', 'list'], ['explain'], ['report', '--output', '-']]) {
      const { stdout, stderr } = await runProgram(home.home, args, null, { ...variables, PATH: `${bin}:/usr/bin:/bin` });
      expect(stdout + stderr).not.toBe('');
      expect({ args, harm: harmIn(stdout + stderr) }).toEqual({ args, harm: null });
    }
  });

  it.each([
    ['the set-up', ['onboard'], ['', keys.enter, keys.enter, keys.enter, keys.down, keys.escape]],
    ['the dashboard', ['status'], ['', keys.down, keys.enter, keys.escape, keys.tab, keys.down, keys.enter, keys.escape, '?', keys.escape, 't', keys.escape, 'y', keys.escape]],
    ['the cache editor', ['cache'], ['', keys.down, keys.down, keys.enter, keys.down, keys.enter, keys.escape, 'm', keys.escape, 'a', keys.escape]],
  ])('%s shows it visibly escaped on every screen', async (_what, args, typed) => {
    session = startProgram(home.home, args, { columns: 120, rows: 40, env: variables });
    for (const key of typed) {
      session.write(key);
      await session.untilScreen((lines) => lines.some((line) => line.trim() !== ''), 'anything');
      // Whatever counts down goes on, and is no reason to wait.
      await screenAtRest(session, (screen) => screen.replaceAll(/\d/g, '0'), { quietLooks: 2 });
      expect(harmIn(session.screen().join('\n'))).toBeNull();
    }
    expect(harmInBytes(session.bytes())).toBeNull();
    expect(session.bytes()).toMatch(/\\u\{1B\}|\\u\{|\\n/);
  }, 120_000);
});
