import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, commentedConfig, type AnthropicHome } from '../support/anthropic-home.ts';
import { apiKey, apiKeyHome, setupToken } from '../support/homes.ts';
import { runProgram, type Finished } from '../support/program.ts';

let home: AnthropicHome;

beforeEach(async () => {
  home = await anthropicHome();
});

afterEach(() => home.dispose());

const run = (args: readonly string[], input: string | null = null, variables: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  runProgram(home.home, ['onboard', ...args], input, variables);

const result = ({ stdout }: Finished): Record<string, unknown> => JSON.parse(stdout);

describe('a credential without a terminal', () => {
  it('from stdin is checked, saved and reported', async () => {
    const finished = await run(['--non-interactive', '--auth-choice', 'apiKey', '--anthropic-api-key', '-', '--json'], `${apiKey('k')}\n`);
    expect(finished).toMatchObject({ exitCode: 0 });
    expect(result(finished)).toEqual({
      ok: true,
      verdict: 'valid',
      profileId: 'anthropic:default',
      agents: ['main'],
      files: [
        { path: home.storePath(), changed: true, backup: null },
        { path: home.configPath, changed: true, backup: expect.stringContaining('openclaw.json.clawdial-backup-') },
      ],
      requestIds: [expect.any(String), expect.any(String)],
      warnings: [expect.stringContaining('gateway restarts')],
    });
    expect(home.server.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual(['GET /v1/models', 'POST /v1/messages']);
    expect(await home.textOf(home.storePath())).toContain(apiKey('k'));
  });

  it('alone on the command line asks nothing, and warns where others can read it', async () => {
    const finished = await run(['--anthropic-api-key', apiKey('k')]);
    expect(finished).toMatchObject({ exitCode: 0 });
    expect(finished.stderr).toContain('Warning: a credential on the command line');
    expect(finished.stdout).toContain('main: anthropic:default');
  });

  it('from the environment is used when none is given', async () => {
    const finished = await run(['--non-interactive', '--auth-choice', 'apiKey', '--json'], null, { ANTHROPIC_API_KEY: apiKey('e') });
    expect(result(finished)).toMatchObject({ ok: true });
    expect(await home.textOf(home.storePath())).toContain(apiKey('e'));
  });

  it('a setup-token keeps the end that was asked for, and none otherwise', async () => {
    const before = Date.now();
    await run(['--non-interactive', '--auth-choice', 'token', '--token', '-', '--token-provider', 'anthropic', '--token-expires-in', '30d', '--accept-risk'], setupToken('t'));
    const { expires } = JSON.parse((await home.textOf(home.storePath())) ?? '').profiles['anthropic:default'];
    expect(expires - before).toBeGreaterThanOrEqual(30 * 86_400_000);
    expect(expires - before).toBeLessThan(30 * 86_400_000 + 60_000);
    const finished = await run(['--token', '-', '--json'], setupToken('u'));
    expect(JSON.parse((await home.textOf(home.storePath())) ?? '').profiles['anthropic:default']).toEqual({ type: 'token', provider: 'anthropic', token: setupToken('u') });
    expect(String(result(finished)['warnings'])).toContain('No end is recorded');
  });

  it('is cleaned like a pasted one, and the result says so', async () => {
    const finished = await run(['--anthropic-api-key', '-', '--json'], `export ANTHROPIC_API_KEY="${apiKey('k')}"\n`);
    expect(result(finished)).toMatchObject({ ok: true });
    expect(String(result(finished)['warnings'])).toMatch(/Taken out: .*quotes/);
    expect(await home.textOf(home.storePath())).toContain(`"${apiKey('k')}"`);
  });

  it('--dry-run shows the change, masked, and writes nothing', async () => {
    const before = await home.textOf(home.configPath);
    const finished = await run(['--anthropic-api-key', '-', '--dry-run'], apiKey('k'));
    expect(finished).toMatchObject({ exitCode: 0 });
    expect(finished.stdout).toContain('"key": "sk-ant-api03-…');
    expect(await home.textOf(home.configPath)).toBe(before);
    expect(await home.textOf(home.storePath())).toBeNull();
  });

  it('can become the credential of one agent, with a default model', async () => {
    await home.dispose();
    home = await anthropicHome((url) => commentedConfig(url, "\n  agents: { list: [{ id: 'main' }, { id: 'Night Watch' }] },"));
    const finished = await run(['--anthropic-api-key', '-', '--agent', 'Night Watch', '--set-default-model', 'anthropic/claude-sonnet-4-6', '--json'], apiKey('k'));
    expect(result(finished)).toMatchObject({ ok: true, agents: ['night-watch'] });
    expect(await home.readConfig()).toMatchObject({ agents: { defaults: { model: { primary: 'anthropic/claude-sonnet-4-6' } } } });
    expect(await home.textOf(home.storePath())).toBeNull();
  });

  it('a second time changes nothing', async () => {
    await run(['--anthropic-api-key', '-'], apiKey('k'));
    const names = await readdir(home.stateDir, { recursive: true });
    const finished = await run(['--anthropic-api-key', '-', '--json'], apiKey('k'));
    expect(result(finished)).toMatchObject({ ok: true, files: [{ changed: false, backup: null }, { changed: false, backup: null }] });
    expect(await readdir(home.stateDir, { recursive: true })).toEqual(names);
  });
});

describe('what is not saved', () => {
  it.each([
    ['a rejected key', apiKey('k'), 1, /Rejected/],
    ['a truncated key', apiKey('k').slice(0, 85), 1, /cut off/],
    ['an admin key', `sk-ant-admin01-${'a'.repeat(93)}AA`, 1, /admin/i],
    ['an OAuth code', `${'a'.repeat(40)}#${'b'.repeat(40)}`, 1, /code/i],
    ['nothing at all', ' \n', 2, /stdin/],
  ])('%s', async (_name, input, exitCode, words) => {
    home.server.use('invalid-api-key');
    const finished = await run(['--anthropic-api-key', '-', '--json'], input);
    expect(finished).toMatchObject({ exitCode });
    expect(result(finished)).toMatchObject({ ok: false, files: [] });
    expect(finished.stderr).toMatch(words);
    expect(await home.textOf(home.storePath())).toBeNull();
  });

  it('--save-unchecked saves all the same, and the verdict stays what it was', async () => {
    home.server.use('invalid-api-key');
    const finished = await run(['--anthropic-api-key', '-', '--save-unchecked', '--json'], apiKey('k').slice(0, 85));
    expect(result(finished)).toMatchObject({ ok: true, verdict: 'rejected' });
    expect(await home.textOf(home.storePath())).toContain(apiKey('k').slice(0, 85));
  });

  it('--check none sends nothing anywhere', async () => {
    const finished = await run(['--anthropic-api-key', '-', '--check', 'none', '--json'], apiKey('k'));
    expect(result(finished)).toMatchObject({ ok: true, verdict: 'unknown', requestIds: [] });
    expect(home.server.requests).toEqual([]);
  });

  it('--check models asks for the list only', async () => {
    const finished = await run(['--anthropic-api-key', '-', '--check', 'models', '--json'], apiKey('k'));
    expect(result(finished)).toMatchObject({ ok: true, verdict: 'valid' });
    expect(home.server.requests).toHaveLength(1);
  });

  it('a credential of another type under the same id is not lost', async () => {
    await home.dispose();
    home = await anthropicHome((url) => ({ ...Object(apiKeyHome.config), models: { providers: { anthropic: { baseUrl: url, models: [] } } } }), { stores: apiKeyHome.stores ?? {} });
    const before = await home.textOf(home.storePath());
    const finished = await run(['--token', '-'], setupToken('t'));
    expect(finished).toMatchObject({ exitCode: 1 });
    expect(finished.stderr).toContain('anthropic:subscription is free');
    expect(await home.textOf(home.storePath())).toBe(before);
  });

  it('a foreign base URL gets nothing without --trust-base-url', async () => {
    await writeFile(home.configPath, "{ models: { providers: { anthropic: { baseUrl: 'https://proxy.invalid', models: [] } } } }");
    const finished = await run(['--anthropic-api-key', '-'], apiKey('k'));
    expect(finished).toMatchObject({ exitCode: 1 });
    expect(finished.stderr).toContain('https://proxy.invalid, which is not Anthropic’s');
  });

  it('a plain http address elsewhere gets nothing even with it', async () => {
    await writeFile(home.configPath, "{ models: { providers: { anthropic: { baseUrl: 'http://proxy.invalid', models: [] } } } }");
    const finished = await run(['--anthropic-api-key', '-', '--trust-base-url'], apiKey('k'));
    expect(finished).toMatchObject({ exitCode: 1 });
    expect(finished.stderr).toContain('http://proxy.invalid');
  });

  it('a lock that someone holds is named, exit code 4', { timeout: 40_000 }, async () => {
    await mkdir(`${home.stateDir}/agents/main/agent`, { recursive: true });
    await writeFile(`${home.storePath()}.lock`, JSON.stringify({ pid: process.pid, createdAt: new Date(Date.now() + 60_000).toISOString() }));
    const finished = await run(['--anthropic-api-key', '-'], apiKey('k'));
    expect(finished).toMatchObject({ exitCode: 4 });
    expect(finished.stderr).toContain(`${process.pid}`);
    expect(await home.textOf(home.storePath())).toBeNull();
  });
});

describe('wrong use', () => {
  it.each([
    [['--auth-choice', 'nonsense', '--non-interactive'], 'nonsense'],
    [['--auth-choice', 'apiKey', '--token', '-'], 'does not fit'],
    [['--anthropic-api-key', '-', '--token', '-'], 'one credential'],
    [['--token', '-', '--token-provider', 'openai'], 'anthropic only'],
    [['--token', '-', '--agent', 'nobody'], 'There is no agent nobody'],
    [['--token', '-', '--token-expires-in', 'soon'], 'no length of time'],
    [['--token', '-', '--token-profile-id', 'work'], 'anthropic:'],
    [['--token', '-', '--check', 'deep'], 'check'],
    [['--token', '-', '--profile', '../x'], 'profile'],
    [['--token', '-', '--profile', 'a', '--dev'], 'dev'],
    [['--no-such-flag'], 'no-such-flag'],
    [['--non-interactive'], 'No credential was given'],
    [['--agent', 'main', '--dry-run'], '--agent, --dry-run'],
  ])('%j is exit code 2 with a reason', async (args, words) => {
    const finished = await run(args, setupToken('t'));
    expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(finished.stderr).toContain(words);
    expect(finished.stderr).not.toMatch(/\n\s+at /);
  });

  it('without a terminal and without a credential says what to do', async () => {
    const finished = await run([]);
    expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(finished.stderr).toContain('--non-interactive');
  });

  it('a layout that belongs to a database is not written', async () => {
    const finished = await run(['--anthropic-api-key', '-', '--openclaw-version', '2026.9.6'], apiKey('k'));
    expect(finished).toMatchObject({ exitCode: 1 });
    expect(finished.stderr).toContain('paste-api-key');
    expect(await home.textOf(home.storePath())).toBeNull();
    expect(home.server.requests).toEqual([]);
  });
});

it('no secret is in any output, whatever happens', async () => {
  const secret = apiKey('s');
  for (const scenario of ['normal', 'echo-key', 'invalid-api-key', 'garbage', 'redirect'] as const) {
    home.server.use(scenario);
    for (const flags of [['--json'], [], ['--dry-run'], ['--save-unchecked', '--check', 'models']]) {
      const finished = await run(['--anthropic-api-key', '-', ...flags], secret);
      expect(finished.stdout + finished.stderr).not.toContain('sssssssss');
    }
  }
});
