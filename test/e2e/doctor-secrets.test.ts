import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeAnthropic, type FakeAnthropic } from '../../src/demo/fake-anthropic.ts';
import { makeHome, type TestHome } from '../support/homes.ts';
import { program, runProgram, startProgram } from '../support/program.ts';

/** A different word in the middle of every secret, so that a leak says where it came from. */
const canary = (where: string): string => `CANARY${where}`;
const apiKey = (where: string): string => `sk-ant-api03-${canary(where).padEnd(93, 'x')}AA`;
const setupToken = (where: string): string => `sk-ant-oat01-${canary(where).padEnd(93, 'x')}AA`;
const mail = 'canary.person@canary-mail.example';

let server: FakeAnthropic;
let outer: TestHome;
/** `…/canaryuser`: the last part is the user's name. */
let home: string;
let temporary: string;

beforeAll(async () => {
  server = await startFakeAnthropic({ behaviour: 'echo-key' });
  outer = await makeHome();
  home = join(outer.home, 'canaryuser');
  temporary = join(outer.home, 'tmp');
  await mkdir(temporary, { recursive: true });
  await plant();
});

afterAll(async () => {
  await server.close();
  await outer.dispose();
});

/** Secrets in every file that is read, and around them troubles of every kind. */
async function plant(): Promise<void> {
  const write = (path: string, content: object | string): Promise<string> => outer.write(join('canaryuser', path), content);
  await write('.openclaw/openclaw.json', {
    env: { ANTHROPIC_API_KEY: apiKey('ConfigEnv'), vars: { ANTHROPIC_OAUTH_TOKEN: setupToken('ConfigVars'), OTHER_PASSWORD: canary('Password') } },
    auth: {
      profiles: {
        'anthropic:a': { provider: 'anthropic', mode: 'token', email: mail },
        [`anthropic:${mail}`]: { provider: 'anthropic', mode: 'oauth' },
        'anthropic:gone': { provider: 'anthropic', mode: 'api_key' },
      },
      order: { anthropic: ['anthropic:ghost', 'anthropic:a', `anthropic:${mail}`] },
    },
    models: { providers: { anthropic: { baseUrl: server.url, apiKey: apiKey('ProviderKey'), models: [] } } },
    agents: {
      defaults: { model: { primary: 'anthropic/claude-opus-4-6' }, models: { 'anthropic/claude-opus-4-6': { params: { cacheControlTtl: '1h', apiKey: canary('Params') } } } },
      list: [{ id: 'main' }, { id: 'alerts', name: 'Nickname of a person', params: { cacheRetention: 'none' } }],
    },
    channels: { telegram: { botToken: `123456:${canary('Telegram')}`, allowFrom: [mail] } },
    gateway: { auth: { token: canary('GatewayToken') }, port: 1 },
    meta: { lastTouchedVersion: '2026.2.24' },
  });
  await write('.openclaw/agents/main/agent/auth-profiles.json', {
    version: 1,
    profiles: {
      'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('StoreKey'), email: mail },
      'anthropic:b': { type: 'api_key', provider: 'anthropic', key: setupToken('WrongType') },
      'anthropic:cut': { type: 'token', provider: 'anthropic', token: setupToken('Cut').slice(0, 70) },
      'anthropic:junk': { type: 'api_key', provider: 'anthropic', key: `openclaw onboard ${canary('Junk')}` },
      [`anthropic:${mail}`]: { type: 'oauth', provider: 'anthropic', access: setupToken('Access'), refresh: `sk-ant-ort01-${canary('Refresh')}`, expires: 1, email: mail },
    },
    usageStats: { 'anthropic:a': { cooldownUntil: 9e15, errorCount: 1 } },
  });
  await write('.openclaw/agents/alerts/agent/auth-profiles.json', { version: 1, profiles: { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('Copy') } } });
  await write('.openclaw/agents/main/agent/auth.json', { anthropic: { type: 'api_key', key: apiKey('Mirror') } });
  await write('.openclaw/.env', `ANTHROPIC_API_KEY=${apiKey('Dotenv')}\n`);
  await write('.openclaw/openclaw.json.bak', `{"env":{"ANTHROPIC_API_KEY":"${apiKey('Backup')}"}}\n`);
  await write('.openclaw/logs/config-audit.jsonl', `{"argv":["--anthropic-api-key","${apiKey('Audit')}"]}\n`);
  await write('.bash_history', `export ANTHROPIC_API_KEY=${apiKey('History')}\n`);
  await write('.openclaw/agents/main/agent/auth-profiles.json.lock', JSON.stringify({ pid: 4_194_305, createdAt: '2026-01-01T00:00:00Z', note: apiKey('Lock') }));
  await write('.openclaw/.openclaw.json.4194305.0123456789abcdef.clawdial.tmp', `{"a":"${apiKey('Leftover')}"}`);
}

