import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import JSON5 from 'json5';
import { afterEach, describe, expect, it } from 'vitest';
import { applyChange } from '../../src/changes/apply.ts';
import type { Change } from '../../src/changes/change.ts';
import { journalPath, rememberChange } from '../../src/changes/journal.ts';
import { planProfile } from '../../src/changes/profiles/plan-profile.ts';
import type { ProfilePlan, ProfileRefusal, ProfileWish, Proof } from '../../src/changes/profiles/profile-plan.ts';
import { planUndo } from '../../src/changes/undo.ts';
import type { ProfileReading } from '../../src/commands/models-auth/facts.ts';
import { readProfileFacts } from '../../src/commands/models-auth/facts.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { apiKey, makeHome, setupToken, type HomeContent, type TestHome } from '../support/homes.ts';

const now = Date.UTC(2026, 10, 26);
const hour = 3_600_000;
const homes: TestHome[] = [];

afterEach(async () => {
  await Promise.all(homes.splice(0).map((home) => home.dispose()));
});

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const mode = { provider: 'anthropic', mode: 'api_key' };
const storePath = (agent: string): string => `.openclaw/agents/${agent}/agent/auth-profiles.json`;

/** Two keys; `research` keeps a copy of one of them, of an older secret, and an order of its own. */
const office: HomeContent = {
  config: `{
  // the office
  meta: { lastTouchedVersion: '2026.2.24' },
  agents: { list: [{ id: 'main' }, { id: 'research', model: 'anthropic/claude-opus-4-6@anthropic:work' }] },
  auth: {
    profiles: {
      'anthropic:work': { provider: 'anthropic', mode: 'api_key' }, // paid by work
      'anthropic:spare': { provider: 'anthropic', mode: 'api_key' },
    },
    order: { anthropic: ['anthropic:work', 'anthropic:spare'] },
  },
  gateway: { port: 1 },
}
`,
  stores: {
    main: {
      version: 1,
      profiles: { 'anthropic:work': key('w'), 'anthropic:spare': key('s'), 'openai:x': { type: 'api_key', provider: 'openai', key: 'sk-other' } },
      order: { anthropic: ['anthropic:work', 'anthropic:spare'] },
      lastGood: { anthropic: 'anthropic:work' },
      usageStats: { 'anthropic:work': { lastUsed: 5, errorCount: 2, lastFailureAt: now - 1000, cooldownUntil: now + hour, failureCounts: { rate_limit: 2 } } },
    },
    research: { version: 1, profiles: { 'anthropic:work': key('o') }, order: { anthropic: ['anthropic:spare', 'anthropic:work'] } },
  },
};

async function open(content: HomeContent = office): Promise<{ readonly home: TestHome; readonly read: () => Promise<ProfileReading> }> {
  const home = await makeHome(content);
  homes.push(home);
  return { home, read: () => readProfileFacts({}, home.host()) };
}

type Planned = Extract<ProfilePlan, { readonly state: 'planned' }>;

function planned(facts: ProfileReading, wish: ProfileWish, force = false): Planned {
  const plan = planProfile(facts, wish, { now, force });
  if (plan.state === 'refused') throw new Error(`refused: ${plan.reason.code}`);
  return plan;
}

async function refusalOf(wish: ProfileWish, content: HomeContent = office): Promise<ProfileRefusal> {
  const { read } = await open(content);
  const plan = planProfile(await read(), wish, { now, force: false });
  if (plan.state === 'planned') throw new Error('not refused');
  return plan.reason;
}

const apply = (change: Change): ReturnType<typeof applyChange> => applyChange(change, { now: Date.now, configLock: false, settle: { firstMs: 0, nextMs: 0 } });

async function carryOut(read: () => Promise<ProfileReading>, wish: ProfileWish): Promise<Planned> {
  const plan = planned(await read(), wish);
  expect(await apply(plan.change)).toMatchObject({ state: 'applied' });
  return plan;
}

