import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import json5 from 'json5';
import { afterEach, describe, expect, it } from 'vitest';
import { startFakeAnthropic, type FakeAnthropic } from '../../src/demo/fake-anthropic.ts';
import { makeHome, type TestHome } from '../support/homes.ts';
import { keys, runProgram, startProgram } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';
import { sharedHome, sharedPresent, type SharedHome } from '../support/shared.ts';

let session: PtySession | null = null;
let copy: SharedHome | null = null;
let server: FakeAnthropic | null = null;
let fresh: TestHome | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await copy?.dispose();
  await server?.close();
  await fresh?.dispose();
  [session, copy, server, fresh] = [null, null, null, null];
});

const storePath = 'agents/main/agent/auth-profiles.json';

/** What the first screen must say of each home; the homes' own README tells how they were made. */
const truths: readonly (readonly [string, readonly (string | RegExp)[]])[] = [
  ['2026.2.24-api-key', ['OpenClaw 2026.2.24', 'single-file', /main \(default\) +anthropic\/claude-opus-4-6 +anthropic:default/, /API key sk-ant-api03-….{4} +in use/]],
  ['2026.2.24-setup-token', ['OpenClaw 2026.2.24', 'single-file', /setup-token sk-ant-oat01-….{4} +in use/]],
  ['2026.2.24-three-agents', [/main \(default\) +anthropic\/claude-opus-4-6 +anthropic:default/, /research +anthropic\/claude-sonnet-4-6 +anthropic:default/, /alerts +anthropic\/claude-opus-4-6 +anthropic:default/]],
  ['2026.9.6-api-key', ['OpenClaw 2026.9.6', 'shared-database', /main \(default\) +anthropic\/claude-opus-5 +anthropic:default/, /API key sk-ant-api03-….{4} +in use/]],
  [
    '2026.9.6-three-agents',
    [
      'shared-database',
      /main \(default\) +anthropic\/claude-opus-5 +anthropic:subscription/,
      /research +anthropic\/claude-opus-5 +anthropic:subscription/,
      /alerts +anthropic\/claude-opus-5 +anthropic:alerts/,
      /anthropic:subscription +setup-token sk-ant-oat01-….{4} +in use/,
      /anthropic:default +API key sk-ant-api03-….{4} +tried next/,
      /anthropic:alerts +kept by another agent alone/,
    ],
  ],
];

describe.skipIf(!sharedPresent)('homes that the real OpenClaw wrote', () => {
  it.each(truths)('%s is shown as it is', async (name, truth) => {
    copy = await sharedHome(name);
    session = startProgram(copy.home, ['onboard'], { columns: 120, rows: 40 });
    await session.until('1/6 Found');
    for (const part of truth) await session.until(part);
  });

  it.each(['2026.9.6-api-key', '2026.9.6-three-agents'])('%s is never written', async (name) => {
    copy = await sharedHome(name);
    const path = join(copy.stateDir, 'openclaw.json');
    const before = await readFile(path);
    const { exitCode } = await runProgram(copy.home, ['onboard', '--anthropic-api-key', '-', '--check', 'none'], `sk-ant-api03-${'k'.repeat(93)}AA`);
    expect(exitCode).toBe(1);
    expect(await readFile(path)).toEqual(before);
  });

  it.each([
    ['2026.2.24-api-key', 'key'],
    ['2026.2.24-setup-token', 'token'],
  ])('after our own set-up the files say what %s says', async (name, field) => {
    copy = await sharedHome(name);
    const theirs = JSON.parse(await readFile(join(copy.stateDir, storePath), 'utf8'));
    const secret = String(theirs.profiles['anthropic:default'][field]);
    server = await startFakeAnthropic({ knows: () => true });
    fresh = await makeHome({ config: { models: { providers: { anthropic: { baseUrl: server.url, models: [] } } } } });
    session = startProgram(fresh.home);
    const { enter, down } = keys;
    await session.until('1/6 Found');
    session.write(field === 'key' ? enter + enter : enter + down + enter + enter + enter);
    await session.until('Paste your');
    session.write(keys.paste(secret) + enter);
    await session.until('Valid');
    session.write(enter.repeat(field === 'key' ? 4 : 5));
    await session.until('Saved anthropic:default.');
    const ourText = await readFile(join(fresh.stateDir, storePath), 'utf8');
    const ours = JSON.parse(ourText);
    if (field === 'token') {
      expect(Math.abs(ours.profiles['anthropic:default'].expires - Date.now() - 365 * 86_400_000)).toBeLessThan(600_000);
      ours.profiles['anthropic:default'].expires = theirs.profiles['anthropic:default'].expires;
    }
    // As text, so that the order of the keys and the indentation count too.
    expect(`${JSON.stringify(ours, null, 2)}\n`).toBe(await readFile(join(copy.stateDir, storePath), 'utf8'));
    expect(ourText).toBe(`${JSON.stringify(JSON.parse(ourText), null, 2)}\n`);
    const config = async (stateDir: string): Promise<unknown> => Object(json5.parse(await readFile(join(stateDir, 'openclaw.json'), 'utf8'))).auth;
    expect(await config(fresh.stateDir)).toEqual(await config(copy.stateDir));
  });

  it('a setup-token beside the API key of three agents leaves the key, and comes first in the order', async () => {
    copy = await sharedHome('2026.2.24-three-agents');
    const { exitCode } = await runProgram(
      copy.home,
      ['onboard', '--token', '-', '--token-profile-id', 'anthropic:subscription', '--check', 'none', '--json'],
      `sk-ant-oat01-${'t'.repeat(93)}AA`,
    );
    expect(exitCode).toBe(0);
    const config = Object(json5.parse(await readFile(join(copy.stateDir, 'openclaw.json'), 'utf8')));
    expect(config.auth).toEqual({
      profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:subscription': { provider: 'anthropic', mode: 'token' } },
      order: { anthropic: ['anthropic:subscription', 'anthropic:default'] },
    });
  });
});
