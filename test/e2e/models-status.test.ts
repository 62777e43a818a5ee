import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isJsonObject, objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import type { JsonObject } from '../../src/openclaw/snapshot.ts';
import { anthropicHome, commentedConfig } from '../support/anthropic-home.ts';
import { apiKey, apiKeyHome, hostIn, makeHome, setupToken, threeAgentsHome, type TestHome } from '../support/homes.ts';
import { oracleHome } from '../support/oracle-home.ts';
import { program, runProgram, type Finished } from '../support/program.ts';
import { quickest } from '../support/quickest.ts';
import { oracleCases, sharedHome, sharedPresent } from '../support/shared.ts';

const minute = 60_000;
const day = 86_400_000;
const running: ChildProcess[] = [];
const homes: { readonly dispose: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const home of homes.splice(0)) await home.dispose();
});

async function homeOf(content: Parameters<typeof makeHome>[0]): Promise<TestHome> {
  const home = await makeHome(content);
  homes.push(home);
  return home;
}

const status = (home: string, args: readonly string[] = [], variables: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  runProgram(home, ['models', 'status', ...args], null, variables);

const parsed = ({ stdout }: Finished): JsonObject => {
  const value: unknown = JSON.parse(stdout);
  return isJsonObject(value) ? value : {};
};

/** The fields in which our answer must be OpenClaw's: all that it prints. */
const compared = [
  ['configPath'],
  ['agentId'],
  ['agentDir'],
  ['defaultModel'],
  ['resolvedDefault'],
  ['fallbacks'],
  ['imageModel'],
  ['imageFallbacks'],
  ['modelConfig'],
  ['aliases'],
  ['allowed'],
  ['auth', 'storePath'],
  ['auth', 'shellEnvFallback'],
  ['auth', 'providersWithOAuth'],
  ['auth', 'missingProvidersInUse'],
  ['auth', 'providers'],
  ['auth', 'unusableProfiles'],
  ['auth', 'oauth', 'warnAfterMs'],
  ['auth', 'oauth', 'profiles'],
  ['auth', 'oauth', 'providers'],
] as const;

/** As the recorded answers are written: times against now, rounded to the minute, the state directory as a sign. */
function normalised(value: unknown, stateDir: string, now: number, key = ''): unknown {
  if (typeof value === 'string') return value.replaceAll(stateDir, '$STATE');
  if (typeof value === 'number' && (key === 'until' || key === 'expiresAt')) return relative(value - now);
  if (typeof value === 'number' && key === 'remainingMs') return Math.round(value / minute) * minute;
  if (Array.isArray(value)) return value.map((one) => normalised(one, stateDir, now));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, normalised(one, stateDir, now, name)]));
}

function relative(offset: number): string {
  const minutes = Math.round(offset / minute);
  const sign = minutes < 0 ? '-' : '+';
  return minutes % 60 === 0 ? `now${sign}${Math.abs(minutes) / 60}h` : `now${sign}${Math.abs(minutes)}m`;
}

const versions = ['2026.2.24', '2026.9.6'];
const cases = (await Promise.all(versions.map(async (version) => (await oracleCases(version, 'status.json')).map(([name, one]) => [version, name, one] as const)))).flat();

/** What 2026.9.6 tells beside: how the harness of another provider is doing, and a hint in its own words. */
const untold = ['modelRouteIssues', 'runtimeAuthRoutes', 'recoveryHint'];

function told(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => (untold.includes(key) ? undefined : one)));
}

