import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, setupToken } from '../support/homes.ts';
import { keys, runProgram, startProgram, type Finished } from '../support/program.ts';
import type { PtySession } from '../support/pty.ts';

let home: AnthropicHome;
let session: PtySession | null = null;

const config = (baseUrl: string): object => ({
  meta: { lastTouchedVersion: '2026.2.24' },
  models: { providers: { anthropic: { baseUrl, models: [] } } },
  agents: { list: [{ id: 'main', default: true }, { id: 'research' }] },
  auth: { profiles: { 'anthropic:busy': { provider: 'anthropic', mode: 'api_key' }, 'anthropic:work': { provider: 'anthropic', mode: 'api_key' } } },
  gateway: { port: 1 },
});

const until = Date.now() + 3_600_000;
const store = {
  version: 1,
  profiles: { 'anthropic:busy': { type: 'api_key', provider: 'anthropic', key: apiKey('b') }, 'anthropic:work': { type: 'api_key', provider: 'anthropic', key: apiKey('w') } },
  usageStats: { 'anthropic:busy': { errorCount: 1, cooldownUntil: until, failureCounts: { rate_limit: 1 } } },
};

beforeEach(async () => {
  session = null;
  home = await anthropicHome(config, { stores: { main: store } });
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home.dispose();
});

const run = (args: readonly string[], input: string | null = null): Promise<Finished> => runProgram(home.home, ['models', 'auth', ...args], input);
const json = ({ stdout }: Finished): Record<string, unknown> => JSON.parse(stdout);
const stored = async (): Promise<typeof store & { order?: unknown }> => JSON.parse((await home.textOf(home.storePath())) ?? '');

describe('on stdin', () => {
  it('a new secret is checked, saved under the same name, and ends the wait', async () => {
    const finished = await run(['rotate', 'anthropic:busy', '--json'], `${apiKey('n')}\n`);
    expect(finished).toMatchObject({ exitCode: 0 });
    expect(json(finished)).toMatchObject({
      ok: true,
      action: 'rotate',
      profileId: 'anthropic:busy',
      verdict: 'valid',
      agents: [{ agent: 'main', before: 'anthropic:work', after: 'anthropic:busy' }, { agent: 'research', before: 'anthropic:work', after: 'anthropic:busy' }],
      files: [{ path: home.storePath(), changed: true, backup: expect.stringContaining('clawdial-backup') }],
      undo: true,
    });
    expect(await stored()).toMatchObject({ profiles: { 'anthropic:busy': { key: apiKey('n') } }, usageStats: { 'anthropic:busy': { errorCount: 0 } } });
    const backup = (await readdir(dirname(home.storePath()))).find((name) => name.includes('clawdial-backup')) ?? '';
    expect((await stat(join(dirname(home.storePath()), backup))).mode & 0o777).toBe(0o600);
  });

  it('a rejected one is not saved, and what is wrong is said before it is asked for', async () => {
    const unknown = await run(['rotate', 'anthropic:bzsy'], apiKey('n'));
    expect(unknown).toMatchObject({ exitCode: 1, stdout: '' });
    expect(unknown.stderr).toContain('Did you mean anthropic:busy?');
    expect(home.server.requests).toEqual([]);
    expect(json(await run(['rotate', 'anthropic:busy', '--json'], setupToken('n')))).toMatchObject({ ok: false, error: { exitCode: 1 } });
    expect(home.server.requests).toEqual([]);
    home.server.use('invalid-api-key');
    const rejected = await run(['rotate', 'anthropic:busy'], apiKey('n'));
    expect(rejected).toMatchObject({ exitCode: 1, stdout: '' });
    expect(await stored()).toEqual(store);
  });

  it('paste-api-key and paste-token save under OpenClaw’s own name, or the one that is given', async () => {
    expect(json(await run(['paste-api-key', '--provider', 'anthropic', '--json'], apiKey('p')))).toMatchObject({ ok: true, profileId: 'anthropic:manual', verdict: 'valid' });
    expect(json(await run(['paste-token', '--profile-id', 'anthropic:me', '--expires-in', '365d', '--json'], setupToken('t')))).toMatchObject({ ok: true, profileId: 'anthropic:me' });
    const { profiles } = await stored();
    expect(Object.keys(profiles)).toEqual(['anthropic:busy', 'anthropic:work', 'anthropic:manual', 'anthropic:me']);
  });

  it('nothing, or another provider, is wrong use', async () => {
    expect(await run(['paste-api-key'])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await run(['paste-token', '--provider', 'openai'], setupToken('t'))).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await run(['paste-api-key', '--expires-in', '1d'], apiKey('p'))).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await run(['setup-token'])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await stored()).toEqual(store);
  });
});