const textOf = (home: TestHome, path: string): Promise<string> => readFile(join(home.home, path), 'utf8');
const jsonOf = async (home: TestHome, path: string): Promise<Record<string, unknown>> => JSON5.parse(await textOf(home, path));
const changed = ({ change }: Planned): readonly string[] => change.files.filter(({ changes }) => changes).map(({ path }) => path.split('/.openclaw/')[1] ?? '');
const uses = ({ effects }: Planned): readonly string[] =>
  effects.map(({ agentId, before, after }) => `${agentId}: ${[before, after].map((one) => (one?.source.from === 'profile' ? one.source.profileId : (one?.source.from ?? 'nothing'))).join(' → ')}`);
const codes = ({ warnings }: Planned): readonly string[] => warnings.map(({ code }) => code);
const valid = (letter: string): Proof => ({ by: 'verdict', verdict: 'valid', secret: new Secret(apiKey(letter)) });

describe('the order', () => {
  it('is set in the agent’s own store and nowhere else, and says what it leaves out', async () => {
    const { home, read } = await open();
    const before = await jsonOf(home, storePath('research'));
    const plan = await carryOut(read, { action: 'order-set', agentId: 'research', profileIds: ['anthropic:work'] });
    expect(changed(plan)).toEqual(['agents/research/agent/auth-profiles.json']);
    expect(await jsonOf(home, storePath('research'))).toEqual({ ...before, order: { anthropic: ['anthropic:work'] } });
    expect(plan.warnings).toContainEqual({ code: 'left-out', profileIds: ['anthropic:spare'] });
  });

  it('of an agent without a store makes one that OpenClaw reads', async () => {
    const { home, read } = await open({ ...office, stores: { main: office.stores?.['main'] ?? {} } });
    await carryOut(read, { action: 'order-set', agentId: 'research', profileIds: ['anthropic:spare', 'anthropic:work'] });
    expect(await jsonOf(home, storePath('research'))).toEqual({ version: 1, profiles: {}, order: { anthropic: ['anthropic:spare', 'anthropic:work'] } });
    expect((await stat(join(home.home, storePath('research')))).mode & 0o777).toBe(0o600);
  });

  it('is cleared without leaving an empty object, and the one of main counts again', async () => {
    const { home, read } = await open();
    const plan = await carryOut(read, { action: 'order-clear', agentId: 'research' });
    expect(await jsonOf(home, storePath('research'))).toEqual({ version: 1, profiles: { 'anthropic:work': key('o') } });
    expect(codes(plan)).toContain('inherits-order');
  });

  it('names only profiles of Anthropic that the agent can reach', async () => {
    expect(await refusalOf({ action: 'order-set', agentId: 'main', profileIds: ['anthropic:wrok'] })).toMatchObject({ code: 'unknown-profile', meant: 'anthropic:work' });
    expect(await refusalOf({ action: 'order-set', agentId: 'main', profileIds: ['openai:x'] })).toMatchObject({ code: 'other-provider', provider: 'openai' });
    expect(await refusalOf({ action: 'order-set', agentId: 'main', profileIds: [] })).toMatchObject({ code: 'no-profiles' });
    expect(await refusalOf({ action: 'order-set', agentId: 'nobody', profileIds: ['anthropic:work'] })).toMatchObject({ code: 'unknown-agent' });
  });

  it('that is set changes nothing else, whatever it was', async () => {
    const ids = ['anthropic:work', 'anthropic:spare'];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ids, { minLength: 1 }), async (profileIds) => {
        const { home, read } = await open();
        const before = await jsonOf(home, storePath('main'));
        await carryOut(read, { action: 'order-set', agentId: 'main', profileIds });
        expect(await jsonOf(home, storePath('main'))).toEqual({ ...before, order: { anthropic: profileIds } });
      }),
      { numRuns: 6 },
    );
  });
});