describe.skipIf(!sharedPresent)('what OpenClaw printed for the same state', () => {
  it.each(cases)('%s, %s', async (version, _name, { given, openclaw }) => {
    const now = Date.now();
    const home = await oracleHome(version, given, now);
    homes.push(home);
    const args = ['--json', '--check', '--openclaw-version', version, ...(home.agent === null ? [] : ['--agent', home.agent])];
    const finished = await status(home.home, args, home.variables);
    const ours = told(normalised(parsed(finished), home.stateDir, now));
    const theirs = told(valueAt(openclaw, 'json'));
    expect(finished.exitCode).toBe(valueAt(openclaw, 'rc'));
    if (valueAt(theirs, 'ok') === false) {
      // OpenClaw ends there, and says why in a form of its own; we tell what is known beside.
      expect(ours).toMatchObject({ ok: false, error: { type: 'store-broken', message: expect.stringContaining('OpenClaw stops') } });
      return;
    }
    for (const path of compared) expect([path, valueAt(ours, ...path)]).toEqual([path, valueAt(theirs, ...path)]);
    const { agents, ...rest } = isJsonObject(ours) ? ours : {};
    expect(agents).toBeInstanceOf(Array);
    // Nothing beside what is listed above, on either side.
    expect(rest).toEqual(theirs);
  });

  it.each([
    ['2026.2.24-api-key', { oauth: 0, token: 0, apiKey: 1 }, 'api', 0],
    ['2026.2.24-setup-token', { oauth: 0, token: 1, apiKey: 0 }, 'subscription', 0],
    ['2026.2.24-three-agents', { oauth: 0, token: 0, apiKey: 1 }, 'api', 0],
  ])('the home %s', async (name, counts, payer, exitCode) => {
    const copy = await sharedHome(name);
    homes.push(copy);
    const finished = await status(copy.home, ['--json', '--check']);
    const answer = parsed(finished);
    expect(valueAt(answer, 'auth', 'providers')).toMatchObject([
      { provider: 'anthropic', effective: { kind: 'profiles', detail: '~/.openclaw/agents/main/agent/auth-profiles.json' }, profiles: counts },
    ]);
    expect(answer).toMatchObject({ configPath: `${copy.stateDir}/openclaw.json`, agentDir: `${copy.stateDir}/agents/main/agent`, defaultModel: 'anthropic/claude-opus-4-6', allowed: [] });
    const agents = valueAt(answer, 'agents');
    expect(Array.isArray(agents) ? agents.map((agent: unknown) => textAt(agent, 'payer')) : []).toEqual(name.includes('three') ? [payer, payer, payer] : [payer]);
    expect(finished.exitCode).toBe(exitCode);
  });

  it.each([
    ['2026.9.6-api-key', null, 'state/openclaw.sqlite', { oauth: 0, token: 0, apiKey: 1 }],
    ['2026.9.6-three-agents', null, 'state/openclaw.sqlite', { oauth: 0, token: 1, apiKey: 1 }],
    ['2026.9.6-three-agents', 'alerts', 'agents/alerts/agent/openclaw-agent.sqlite', { oauth: 0, token: 1, apiKey: 2 }],
  ])('the home %s, agent %s', async (name, agent, store, counts) => {
    const copy = await sharedHome(name);
    homes.push(copy);
    const finished = await status(copy.home, ['--json', '--check', ...(agent === null ? [] : ['--agent', agent])]);
    expect(parsed(finished)).toMatchObject({ auth: { storePath: `${copy.stateDir}/${store}`, missingProvidersInUse: [], providers: [{ provider: 'anthropic', profiles: counts }] } });
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

describe('models status', () => {
  it('models alone is the same, and its old flags too', async () => {
    const home = await homeOf(apiKeyHome);
    const alone = await runProgram(home.home, ['models']);
    expect(alone.stdout).toBe((await status(home.home)).stdout);
    expect(JSON.parse((await runProgram(home.home, ['models', '--status-json'])).stdout)).toHaveProperty('agents');
    expect((await runProgram(home.home, ['models', '--status-plain'])).stdout).toBe('anthropic/claude-opus-4-6\n');
  });

  it('writes nothing, not even an agent’s missing store', async () => {
    const home = await homeOf({ ...threeAgentsHome, stores: { main: Object(threeAgentsHome.stores)['main'] } });
    const before = await readdir(home.home, { recursive: true });
    for (const args of [[], ['--json'], ['--agent', 'alerts', '--check']]) expect(await status(home.home, args)).toMatchObject({ exitCode: 0 });
    expect(await readdir(home.home, { recursive: true })).toEqual(before);
  });

  it('says for each agent what it uses, who pays, and how to mend what is wrong', async () => {
    const profiles = {
      'anthropic:sub': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: Date.now() + 2 * day + minute },
      'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('k') },
    };
    const home = await homeOf({ config: { agents: { list: [{ id: 'main' }, { id: 'other', model: 'openai/gpt-5.2' }] } }, stores: { main: { version: 1, profiles } } });
    const { stdout } = await status(home.home);
    for (const part of [
      '✓ main (default): ok, uses anthropic:sub',
      'pays   Claude subscription',
      `✓ anthropic:sub: setup-token sk-ant-oat01-…ttAA, in use, ends in 2 days`,
      '· anthropic:default: API key sk-ant-api03-…kkAA, tried next',
      '~/.openclaw/agents/main/agent/auth-profiles.json',
      'run: openclaw models auth order set --provider anthropic --agent main anthropic:sub',
      'run: claude setup-token',
      '· other: its model is of openai',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toMatch(/t{9}|k{9}/);
  });

  it('tells what all agents inherit once, and what must be mended for one agent with that agent', async () => {
    const profiles = {
      'anthropic:old': { type: 'token', provider: 'anthropic', token: setupToken('o'), expires: Date.now() - 2 * day },
      'anthropic:sub': { type: 'token', provider: 'anthropic', token: setupToken('t') },
      'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('k') },
    };
    const home = await homeOf({ config: { agents: { list: [{ id: 'main' }, { id: 'night' }] } }, stores: { main: { version: 1, profiles } } });
    const { stdout } = await status(home.home);
    expect(stdout.match(/anthropic:old expired 2 days ago, and/g)).toHaveLength(1);
    expect(stdout).toContain('! note: one more, as above');
    expect(stdout).toContain('--agent main anthropic:sub');
    expect(stdout).toContain('--agent night anthropic:sub');
  });

  it('agents[] lists every candidate with its state and reason', async () => {
    const until = Date.now() + 10 * minute;
    const profiles = { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('a') }, 'anthropic:b': { type: 'api_key', provider: 'anthropic', key: apiKey('b') } };
    const usageStats = { 'anthropic:a': { cooldownUntil: until, errorCount: 1, failureCounts: { rate_limit: 1 } } };
    const home = await homeOf({ config: {}, stores: { main: { version: 1, profiles, usageStats } } });
    const finished = await status(home.home, ['--json'], { ANTHROPIC_API_KEY: apiKey('e') });
    const path = join(home.stateDir, 'agents/main/agent/auth-profiles.json');
    expect(valueAt(parsed(finished), 'agents')).toEqual([
      {
        id: 'main',
        default: true,
        model: 'anthropic/claude-opus-4-6',
        fallbacks: [],
        candidates: [
          { source: 'profile', profileId: 'anthropic:b', path, type: 'api_key', state: 'chosen', reason: 'in use', masked: 'sk-ant-api03-…bbAA' },
          { source: 'profile', profileId: 'anthropic:a', path, type: 'api_key', state: 'waiting', until, remainingMs: expect.any(Number), reason: expect.stringContaining('cooling down for 10 min (rate_limit)'), masked: 'sk-ant-api03-…aaAA' },
          { source: 'env', name: 'ANTHROPIC_API_KEY (the environment)', type: null, state: 'shadowed', reason: 'not used: anthropic:b comes first', masked: 'sk-ant-api03-…eeAA' },
        ],
        uses: 'anthropic:b',
        payer: 'api',
        warnings: [{ code: 'shadowed-environment', message: expect.any(String), advice: expect.any(String), commands: ['unset ANTHROPIC_API_KEY'] }],
      },
    ]);
    expect(finished.stdout).not.toMatch(/a{9}|b{9}|e{9}/);
  });

  it('a short secret is never shown whole, and hostile names cannot act on the terminal', async () => {
    const id = 'anthropic:\u001B[2J\u202Eevil';
    const home = await homeOf({ config: {}, stores: { main: { version: 1, profiles: { [id]: { type: 'api_key', provider: 'anthropic', key: 'hunter2-short' } } } } });
    for (const args of [[], ['--json']]) {
      const { stdout } = await status(home.home, args);
      expect(stdout).not.toContain('hunter2');
      // eslint-disable-next-line no-control-regex
      expect(stdout).not.toMatch(/[\u001B\u202E]/);
    }
    expect(Object.keys(objectAt(parsed(await status(home.home, ['--json'])), 'auth'))).toContain('providers');
  });

  it('a broken config is named, the rest still shows, and the exit code is OpenClaw’s', async () => {
    const home = await homeOf({ ...apiKeyHome, config: '{ agents: {' });
    const text = await status(home.home);
    expect(text).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('uses anthropic:default') });
    expect(text.stdout).toContain('openclaw.json is not valid JSON5');
    expect(await status(home.home, ['--json'])).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('openclaw.json is not valid JSON5') });
  });

  it.each([
    [['--json', '--plain'], 'Choose either --json or --plain, not both.'],
    [['--probe', '--plain'], '--probe cannot be used with --plain output.'],
    [['--watch', '--plain'], '--watch'],
    [['--watch', '--probe'], '--watch'],
    [['--probe', '--probe-timeout', '0'], '--probe-timeout must be a positive number (ms).'],
    [['--probe', '--probe-timeout', 'soon'], '--probe-timeout must be a positive number (ms).'],
    [['--probe', '--probe-concurrency', '0'], '--probe-concurrency must be > 0.'],
    [['--probe', '--probe-max-tokens', '-1'], '--probe-max-tokens must be > 0.'],
    [['--probe', '--probe-provider', 'openai'], 'anthropic only'],
    [['--agent', 'nobody'], 'Unknown agent id "nobody"'],
    [['--no-such-flag'], 'no-such-flag'],
  ])('%j is exit code 2 with a reason', async (args, words) => {
    const home = await homeOf(apiKeyHome);
    const finished = await status(home.home, args);
    expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(finished.stderr).toContain(words);
  });

  it('ten thousand profiles are listed within seconds', async () => {
    const profiles = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`anthropic:${index}`, { type: 'api_key', provider: 'anthropic', key: `sk-ant-api03-${String(index).padStart(93, 'k')}AA` }]));
    const home = await homeOf({ config: {}, stores: { main: { version: 1, profiles } } });
    const listed = async (): Promise<number> => {
      const started = performance.now();
      const finished = await status(home.home, ['--json']);
      expect(valueAt(parsed(finished), 'auth', 'providers')).toMatchObject([{ profiles: { count: 10_000 } }]);
      return performance.now() - started;
    };
    expect(await quickest(8000, listed, 3)).toBeLessThan(8000);
  });
});