const variables = (): Record<string, string> => ({ ANTHROPIC_API_KEY: apiKey('Environment'), TMPDIR: temporary, USER: 'canaryuser' });

/** Nothing of a secret: not its own word, and no more of its ends than a fingerprint shows. */
function expectClean(text: string): void {
  expect(text.match(/CANARY\w{0,20}/g)).toBeNull();
  expect(text.match(/x{12,}/g)).toBeNull();
}

const runs: readonly (readonly string[])[] = [
  ['doctor'],
  ['doctor', '--json'],
  ['doctor', '--live'],
  ['doctor', '--live', '--json'],
  ['doctor', '--fix', '--dry-run'],
  ['doctor', '--fix', '--dry-run', '--json'],
  ['report', '--stdout'],
  ['report', '--stdout', '--live'],
];

describe('with a secret in every file', () => {
  test.each(runs.map((words) => [words.join(' '), words] as const))('%s prints none of them, on stdout or stderr', async (_name, words) => {
    const { stdout, stderr } = await runProgram(home, words, null, variables());
    expect(stdout.length).toBeGreaterThan(500);
    expectClean(stdout);
    expectClean(stderr);
  });

  test('the server was asked, and echoed the credential back', () => {
    expect(server.requests.length).toBeGreaterThan(0);
  });

  test('a report holds no address, no user name, no home, and is for its owner alone', async () => {
    const path = join(home, 'report.json');
    const { exitCode, stdout } = await runProgram(home, ['report', '--output', 'report.json', '--json'], null, variables());
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { ok: true, path }]);
    const text = await readFile(path, 'utf8');
    expectClean(text);
    expect(text).not.toMatch(/canaryuser|canary-mail|canary\.person/i);
    expect(text).not.toContain(outer.home);
    expect(text).not.toContain('Nickname of a person');
    expect(text).toContain('<e-mail 1>');
    expect(JSON.parse(text)).toMatchObject({ report: 1, openclaw: { config: { path: '~/.openclaw/openclaw.json' } }, doctor: { ok: false } });
    const again = await runProgram(home, ['report', '--output', 'report.json'], null, variables());
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('a report is shown on a terminal before it is saved, and not saved without a yes', async () => {
    const session = startProgram(home, ['report'], { rows: 2000, columns: 120, env: variables() });
    await session.until(/Save it as/);
    session.write('\n');
    expect((await session.exited).exitCode).toBe(1);
    expectClean(session.screen().join('\n'));
    expect((await readdir(home)).filter((name) => name.startsWith('clawdial-report'))).toEqual([]);
  });

  test('with a yes it is saved under a name of its own, for its owner alone', async () => {
    const session = startProgram(home, ['report'], { rows: 2000, columns: 120, env: variables() });
    session.write('y\n');
    expect((await session.exited).exitCode).toBe(0);
    const [name = '', ...more] = (await readdir(home)).filter((one) => one.startsWith('clawdial-report'));
    expect([name, more]).toEqual([expect.stringMatching(/^clawdial-report-\d{8}T\d{6}Z\.json$/), []]);
    expect((await stat(join(home, name))).mode & 0o777).toBe(0o600);
    expectClean(await readFile(join(home, name), 'utf8'));
    await rm(join(home, name));
  });

  test('mending leaves copies only where they are meant to be, and shows none; no word of the command line is a secret', async () => {
    const session = startProgram(home, ['doctor', '--fix'], { rows: 2000, columns: 120, env: variables() });
    await session.until('[a]ll');
    expectClean(readFileSync(`/proc/${session.pid}/cmdline`, 'utf8'));
    session.write('a\n');
    await session.exited;
    expectClean(session.screen().join('\n'));
    expect(await readdir(temporary)).toEqual([]);
    const kept = (await readdir(home, { recursive: true })).filter((name) => /clawdial/.test(name));
    expect(kept.every((name) => /(?:openclaw|auth-profiles)\.json\.clawdial-(?:journal|backup-[\dTZ-]+)$/.test(name))).toBe(true);
    expectClean(await readFile(join(home, '.openclaw/openclaw.json.clawdial-journal'), 'utf8'));
  });
});

test('the sweep would notice a leak', async () => {
  await writeFile(join(temporary, 'probe'), apiKey('Probe'));
  expect(() => expectClean(apiKey('Probe'))).toThrow();
  expect(program).toContain('clawdial');
});