describe('a new secret', () => {
  const rotate = (proved: boolean): ProfileWish => ({ action: 'rotate', profileId: 'anthropic:work', credential: { type: 'api_key', secret: new Secret(apiKey('n')) }, proved });

  it('goes to every store that has the profile, and leaves names and orders alone', async () => {
    const { home, read } = await open();
    const before = await textOf(home, storePath('research'));
    const plan = await carryOut(read, rotate(false));
    expect(changed(plan)).toEqual(['agents/main/agent/auth-profiles.json', 'agents/research/agent/auth-profiles.json']);
    expect(await textOf(home, storePath('research'))).toBe(before.replace(apiKey('o'), apiKey('n')));
    expect(plan.change.files.flatMap(({ diff }) => diff.map(({ text }) => text)).join('\n')).not.toContain('nnnn');
  });

  it('ends what the old one waits for only when it was proved', async () => {
    const { home, read } = await open();
    expect(codes(await carryOut(read, rotate(false)))).toContain('wait-stays');
    expect(await jsonOf(home, storePath('main'))).toMatchObject({ usageStats: { 'anthropic:work': { cooldownUntil: now + hour } } });
    await carryOut(read, rotate(true));
    expect((await jsonOf(home, storePath('main')))['usageStats']).toEqual({ 'anthropic:work': { lastUsed: 5, errorCount: 0, lastFailureAt: now - 1000 } });
  });

  it('of a token takes the old end away', async () => {
    const { home, read } = await open({ config: { meta: { lastTouchedVersion: '2026.2.24' } }, stores: { main: { version: 1, profiles: { 'anthropic:t': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: now + hour } } } } });
    await carryOut(read, { action: 'rotate', profileId: 'anthropic:t', credential: { type: 'token', secret: new Secret(setupToken('n')), expires: null }, proved: false });
    expect((await jsonOf(home, storePath('main')))['profiles']).toEqual({ 'anthropic:t': { type: 'token', provider: 'anthropic', token: setupToken('n') } });
  });

  it('of another type, of a sign-in, and of one that is kept elsewhere is refused', async () => {
    const credential = { type: 'token', secret: new Secret(setupToken('n')), expires: null } as const;
    expect(await refusalOf({ action: 'rotate', profileId: 'anthropic:work', credential, proved: true })).toMatchObject({ code: 'other-secret-type', stored: 'api_key', given: 'token' });
    const signIn = { config: { meta: { lastTouchedVersion: '2026.2.24' } }, stores: { main: { version: 1, profiles: { 'anthropic:me': { type: 'oauth', provider: 'anthropic', access: 'a', refresh: 'r', expires: now } } } } };
    expect(await refusalOf({ action: 'rotate', profileId: 'anthropic:me', credential, proved: true }, signIn)).toMatchObject({ code: 'oauth' });
    const elsewhere = { config: { meta: { lastTouchedVersion: '2026.3.13' }, gateway: { port: 1 } }, stores: { main: { version: 1, profiles: { 'anthropic:e': { type: 'token', provider: 'anthropic', tokenRef: { source: 'env', provider: 'default', id: 'T' } } } } } };
    expect(await refusalOf({ action: 'rotate', profileId: 'anthropic:e', credential, proved: true }, elsewhere)).toMatchObject({ code: 'reference' });
  });
});