describe('--probe', () => {
  const keyOf = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
  const stores = { main: { version: 1, profiles: { 'anthropic:a': keyOf('a'), 'anthropic:b': keyOf('b'), 'anthropic:out': keyOf('o') }, order: { anthropic: ['anthropic:a', 'anthropic:b'] } } };

  it('asks Anthropic about each profile, in OpenClaw’s shape, and writes nothing', async () => {
    const home = await anthropicHome(commentedConfig, { stores, knows: ({ value }) => value === apiKey('a') });
    homes.push(home);
    const before = await readFile(home.storePath(), 'utf8');
    const finished = await status(home.home, ['--probe', '--json', '--probe-max-tokens', '3']);
    const probes = objectAt(parsed(finished), 'auth', 'probes');
    expect(probes).toMatchObject({ totalTargets: 3, options: { profileIds: [], timeoutMs: 8000, concurrency: 2, maxTokens: 3 } });
    expect(valueAt(probes, 'results')).toMatchObject([
      { provider: 'anthropic', profileId: 'anthropic:a', label: 'anthropic:a', source: 'profile', mode: 'api_key', status: 'ok', latencyMs: expect.any(Number) },
      { profileId: 'anthropic:b', status: 'auth', error: expect.stringContaining('does not know') },
      { profileId: 'anthropic:out', status: 'unknown', error: 'Excluded by auth.order for this provider.' },
    ]);
    expect(home.server.requests.some(({ body }) => body.includes('"max_tokens":3'))).toBe(true);
    expect(await readFile(home.storePath(), 'utf8')).toBe(before);
    expect(finished.exitCode).toBe(0);
    expect(finished.stdout).not.toMatch(/a{9}|b{9}/);
  });

  it('asks about the wanted profile only, and says so in words', async () => {
    const home = await anthropicHome(commentedConfig, { stores });
    homes.push(home);
    const { stdout } = await status(home.home, ['--probe', '--probe-profile', 'anthropic:b']);
    expect(stdout).toMatch(/Live check: 1 checked in/);
    expect(stdout).toMatch(/✓ anthropic:b: ok, \d+ ms/);
    expect(new Set(home.server.requests.map(({ headers }) => headers['x-api-key']))).toEqual(new Set([apiKey('b')]));
  });

  it('keeps to its time, and a foreign host gets nothing', async () => {
    const home = await anthropicHome(commentedConfig, { stores });
    homes.push(home);
    home.server.use({ do: 'hang' });
    const finished = await status(home.home, ['--probe', '--json', '--probe-timeout', '200', '--probe-profile', 'anthropic:a,anthropic:b']);
    expect(valueAt(parsed(finished), 'auth', 'probes', 'results')).toMatchObject([{ status: 'timeout' }, { status: 'timeout' }]);
    await writeFile(home.configPath, commentedConfig('https://proxy.invalid'));
    expect(await status(home.home, ['--probe'])).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('https://proxy.invalid') });
  });
});

