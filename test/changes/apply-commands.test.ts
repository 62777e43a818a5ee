import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SaveWish } from '../../components/wizard/state.ts';
import { readCredential } from '../../src/anthropic/credential.ts';
import { applyWithCommands } from '../../src/changes/apply-commands.ts';
import type { ApplyResult, Change } from '../../src/changes/change.ts';
import { planSave } from '../../src/commands/save.ts';
import { parseVersion } from '../../src/openclaw/version.ts';
import { programProblem } from '../../src/rules/program-problem.ts';
import { missingSince, type Census } from '../../src/rules/store-census.ts';
import { effectiveStore } from '../../src/rules/store-merge.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { applyResultWords, refusalWords } from '../../src/words/changes.ts';
import { writeStateDatabase } from '../support/databases.ts';
import { fakeOpenClaw, type Behaviour } from '../support/fake-openclaw.ts';
import { readHome, type ReadHome } from '../support/facts.ts';
import { apiKey, setupToken } from '../support/homes.ts';

const config = `{
  // kept by the operator
  "auth": { "profiles": { "anthropic:old": { "provider": "anthropic", "mode": "api_key" } } },
  "agents": { "entries": { "main": {} } },
  "env": { "vars": { "PLACE": "\${WORKPLACE}" } },
  "tools": { "profile": "full" },
  "meta": { "lastTouchedVersion": "2026.9.6" }
}
`;
const opened: ReadHome[] = [];

afterEach(async () => {
  for (const { home } of opened.splice(0)) await home.dispose();
});

describe('a credential that OpenClaw saves itself', () => {
  it('stands in the database, and our comments stay in the config', async () => {
    const { read, home, result } = await saveWith('saves');
    expect(result).toMatchObject({ state: 'applied', loss: null });
    const { snapshot } = await read();
    const [main] = snapshot.agents;
    expect(main && effectiveStore(snapshot, main).profiles.get('anthropic:new')?.secret?.reveal()).toBe(apiKey('n'));
    const text = await readFile(join(home.stateDir, 'openclaw.json'), 'utf8');
    expect(text).toContain('// kept by the operator');
    expect(text).toContain('"anthropic:new"');
  });

  it('is given on standard input only, in an environment without other credentials, and the state is named', async () => {
    const { home } = await saveWith('saves');
    const record: { argv: string[]; env: Record<string, string> } = JSON.parse(await readFile(join(home.home, 'record.json'), 'utf8'));
    expect(JSON.stringify(record)).not.toContain('sk-ant-');
    expect(record.argv).toEqual(['models', 'auth', '--agent', 'main', 'paste-api-key', '--provider', 'anthropic', '--profile-id', 'anthropic:new']);
    expect(record.env).toMatchObject({ OPENCLAW_STATE_DIR: home.stateDir, OPENCLAW_CONFIG_PATH: join(home.stateDir, 'openclaw.json'), WORKPLACE: 'here', https_proxy: 'http://127.0.0.1:9' });
    expect(Object.keys(record.env)).not.toEqual(expect.arrayContaining(['NODE_OPTIONS']));
    expect(Object.keys(record.env)).not.toEqual(expect.arrayContaining(['ANTHROPIC_API_KEY']));
    expect(Object.keys(record.env)).not.toEqual(expect.arrayContaining(['UNRELATED']));
  });

  it('counts as saved when it is there, whatever the program says of itself', async () => {
    expect((await saveWith('saves-and-fails')).result).toMatchObject({ state: 'applied' });
  });

  it('raises an alarm when something else went with it, and keeps copies of what was', async () => {
    const { result } = await saveWith('forgets');
    if (result.state !== 'applied' || result.loss === undefined || result.loss === null) throw new Error('no alarm');
    expect(result.loss.profiles).toEqual(['anthropic:old']);
    expect(result.loss.settings).toEqual(['tools.profile']);
    const rows = result.loss.backups.find((path) => path.endsWith('.json')) ?? '';
    expect(await readFile(rows, 'utf8')).toContain(apiKey('o'));
    expect((await stat(rows)).mode & 0o777).toBe(0o600);
  });
});