describe('removing', () => {
  it('takes a profile out of every store and the config, and says who falls back to what', async () => {
    const { home, read } = await open();
    const plan = await carryOut(read, { action: 'remove', profileId: 'anthropic:spare' });
    expect(changed(plan)[0]).toBe('openclaw.json');
    expect(uses(plan)).toEqual(['main: anthropic:spare → nothing', 'research: anthropic:spare → nothing']);
    expect(plan.effects.map(({ backAt }) => backAt)).toEqual([now + hour, now + hour]);
    expect(codes(plan)).not.toContain('nothing-left');
    const text = await textOf(home, '.openclaw/openclaw.json');
    expect(text).not.toContain('spare');
    expect(text).toContain('// paid by work');
    for (const agent of ['main', 'research']) expect(await textOf(home, storePath(agent))).not.toContain('spare');
  });

  it('of the last one leaves nothing empty behind, and says that nothing is left', async () => {
    const { home, read } = await open();
    await carryOut(read, { action: 'remove', profileId: 'anthropic:spare' });
    const plan = await carryOut(read, { action: 'remove', profileId: 'anthropic:work' });
    expect(plan.warnings).toContainEqual({ code: 'mentioned', profileId: 'anthropic:work', paths: [['agents', 'list', '1', 'model']] });
    expect(codes(plan)).toEqual(expect.arrayContaining(['nothing-left', 'not-revoked', 'gateway']));
    expect(await jsonOf(home, '.openclaw/openclaw.json')).not.toHaveProperty('auth');
    expect(await jsonOf(home, storePath('research'))).toEqual({ version: 1, profiles: {} });
    expect(Object.keys(await jsonOf(home, storePath('main')))).toEqual(['version', 'profiles']);
  });

  it('of one that only the config lists works too; of one that nobody knows it does not', async () => {
    const { read } = await open({ ...office, stores: { main: { version: 1, profiles: { 'anthropic:work': key('w') } } } });
    expect(changed(await carryOut(read, { action: 'remove', profileId: 'anthropic:spare' }))).toEqual(['openclaw.json']);
    expect(await refusalOf({ action: 'remove', profileId: 'anthropic:sprae' })).toMatchObject({ code: 'unknown-profile', meant: 'anthropic:spare' });
  });
});