describe('--watch', () => {
  interface Watching {
    readonly child: ChildProcess;
    /** Waits until the output satisfies; gives the time it took. */
    readonly until: (isThere: (output: string) => boolean) => Promise<number>;
    readonly ended: Promise<number | null>;
  }

  function watch(home: TestHome, args: readonly string[]): Watching {
    const { variables } = hostIn(home.home);
    const child = spawn(process.execPath, [program, 'models', 'status', '--watch', ...args], { cwd: home.home, env: { PATH: '/usr/bin:/bin', ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    const heard = { output: '', tell: (): void => undefined };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      heard.output += text;
      heard.tell();
    });
    const until = (isThere: (output: string) => boolean): Promise<number> => {
      const started = performance.now();
      return new Promise((resolve) => {
        heard.tell = () => {
          if (isThere(heard.output)) resolve(performance.now() - started);
        };
        heard.tell();
      });
    };
    const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve));
    return { child, until, ended };
  }

  const storeOf = (letter: string): string => JSON.stringify({ version: 1, profiles: { [`anthropic:${letter}`]: { type: 'api_key', provider: 'anthropic', key: apiKey(letter) } } });
  const lines = (count: number) => (output: string): boolean => output.split('\n').length > count;

  it('prints a line of JSON for each change, at once, also when the file is replaced or its directory comes and goes', async () => {
    const home = await homeOf({ config: {}, stores: { main: storeOf('a') } });
    const path = join(home.stateDir, 'agents/main/agent/auth-profiles.json');
    const { child, until, ended } = watch(home, ['--json']);
    await until((output) => output.includes('"uses":"anthropic:a"'));
    const replaced = await quickest(1000, async (nth) => {
      const letter = 'bdefgh'.charAt(nth);
      await writeFile(`${path}.new`, storeOf(letter));
      await rename(`${path}.new`, path);
      return until((output) => output.includes(`"uses":"anthropic:${letter}"`));
    });
    await rm(join(home.stateDir, 'agents'), { recursive: true });
    await until((output) => output.includes('"no-credential"'));
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', storeOf('c'));
    await until((output) => output.includes('"uses":"anthropic:c"'));
    expect(replaced).toBeLessThan(1000);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('says it when a wait is over, without any change on disk', async () => {
    const waiting = (ms: number): object => ({ ...JSON.parse(storeOf('a')), usageStats: { 'anthropic:a': { cooldownUntil: Date.now() + ms, errorCount: 1 } } });
    const home = await homeOf({ config: {}, stores: { main: waiting(3_600_000) } });
    const { child, until, ended } = watch(home, ['--json']);
    await until((output) => output.includes('"all-waiting"'));
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', waiting(1500));
    await until((output) => lines(2)(output) && output.includes('"uses":"anthropic:a"'));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('says nothing when nothing changes but the time of a file', async () => {
    const home = await homeOf({ config: {}, stores: { main: storeOf('a') } });
    const path = join(home.stateDir, 'agents/main/agent/auth-profiles.json');
    const { until } = watch(home, ['--json']);
    await until(lines(1));
    await writeFile(path, storeOf('a'));
    await writeFile(path, storeOf('z'));
    await until((output) => output.includes('"uses":"anthropic:z"'));
    await until((output) => output.split('\n').filter((line) => line.includes('"uses":"anthropic:a"')).length === 1);
    expect((await stat(path)).isFile()).toBe(true);
  });

  it('ends when nobody reads any more', async () => {
    const home = await homeOf({ config: {}, stores: { main: storeOf('a') } });
    const { child, until, ended } = watch(home, []);
    await until((output) => output.includes('uses anthropic:a'));
    child.stdout?.destroy();
    await writeFile(join(home.stateDir, 'agents/main/agent/auth-profiles.json'), storeOf('b'));
    expect(await ended).toBe(0);
  });
});