it('does not call a setting gone that was empty and is filled', () => {
  const counted = (...settings: string[]): Census => ({ profiles: [], settings });
  expect(missingSince(counted('agents.entries.main'), counted('agents.entries.main.model')).settings).toEqual([]);
  expect(missingSince(counted('agents.entries.main.model'), counted('agents.entries.main')).settings).toEqual(['agents.entries.main.model']);
});

describe('an openclaw that does not save', () => {
  it.each([
    ['hangs', { kind: 'ended', outcome: { by: 'deadline', afterMs: 1500 } }],
    ['garbage', { kind: 'ended', outcome: { by: 'exit', code: 7 } }],
    ['nothing', { kind: 'not-saved' }],
    ['asks', { kind: 'ended', outcome: { by: 'exit', code: 1 } }],
  ] as const)('%s: said clearly, our edits put back, nothing left behind', async (behaviour, failure) => {
    const { result, home } = await saveWith(behaviour);
    expect(result).toMatchObject({ state: 'command-failed', failure, restored: true, loss: null, files: [] });
    expect(await readFile(join(home.stateDir, 'openclaw.json'), 'utf8')).toBe(config);
    expect(await filesHolding(home.home, apiKey('n'))).toEqual([]);
    expect(await readdir(join(home.stateDir, 'state'))).toEqual(['openclaw.sqlite']);
    expect(await processesIn(home.stateDir)).toEqual([]);
  });

  it('has its words shown without the secret and without what acts on a terminal', async () => {
    const { result } = await saveWith('garbage');
    if (result.state !== 'command-failed') throw new Error('it was saved');
    const { title, advice } = applyResultWords(result);
    expect(`${title} ${advice}`).toContain('bad key [secret]');
    expect(`${title} ${advice}`).not.toMatch(/sk-ant-|[\u0000-\u001F\u202E]/u);
  });
});

describe('a plan for a database layout', () => {
  it.each([
    ['2026.2.24', 'too-old'],
    ['2026.7.1', 'other-layout'],
    ['2026.9.5', 'older-than-state'],
  ])('is refused with the command to run when openclaw is %s: %s', async (version, because) => {
    const { facts } = await planned('saves', '2026.9.6');
    const found = parseVersion(version);
    const first = { path: '/somewhere/openclaw', package: found === null ? null : { version: found, origin: { by: 'config' } as const } };
    const problem = programProblem({ first, others: [] }, facts.snapshot);
    const plan = planSave({ ...facts, program: { ...facts.program, problem } }, wish('api-key', apiKey('n')), Date.now());
    if (plan.state !== 'refused' || plan.reason.code !== 'program') throw new Error('it was planned');
    expect(plan.reason.problem.because).toBe(because);
    expect(refusalWords(plan.reason).advice).toContain('openclaw models auth --agent main paste-api-key --provider anthropic --profile-id anthropic:new');
  });

  it('is refused when the openclaw on PATH is older than the state', async () => {
    for (const version of ['2026.2.24', '2026.7.1', '2026.9.5']) {
      const { plan, facts } = await planned('saves', version);
      expect([plan.state, facts.obstacle === null]).toEqual(['refused', false]);
    }
  });

  it('is refused when no openclaw is on PATH', async () => {
    const { plan } = await planned('saves', '2026.9.6', '/usr/bin:/bin');
    expect(plan).toMatchObject({ state: 'refused', reason: { code: 'program', problem: { because: 'missing' } } });
  });

  it('says which of two programs saves', async () => {
    const { home, facts } = await homeWith(async (place) => `${await fakeOpenClaw(place, 'saves')}:${await fakeOpenClaw(place, 'saves', '2026.7.1', 'older')}`);
    const plan = planSave(facts, wish('api-key', apiKey('n')), Date.now());
    expect(plan).toMatchObject({ state: 'planned', warnings: expect.arrayContaining([{ code: 'several-programs', path: join(home.home, 'fake/openclaw'), version: '2026.9.6', others: [join(home.home, 'older/openclaw')] }]) });
  });

  it('asks for nothing that stands there already', async () => {
    const { read } = await saveWith('saves');
    const again = planSave(await read(), wish('api-key', apiKey('n')), Date.now());
    expect(again.state === 'planned' && again.change.commands).toBeUndefined();
  });

  it('gives a token its lifetime in whole days or minutes', async () => {
    const { facts } = await homeWith((place) => fakeOpenClaw(place, 'saves'));
    const lifetimes = [365 * 86_400_000, 90_000].map((lifetimeMs) => {
      const plan = planSave(facts, { ...wish('setup-token', setupToken('n')), lifetimeMs }, 1_790_000_000_000);
      return plan.state === 'planned' ? plan.change.commands?.[0]?.argv.at(-1) : plan.reason.code;
    });
    expect(lifetimes).toEqual(['365d', '2m']);
  });
});

