import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { saveCommands } from '../../src/changes/save-by-program.ts';
import { applyWithCommands } from '../../src/changes/apply-commands.ts';
import { planProfile } from '../../src/changes/profiles/plan-profile.ts';
import type { ProfilePlan, ProfileWish } from '../../src/changes/profiles/profile-plan.ts';
import { readProfileFacts, type ProfileReading } from '../../src/commands/models-auth/facts.ts';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { effectiveStore } from '../../src/rules/store-merge.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { applyResultWords } from '../../src/words/changes.ts';
import { profileRefusalWords } from '../../src/words/profiles.ts';
import { writeAgentDatabase, writeStateDatabase, type StoreContent } from '../support/databases.ts';
import { fakeOpenClaw, type Behaviour } from '../support/fake-openclaw.ts';
import { apiKey, makeHome, setupToken, type TestHome } from '../support/homes.ts';

const now = Date.UTC(2026, 10, 26);
const homes: TestHome[] = [];

afterEach(async () => {
  await Promise.all(homes.splice(0).map((home) => home.dispose()));
});

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const mode = { provider: 'anthropic', mode: 'api_key' };

/** A home of 2026.9.6 with two keys in its shared database. @param version of the `openclaw` on PATH; null for none */
async function open(version: string | null = '2026.9.6', behaviour: Behaviour = 'saves', replacement: object | null = null): Promise<ProfileReading> {
  const config = { meta: { lastTouchedVersion: '2026.9.6' }, agents: { defaults: { model: { primary: 'anthropic/claude-opus-5' } }, entries: { main: {}, research: {} } }, auth: { profiles: { 'anthropic:a': mode, 'anthropic:b': mode }, order: { anthropic: ['anthropic:a', 'anthropic:b'] } } };
  const home = await makeHome({ config });
  homes.push(home);
  const usageStats = replacement === null ? { 'anthropic:b': { cooldownUntil: now + 3_600_000, cooldownReason: 'rate_limit' } } : {};
  await writeStateDatabase(home.stateDir, { version: 1, profiles: { 'anthropic:a': key('a'), 'anthropic:b': replacement ?? key('b') }, usageStats });
  const path = version === null ? '/nowhere' : await fakeOpenClaw(home.home, behaviour, version);
  return readProfileFacts({}, home.host({ PATH: path }));
}

/** A home of 2026.7.1 with these stores, each in the database of its agent. */
async function openAgentDatabases(stores: Readonly<Record<string, StoreContent>>): Promise<ProfileReading> {
  const home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.7.1' }, agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-8' } }, list: [{ id: 'main' }, { id: 'research' }] } } });
  homes.push(home);
  for (const [id, content] of Object.entries(stores)) await writeAgentDatabase(join(home.stateDir, 'agents', id, 'agent'), content, { schema: 1, openclaw: '2026.7.1' });
  return readProfileFacts({}, home.host({ PATH: await fakeOpenClaw(home.home, 'saves', '2026.7.1') }));
}

const plan = (facts: ProfileReading, wish: ProfileWish): ProfilePlan => planProfile(facts, wish, { now, force: false });
const argvOf = (one: ProfilePlan): readonly string[] => (one.state === 'planned' ? (one.change.commands ?? []).map(({ argv }) => argv.join(' ')) : [`refused: ${one.reason.code}`]);
const rotate: ProfileWish = { action: 'rotate', profileId: 'anthropic:b', credential: { type: 'api_key', secret: new Secret(apiKey('n')) }, proved: true };