describe('the waits', () => {
  it('end after a valid answer, and only there', async () => {
    const finished = await run(['clear-cooldown', 'anthropic:busy', '--json']);
    expect(json(finished)).toMatchObject({ ok: true, verdict: 'valid', action: 'clear-cooldown' });
    expect((await stored()).usageStats).toEqual({ 'anthropic:busy': { errorCount: 0 } });
    // It was ended here: nobody says that OpenClaw wiped it.
    expect((await runProgram(home.home, ['models', 'status'])).stdout).not.toContain('wiped');
    const again = await run(['clear-cooldown', 'anthropic:busy']);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stdout).toContain('Nothing to change');
    expect(home.server.requests).toHaveLength(2);
  });

  it('end on a person’s word with a reason, without a request; undo brings them back', async () => {
    expect(await run(['clear-cooldown', 'anthropic:busy', '--force', ' '])).toMatchObject({ exitCode: 2 });
    expect(await run(['clear-cooldown', 'anthropic:busy', '--force', 'credit added'])).toMatchObject({ exitCode: 0 });
    expect(home.server.requests).toEqual([]);
    const undone = await runProgram(home.home, ['undo']);
    expect(undone.stdout).toContain('unproved: credit added');
    expect(undone.stdout).toContain('Restored ');
    expect(await home.textOf(home.storePath())).toBe(`${JSON.stringify(store, null, 2)}\n`);
  });
});

describe('undo', () => {
  it('gives a removed profile back although OpenClaw used another one since, and says what stays', async () => {
    expect(await run(['remove', 'anthropic:busy'])).toMatchObject({ exitCode: 0 });
    const used = { 'anthropic:work': { lastUsed: 5, errorCount: 0 } };
    await writeFile(home.storePath(), JSON.stringify({ ...(await stored()), usageStats: used }));
    const undone = await runProgram(home.home, ['undo']);
    expect(undone.stdout).toContain(`${home.storePath()}; what was written there since stays.`);
    expect(await stored()).toMatchObject({ profiles: store.profiles, usageStats: { ...store.usageStats, ...used } });
  });
});

describe('OpenClaw’s own shapes', () => {
  it('of order get and list', async () => {
    expect(json(await run(['order', 'get', '--provider', 'anthropic', '--json']))).toEqual({
      agentId: 'main',
      agentDir: home.storePath().replace('/auth-profiles.json', ''),
      provider: 'anthropic',
      authStorePath: '~/.openclaw/agents/main/agent/auth-profiles.json',
      order: null,
    });
    await run(['order', 'set', 'anthropic:work', 'anthropic:busy']);
    expect(json(await run(['order', 'get', '--agent', 'research', '--json']))).toMatchObject({ agentId: 'research', order: ['anthropic:work', 'anthropic:busy'] });
    expect(json(await run(['list', '--json']))).toMatchObject({
      agentId: 'main',
      provider: null,
      profiles: [
        { id: 'anthropic:busy', provider: 'anthropic', type: 'api_key', cooldownUntil: new Date(until).toISOString(), cooldownReason: 'rate_limit' },
        { id: 'anthropic:work', provider: 'anthropic', type: 'api_key' },
      ],
    });
  });

  it('--dry-run writes nothing and says who would use what', async () => {
    const finished = await run(['remove', 'anthropic:work', '--dry-run']);
    expect(finished.stdout).toMatch(/main: anthropic:work → nothing until/);
    expect(await stored()).toEqual(store);
    expect(json(await run(['rename', 'anthropic:work', 'anthropic:team', '--dry-run', '--json']))).toMatchObject({ ok: true, dryRun: true });
    expect(json(await run(['rename', 'anthropic:work', 'anthropic:busy', '--json']))).toMatchObject({ ok: false, error: { exitCode: 1 } });
  });
});

it('no secret is in any output', async () => {
  const finished = [
    await run(['list']),
    await run(['rotate', 'anthropic:work', '--dry-run'], apiKey('n')),
    await run(['rotate', 'anthropic:work', '--json'], apiKey('n')),
    await run(['copy', 'anthropic:work', '--to', 'research', '--dry-run']),
    await run(['copy', 'anthropic:work', '--to', 'research', '--json']),
    await run(['remove', 'anthropic:busy', '--dry-run']),
    await run([apiKey('x')]),
  ];
  const output = finished.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  for (const letter of 'bwnx') expect(output).not.toContain(letter.repeat(20));
});

describe('on a terminal', () => {
  it('the secret is asked for and never shown', async () => {
    session = startProgram(home.home, ['models', 'auth', 'rotate', 'anthropic:work']);
    await session.until('API key (not shown)');
    session.write(`\u001B[200~${apiKey('n')}\u001B[201~${keys.enter}`);
    await session.until('Give anthropic:work a new secret');
    expect(await session.exited).toMatchObject({ exitCode: 0 });
    expect((await stored()).profiles['anthropic:work']).toMatchObject({ key: apiKey('n') });
    expect(session.bytes()).not.toContain('nnnnnnnn');
  });

  it('Ctrl+C gives up, and setup-token is the guided way', async () => {
    session = startProgram(home.home, ['models', 'auth', 'paste-api-key']);
    await session.until('API key (not shown)');
    session.write('\u0003');
    await session.until('No credential was given');
    expect(await session.exited).toMatchObject({ exitCode: 1 });
    session = startProgram(home.home, ['models', 'auth', 'setup-token', '--provider', 'anthropic']);
    await session.until('Before you use a setup-token');
    session.write('\u0003');
    await session.exited;
    expect(await readFile(home.storePath(), 'utf8')).toBe(`${JSON.stringify(store, null, 2)}\n`);
  });
});