it.each(['OPENCLAW_CONFIG_READONLY', 'OPENCLAW_NIX_MODE'])('%s forbids every write, and is named before anybody is asked for a key', async (variable) => {
  const { facts } = await homeWith((place) => fakeOpenClaw(place, 'saves'), { [variable]: '1' });
  expect(facts.obstacle).toEqual({ kind: 'read-only', variable });
});

function wish(kind: 'api-key' | 'setup-token', value: string): SaveWish {
  const secret = new Secret(value);
  const { summary } = readCredential(secret);
  return { credential: { secret, summary, kind, variable: null }, scope: { kind: 'all' }, profileId: 'anthropic:new', lifetimeMs: null, defaultModel: null };
}

async function homeWith(path: (home: string) => Promise<string>, more: Readonly<Record<string, string>> = {}): Promise<ReadHome> {
  const variables: Record<string, string> = { ANTHROPIC_API_KEY: apiKey('v'), NODE_OPTIONS: '--no-warnings', UNRELATED: 'x', WORKPLACE: 'here', https_proxy: 'http://127.0.0.1:9', ...more };
  const made = await readHome({ config }, variables);
  opened.push(made);
  await writeStateDatabase(made.home.stateDir, { version: 1, profiles: { 'anthropic:old': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } } });
  variables['PATH'] = await path(made.home.home);
  const read = (now?: number): ReturnType<ReadHome['read']> => made.read(now);
  return { ...made, read, facts: await read() };
}

async function planned(behaviour: Behaviour, version: string, path?: string): Promise<ReadHome & { readonly plan: ReturnType<typeof planSave> }> {
  const made = await homeWith(async (home) => path ?? (await fakeOpenClaw(home, behaviour, version)));
  return { ...made, plan: planSave(made.facts, wish('api-key', apiKey('n')), Date.now()) };
}

async function saveWith(behaviour: Behaviour): Promise<ReadHome & { readonly result: ApplyResult }> {
  const { plan, ...made } = await planned(behaviour, '2026.9.6');
  if (plan.state !== 'planned') throw new Error(plan.reason.code);
  return { ...made, result: await apply(plan.change, made) };
}

function apply(change: Change, { facts, read }: ReadHome): Promise<ApplyResult> {
  return applyWithCommands(change, { now: Date.now, configLock: true, before: facts.snapshot, readAgain: async () => (await read()).snapshot, deadlineMs: 1500 });
}

async function filesHolding(directory: string, text: string): Promise<readonly string[]> {
  const entries = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = await Promise.all(entries.map(async ({ parentPath, name }) => ((await readFile(join(parentPath, name))).includes(text) ? [name] : [])));
  return found.flat();
}

/** Programs whose working directory is the state directory: the fake ones and what they started. */
async function processesIn(directory: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(async (pid) => ((await readlink(join('/proc', pid, 'cwd')).catch(() => '')) === directory ? [pid] : [])));
  return found.flat();
}