describe('in a database that OpenClaw alone writes', () => {
  it('what it has a command for is planned as that command, and nothing of ours is written', async () => {
    const facts = await open();
    const plans = [plan(facts, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:b', 'anthropic:a'] }), plan(facts, rotate), plan(facts, { action: 'remove', profileId: 'anthropic:a' })];
    expect(plans.flatMap(argvOf)).toEqual([
      'models auth order set --provider anthropic --agent main anthropic:b anthropic:a',
      'models auth --agent main paste-api-key --provider anthropic --profile-id anthropic:b',
      'models auth logout anthropic:a --yes --agent main',
    ]);
    expect(plans.flatMap((one) => (one.state === 'planned' ? one.change.files : []))).toEqual([]);
    expect(JSON.stringify(plans)).not.toContain('nnnn');
  });

  it('says ahead who falls back to what, what stays waiting, and that we cannot take it back', async () => {
    const facts = await open();
    const removed = plan(facts, { action: 'remove', profileId: 'anthropic:a' });
    expect(removed).toMatchObject({ state: 'planned', effects: [{ agentId: 'main', after: null, backAt: now + 3_600_000 }, { agentId: 'research', after: null }] });
    const rotated = plan(facts, rotate);
    const codes = rotated.state === 'planned' ? rotated.warnings.map(({ code }) => code) : [];
    expect(codes).toEqual(['wait-stays', 'moves-first', 'by-openclaw']);
  });

  it('what is so already asks nothing', async () => {
    expect(argvOf(plan(await open(), { action: 'order-clear', agentId: 'main' }))).toEqual([]);
  });

  it('refuses what nobody could do, before a secret is asked for', async () => {
    const facts = await open();
    expect(plan(facts, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:c'] })).toMatchObject({ reason: { code: 'unknown-profile', known: ['anthropic:a', 'anthropic:b'] } });
    expect(plan(facts, { action: 'rotate', profileId: 'anthropic:b', credential: { type: 'token', secret: new Secret('x'), expires: null }, proved: true })).toMatchObject({ reason: { code: 'other-secret-type' } });
  });

  it.each<ProfileWish>([
    { action: 'rename', profileId: 'anthropic:a', to: 'anthropic:c' },
    { action: 'copy', profileId: 'anthropic:a', to: 'research', from: null },
    { action: 'clear-cooldown', profileId: 'anthropic:b', proof: { by: 'person', reason: 'x' } },
  ])('$action is refused with the steps that are safe', async (wish) => {
    const refusal = plan(await open(), wish);
    if (refusal.state === 'planned') throw new Error('planned');
    expect(refusal.reason).toMatchObject({ code: 'layout', layout: 'shared-database' });
    expect(profileRefusalWords(refusal.reason).advice).toContain('openclaw models auth');
  });

  it.each([
    [null, 'no openclaw is on PATH'],
    ['2026.9.1', 'wrote this state'],
  ])('an openclaw that cannot be asked (%s) is named, with the command to run by hand', async (version, wanted) => {
    const refusal = plan(await open(version), { action: 'remove', profileId: 'anthropic:a' });
    if (refusal.state === 'planned') throw new Error('planned');
    const { title, advice } = profileRefusalWords(refusal.reason);
    expect(title).toContain(wanted);
    expect(advice).toContain('openclaw models auth logout anthropic:a --yes');
  });
});

describe('a new secret for a profile in a database', () => {
  const carryOut = async (behaviour: Behaviour): Promise<{ readonly state: string; readonly secrets: readonly (string | undefined)[] }> => {
    const facts = await open('2026.9.6', behaviour);
    const rotated = plan(facts, rotate);
    if (rotated.state === 'refused') throw new Error(rotated.reason.code);
    const home = homes[0];
    if (home === undefined) throw new Error('no home');
    const readAgain = async (): Promise<Snapshot> => (await readProfileFacts({}, home.host())).snapshot;
    const { state } = await applyWithCommands(rotated.change, { now: Date.now, configLock: true, before: facts.snapshot, readAgain, deadlineMs: 5000 });
    const after = await readAgain();
    return { state, secrets: after.agents.map((agent) => effectiveStore(after, agent).profiles.get('anthropic:b')?.secret?.reveal()) };
  };

  it('stands there for every agent that inherits it', async () => {
    expect(await carryOut('saves')).toEqual({ state: 'applied', secrets: [apiKey('n'), apiKey('n')] });
  });

  it('is not called done while the old one stands', async () => {
    expect(await carryOut('nothing')).toEqual({ state: 'command-failed', secrets: [apiKey('b'), apiKey('b')] });
  });

  it('goes to every store that holds the profile, an agent’s own copy too', async () => {
    const facts = await openAgentDatabases({ main: { profiles: { 'anthropic:b': key('b') } }, research: { profiles: { 'anthropic:b': key('c') } } });
    expect(argvOf(plan(facts, rotate))).toEqual([
      'models auth --agent main paste-api-key --provider anthropic --profile-id anthropic:b',
      'models auth --agent research paste-api-key --provider anthropic --profile-id anthropic:b',
    ]);
  });
});

describe('an order in 2026.7, whose command leaves out what an agent inherits', () => {
  const stores = { main: { profiles: { 'anthropic:a': key('a') }, order: { anthropic: ['anthropic:a'] } }, research: { profiles: { 'anthropic:b': key('b') } } };

  it('is refused before OpenClaw is asked when it names such a profile', async () => {
    const facts = await openAgentDatabases(stores);
    const refusal = plan(facts, { action: 'order-set', agentId: 'research', profileIds: ['anthropic:a', 'anthropic:b'] });
    if (refusal.state === 'planned') throw new Error('planned');
    expect(refusal.reason).toMatchObject({ code: 'inherited-in-order', agentId: 'research', profileIds: ['anthropic:a'] });
    expect(profileRefusalWords(refusal.reason).title).toContain('research only inherits anthropic:a');
    expect(argvOf(plan(facts, { action: 'order-set', agentId: 'research', profileIds: ['anthropic:b'] }))).toEqual(['models auth order set --provider anthropic --agent research anthropic:b']);
    expect(argvOf(plan(facts, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:a'] }))).toEqual([]);
  });

  it.each<[string, 'all' | readonly string[], readonly string[]]>([
    ['for all is put first for main, which the others follow', 'all', ['main paste-token', 'order main anthropic:new anthropic:a']],
    ['for one agent comes before what it inherits by itself', ['research'], ['research paste-token']],
  ])('a credential saved %s', async (_name, agentIds, expected) => {
    const { snapshot, program } = await openAgentDatabases({ ...stores, research: { profiles: {} } });
    if (program === undefined) throw new Error('no openclaw');
    const wish = { agentIds, profileId: 'anthropic:new', credential: { type: 'token', secret: new Secret(setupToken('n')), expires: null }, defaultModel: null } as const;
    const agents = snapshot.agents.filter(({ id }) => agentIds === 'all' || agentIds.includes(id));
    const steps = saveCommands(snapshot, wish, agents, program, now).map(({ argv }) => (argv.includes('order') ? ['order', ...argv.slice(7)] : argv.slice(3, 5)).join(' '));
    expect(steps).toEqual(expected);
  });
});

describe('a replacement that waits to be activated', () => {
  const activate: ProfileWish = { action: 'activate', profileId: 'anthropic:b', agentId: 'main' };
  const waiting = { ...key('b'), setup: { replacement: true } };

  it('is activated by OpenClaw, which is said to ask Anthropic first', async () => {
    const one = plan(await open('2026.9.6', 'saves', waiting), activate);
    expect(argvOf(one)).toEqual(['models auth activate anthropic:b --agent main']);
    expect(one).toMatchObject({ effects: [{ agentId: 'main', before: { source: { profileId: 'anthropic:a' } }, after: { source: { profileId: 'anthropic:b' } } }], warnings: [{ code: 'tested-first' }, { code: 'by-openclaw' }] });
  });

  it('that fails its test is told with the command to try by hand, which wants no secret', async () => {
    const facts = await open('2026.9.6', 'garbage', waiting);
    const one = plan(facts, activate);
    const [home] = homes;
    if (one.state === 'refused' || home === undefined) throw new Error('refused');
    const readAgain = async (): Promise<Snapshot> => (await readProfileFacts({}, home.host())).snapshot;
    const result = await applyWithCommands(one.change, { now: Date.now, configLock: true, before: facts.snapshot, readAgain, deadlineMs: 5000 });
    if (result.state !== 'command-failed') throw new Error(result.state);
    expect(applyResultWords(result).advice).toMatch(/Try it by hand to see more: .*openclaw models auth activate anthropic:b --agent main/);
    expect(applyResultWords({ ...result, takesSecret: true }).advice).toContain('the secret on standard input');
  });

  it('is refused where it is none, before 2026.9.6, and for an agent that is not there', async () => {
    expect(plan(await open(), activate)).toMatchObject({ reason: { code: 'not-inactive' } });
    expect(plan(await openAgentDatabases({ main: { profiles: { 'anthropic:b': waiting } } }), activate)).toMatchObject({ reason: { code: 'layout' } });
    expect(plan(await open('2026.9.6', 'saves', waiting), { ...activate, agentId: 'nobody' })).toMatchObject({ reason: { code: 'unknown-agent' } });
  });
});