describe('renaming', () => {
  it('follows the name everywhere, in its place, and says what still has the old one', async () => {
    const { home, read } = await open();
    const before = await textOf(home, '.openclaw/openclaw.json');
    const plan = await carryOut(read, { action: 'rename', profileId: 'anthropic:work', to: 'anthropic:team' });
    expect(changed(plan).at(-1)).toBe('openclaw.json');
    const config = await textOf(home, '.openclaw/openclaw.json');
    expect(config).toBe(before.replace("'anthropic:work': {", "'anthropic:team': {").replace("['anthropic:work', 'anthropic:spare']", "['anthropic:team', 'anthropic:spare']"));
    expect(await jsonOf(home, storePath('main'))).toMatchObject({ lastGood: { anthropic: 'anthropic:team' }, usageStats: { 'anthropic:team': { errorCount: 2 } } });
    expect(plan.warnings).toContainEqual({ code: 'mentioned', profileId: 'anthropic:work', paths: [['agents', 'list', '1', 'model']] });
  });

  it('and renaming back ends in the same bytes', async () => {
    const name = fc.stringMatching(/^[A-Za-z0-9._@+-]{1,20}$/).map((text) => `anthropic:${text}`).filter((id) => id !== 'anthropic:work' && id !== 'anthropic:spare');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('anthropic:work', 'anthropic:spare'), name, async (profileId, to) => {
        const { home, read } = await open();
        const texts = (): Promise<readonly string[]> => Promise.all(['.openclaw/openclaw.json', storePath('main'), storePath('research')].map((path) => textOf(home, path)));
        const before = await texts();
        await carryOut(read, { action: 'rename', profileId, to });
        expect((await texts()).join('\n')).not.toContain(`"${profileId}"`);
        await carryOut(read, { action: 'rename', profileId: to, to: profileId });
        expect(await texts()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });

  it('to a name that is in use, or is none, is refused', async () => {
    expect(await refusalOf({ action: 'rename', profileId: 'anthropic:work', to: 'anthropic:spare' })).toMatchObject({ code: 'taken' });
    expect(await refusalOf({ action: 'rename', profileId: 'anthropic:work', to: 'work' })).toMatchObject({ code: 'profile-id' });
    expect(await refusalOf({ action: 'rename', profileId: 'anthropic:work', to: '__proto__' })).toMatchObject({ code: 'profile-id' });
  });
});

describe('copies', () => {
  it('give an agent the entry as it stands, at the end of its order', async () => {
    const { home, read } = await open();
    const plan = await carryOut(read, { action: 'copy', profileId: 'anthropic:spare', to: 'research', from: null });
    expect((await jsonOf(home, storePath('research')))['profiles']).toEqual({ 'anthropic:work': key('o'), 'anthropic:spare': key('s') });
    expect(changed(plan)).toEqual(['agents/research/agent/auth-profiles.json']);
  });

  it('are listed where the config lists, or OpenClaw would not try them', async () => {
    const config = { meta: { lastTouchedVersion: '2026.2.24' }, agents: { list: [{ id: 'main' }, { id: 'night' }] }, auth: { profiles: { 'anthropic:work': mode } } };
    const { home, read } = await open({ config, stores: { main: { version: 1, profiles: { 'anthropic:work': key('w') } }, night: { version: 1, profiles: { 'anthropic:own': key('n') } } } });
    const plan = await carryOut(read, { action: 'copy', profileId: 'anthropic:own', to: 'main', from: 'night' });
    expect(await jsonOf(home, '.openclaw/openclaw.json')).toMatchObject({ auth: { profiles: { 'anthropic:own': mode } } });
    expect(changed(plan)).toEqual(['agents/main/agent/auth-profiles.json', 'openclaw.json']);
  });

  it('do not take the place of another secret, and ask whose is meant', async () => {
    expect(await refusalOf({ action: 'copy', profileId: 'anthropic:work', to: 'research', from: null })).toMatchObject({ code: 'differs', agentId: 'research' });
    expect(await refusalOf({ action: 'copy', profileId: 'anthropic:spare', to: 'main', from: 'research' })).toMatchObject({ code: 'not-there' });
    const config = { meta: { lastTouchedVersion: '2026.2.24' }, agents: { list: [{ id: 'main' }, { id: 'a' }, { id: 'b' }] } };
    const two = { config, stores: { a: { version: 1, profiles: { 'anthropic:x': key('a') } }, b: { version: 1, profiles: { 'anthropic:x': key('b') } } } };
    expect(await refusalOf({ action: 'copy', profileId: 'anthropic:x', to: 'main', from: null }, two)).toMatchObject({ code: 'which-one', agentIds: ['a', 'b'] });
  });

  it('that are stale are brought up to date, all or one, and then there is nothing to do', async () => {
    const { home, read } = await open();
    expect(changed(planned(await read(), { action: 'refresh-copies', profileId: 'anthropic:spare' }))).toEqual([]);
    await carryOut(read, { action: 'refresh-copies', profileId: null });
    expect((await jsonOf(home, storePath('research')))['profiles']).toEqual({ 'anthropic:work': key('w') });
    expect(changed(planned(await read(), { action: 'refresh-copies', profileId: null }))).toEqual([]);
  });
});

describe('ending a wait', () => {
  const clear = (proof: Proof): ProfileWish => ({ action: 'clear-cooldown', profileId: 'anthropic:work', proof });
  const stats = (more: object): HomeContent => ({
    ...office,
    stores: { main: { version: 1, profiles: { 'anthropic:work': key('w') }, usageStats: { 'anthropic:work': { errorCount: 1, ...more } } } },
  });
  const verdict = (one: 'limited' | 'unfunded' | 'rejected' | 'unreachable'): Proof => ({ by: 'verdict', verdict: one, secret: new Secret(apiKey('w')) });

  it('after a valid answer takes the window and the counters out, and keeps the rest', async () => {
    const { home, read } = await open();
    const plan = await carryOut(read, clear(valid('w')));
    expect((await jsonOf(home, storePath('main')))['usageStats']).toEqual({ 'anthropic:work': { lastUsed: 5, errorCount: 0, lastFailureAt: now - 1000 } });
    expect(uses(plan)).toEqual(['main: anthropic:spare → anthropic:work']);
    expect(changed(planned(await read(), clear(valid('w'))))).toEqual([]);
  });

  it.each([
    ['a bill that is not paid', { disabledUntil: now + hour, disabledReason: 'billing' }, verdict('unfunded')],
    ['a rate limit', { cooldownUntil: now + hour, failureCounts: { rate_limit: 1 } }, verdict('limited')],
    ['a failure of no known reason', { cooldownUntil: now + hour }, verdict('limited')],
    ['anything, when nothing was proved', { cooldownUntil: now + hour, failureCounts: { auth: 1 } }, verdict('unreachable')],
    ['a refused key that is refused still', { cooldownUntil: now + hour, failureCounts: { auth: 1 } }, verdict('rejected')],
    ['another model than was asked', { cooldownUntil: now + hour, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-4-6' }, valid('w')],
  ])('does not end a wait for %s', async (_name, wait, proof) => {
    expect(await refusalOf(clear(proof), stats(wait))).toMatchObject({ code: 'not-disproved', until: now + hour });
  });

  it('ends a wait for a refused key when a limit proves it good, and leaves the bill', async () => {
    const { home, read } = await open(stats({ cooldownUntil: now + hour, cooldownReason: 'auth', disabledUntil: now + 2 * hour, disabledReason: 'billing' }));
    const plan = await carryOut(read, clear(verdict('unfunded')));
    expect((await jsonOf(home, storePath('main')))['usageStats']).toEqual({ 'anthropic:work': { errorCount: 1, disabledUntil: now + 2 * hour, disabledReason: 'billing' } });
    expect(plan.warnings).toContainEqual({ code: 'wait-stays', profileId: 'anthropic:work', until: now + 2 * hour, reason: 'billing', model: null });
  });

  it('on a person’s word ends everything, with the reason in its title', async () => {
    const { home, read } = await open(stats({ disabledUntil: now + hour, disabledReason: 'billing' }));
    const plan = await carryOut(read, clear({ by: 'person', reason: 'credit added' }));
    expect((await jsonOf(home, storePath('main')))['usageStats']).toEqual({ 'anthropic:work': { errorCount: 0 } });
    expect(plan.change.title).toContain('credit added');
  });

  it('leaves the waits of a copy that holds another secret', async () => {
    const wait = { errorCount: 1, cooldownUntil: now + hour };
    const { home, read } = await open({ ...office, stores: { ...office.stores, research: { version: 1, profiles: { 'anthropic:work': key('o') }, usageStats: { 'anthropic:work': wait } } } });
    await carryOut(read, clear(valid('w')));
    expect((await jsonOf(home, storePath('research')))['usageStats']).toEqual({ 'anthropic:work': wait });
  });
});

describe('two files of one store', () => {
  const split: HomeContent = {
    config: { meta: { lastTouchedVersion: '2026.4.22' }, gateway: { port: 1 }, auth: { profiles: { 'anthropic:work': mode, 'anthropic:spare': mode } } },
    stores: { main: { version: 1, profiles: { 'anthropic:work': key('w'), 'anthropic:spare': key('s') } } },
    files: { '.openclaw/agents/main/agent/auth-state.json': `${JSON.stringify({ version: 1, lastGood: { anthropic: 'anthropic:work' }, usageStats: { 'anthropic:work': { cooldownUntil: now + hour } } }, null, 2)}\n` },
  };
  const statePath = '.openclaw/agents/main/agent/auth-state.json';

  it('are each changed where the thing stands', async () => {
    const { home, read } = await open(split);
    expect(changed(await carryOut(read, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:spare', 'anthropic:work'] }))).toEqual(['agents/main/agent/auth-state.json']);
    expect(await jsonOf(home, statePath)).toMatchObject({ order: { anthropic: ['anthropic:spare', 'anthropic:work'] } });
    expect(changed(await carryOut(read, { action: 'rename', profileId: 'anthropic:work', to: 'anthropic:team' }))).toEqual(['agents/main/agent/auth-profiles.json', 'agents/main/agent/auth-state.json', 'openclaw.json']);
    expect(await jsonOf(home, statePath)).toMatchObject({ lastGood: { anthropic: 'anthropic:team' }, usageStats: { 'anthropic:team': { cooldownUntil: now + hour } } });
  });

  it('that OpenClaw has not split yet are left together', async () => {
    const together = { ...split, files: {}, stores: { main: { version: 1, profiles: { 'anthropic:work': key('w') }, usageStats: { 'anthropic:work': { cooldownUntil: now + hour } } } } };
    const { read } = await open(together);
    expect(changed(await carryOut(read, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:work'] }))).toEqual(['agents/main/agent/auth-profiles.json']);
  });
});

describe('what stands in the way', () => {
  it.each<[string, ProfileWish]>([
    ['order-set', { action: 'order-set', agentId: 'main', profileIds: ['anthropic:work'] }],
    ['remove', { action: 'remove', profileId: 'anthropic:work' }],
    ['clear-cooldown', { action: 'clear-cooldown', profileId: 'anthropic:work', proof: { by: 'person', reason: 'x' } }],
  ])('%s: a store or a config that cannot be read', async (_name, wish) => {
    expect(await refusalOf(wish, { ...office, stores: { ...office.stores, research: '{ "version": 1, ' } })).toMatchObject({ code: 'broken-store' });
    expect(await refusalOf(wish, { ...office, config: '{ broken' })).toMatchObject({ code: 'config', reason: { code: 'broken-config' } });
  });

  it('is a gateway that keeps the stores in memory, until a person says to go on', async () => {
    const { read } = await open({ ...office, config: { meta: { lastTouchedVersion: '2026.3.13' }, agents: { list: [{ id: 'main' }] } } });
    const facts: ProfileReading = { ...(await read()), gateway: { state: 'listening', port: 18_789 } };
    const wish: ProfileWish = { action: 'remove', profileId: 'anthropic:work' };
    expect(planProfile(facts, wish, { now, force: false })).toMatchObject({ state: 'refused', reason: { code: 'gateway', port: 18_789 } });
    expect(codes(planned(facts, wish, true))).toContain('gateway-memory');
    const { read: older } = await open();
    expect(planProfile({ ...(await older()), gateway: { state: 'listening', port: 18_789 } }, wish, { now, force: false }).state).toBe('planned');
  });
});

describe('taking back', () => {
  it('gives every file its bytes from before, and takes away what was made', async () => {
    const { home, read } = await open({ ...office, stores: { main: office.stores?.['main'] ?? {} } });
    const configPath = join(home.stateDir, 'openclaw.json');
    const paths = ['.openclaw/openclaw.json', storePath('main')];
    const before = await Promise.all(paths.map((path) => textOf(home, path)));
    for (const wish of [{ action: 'copy', profileId: 'anthropic:spare', to: 'research', from: null }, { action: 'rename', profileId: 'anthropic:spare', to: 'anthropic:x' }] as const) {
      const plan = planned(await read(), wish);
      const result = await apply(plan.change);
      expect(rememberChange(configPath, plan.change, result.files, Date.now())).toBe(true);
    }
    for (let taken = 0; taken < 2; taken += 1) {
      const undo = planUndo(configPath);
      if (undo.state === 'refused') throw new Error(undo.reason.code);
      expect(await apply(undo.change)).toMatchObject({ state: 'applied' });
      const { forgetNewest } = await import('../../src/changes/journal.ts');
      forgetNewest(configPath);
    }
    expect(await Promise.all(paths.map((path) => textOf(home, path)))).toEqual(before);
    await expect(textOf(home, storePath('research'))).rejects.toThrow('ENOENT');
    expect(await readFile(journalPath(configPath), 'utf8')).not.toContain('sk-ant');
  });

  it('leaves what was made and has been written to since', async () => {
    const { home, read } = await open({ ...office, stores: { main: office.stores?.['main'] ?? {} } });
    const configPath = join(home.stateDir, 'openclaw.json');
    const plan = planned(await read(), { action: 'copy', profileId: 'anthropic:spare', to: 'research', from: null });
    rememberChange(configPath, plan.change, (await apply(plan.change)).files, Date.now());
    await home.write(storePath('research'), { version: 1, profiles: { 'anthropic:other': key('x') } });
    expect(planUndo(configPath)).toMatchObject({ state: 'refused', reason: { code: 'moved-on' } });
  });
});
