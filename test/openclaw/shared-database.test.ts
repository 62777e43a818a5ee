import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { credentialGroups, credentialsOfAgents } from '../../src/rules/agent-credentials.ts';
import { agentEntry } from '../../src/rules/agent-state.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { inheritanceOf } from '../../src/rules/inheritance.ts';
import { payerOf } from '../../src/rules/payer.ts';
import { effectiveStore } from '../../src/rules/store-merge.ts';
import { storeWarnings } from '../../src/rules/store-warnings.ts';
import { writeAgentDatabase, writeStateDatabase, type SharedForm, type StoreContent } from '../support/databases.ts';
import { apiKey, makeHome, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

const now = 1_790_000_000_000;
let home: TestHome;

beforeEach(async () => {
  home = await makeHome({ config: { agents: { entries: { main: {}, alerts: {} }, ownership: 'explicit', defaults: { model: 'anthropic/claude-opus-5' } }, meta: { lastTouchedVersion: '2026.9.6' } } });
});

afterEach(() => home.dispose());

const agentDir = (id: string): string => join(home.stateDir, 'agents', id, 'agent');
const profiles = (...letters: string[]): StoreContent => ({
  profiles: Object.fromEntries(letters.map((letter) => [`anthropic:${letter}`, { type: 'api_key', provider: 'anthropic', key: apiKey(letter) }])),
});
const shared = (content: StoreContent | null, form: SharedForm = {}): Promise<string> => writeStateDatabase(home.stateDir, content, form);
const own = (id: string, content: StoreContent | null): Promise<string> => writeAgentDatabase(agentDir(id), content);
const snapshotOf = (variables: Record<string, string> = {}): Promise<Snapshot> => readHome(home.host(variables), now);
const chosenBy = (snapshot: Snapshot, id: string): string | null => {
  const { chosen } = credentialsFor(snapshot, agentNamed(snapshot, id), now);
  return chosen?.source.from === 'profile' ? chosen.source.profileId : (chosen?.source.from ?? null);
};
const codes = (snapshot: Snapshot, id: string): readonly string[] => storeWarnings(snapshot, agentNamed(snapshot, id)).map(({ code }) => code);

describe('where the shared store is', () => {
  test.each<[string, SharedForm, string]>([
    ['moved to the state database', {}, 'anthropic:s'],
    ['in its tables up to schema 12', { tables: 'singletons' }, 'anthropic:s'],
    ['not moved yet', { location: 'legacy-main' }, 'anthropic:m'],
    ['nothing said, which means not moved', { location: null }, 'anthropic:m'],
  ])('%s', async (_name, form, expected) => {
    await shared(profiles('s'), form);
    await own('main', profiles('m'));
    const snapshot = await snapshotOf();
    expect([...(snapshot.sharedStore.state === 'read' ? snapshot.sharedStore.store.profiles.keys() : [])]).toEqual([expected]);
    expect(chosenBy(snapshot, 'alerts')).toBe(expected);
  });

  test('nothing said, what the state database holds all the same is told to every agent', async () => {
    await shared(profiles('m', 's'), { location: null });
    await own('main', profiles('m'));
    const snapshot = await snapshotOf();
    for (const id of ['main', 'alerts']) expect(storeWarnings(snapshot, agentNamed(snapshot, id))).toMatchObject([{ code: 'unmoved-store', profileIds: ['anthropic:s'] }]);
    await shared(profiles('m'), { location: null });
    expect(codes(await snapshotOf(), 'main')).toEqual([]);
  });

  test('without any database main’s own is named, where OpenClaw would look', async () => {
    expect((await snapshotOf()).sharedStore).toEqual({ state: 'missing', path: join(agentDir('main'), 'openclaw-agent.sqlite') });
  });

  test('not moved yet, main has no store over it', async () => {
    await shared(null, { location: 'legacy-main' });
    await own('main', profiles('m'));
    const snapshot = await snapshotOf();
    expect(inheritanceOf(snapshot, agentNamed(snapshot, 'main'), 'anthropic:m')).toBe('own');
    expect(inheritanceOf(snapshot, agentNamed(snapshot, 'alerts'), 'anthropic:m')).toBe('inherits');
  });
});

describe('an agent’s own store over the shared one', () => {
  test('main, too, can have one: its order counts for main alone', async () => {
    await shared({ ...Object(profiles('a', 'b')), order: { anthropic: ['anthropic:a', 'anthropic:b'] } });
    await own('main', { order: { anthropic: ['anthropic:b', 'anthropic:a'] } });
    const snapshot = await snapshotOf();
    expect([chosenBy(snapshot, 'main'), chosenBy(snapshot, 'alerts')]).toEqual(['anthropic:b', 'anthropic:a']);
  });

  test('its own profiles go before the shared order', async () => {
    await shared({ ...Object(profiles('a', 'b')), order: { anthropic: ['anthropic:a', 'anthropic:b'] } });
    await own('alerts', profiles('z'));
    const snapshot = await snapshotOf();
    expect(effectiveStore(snapshot, agentNamed(snapshot, 'alerts')).order.get('anthropic')).toEqual(['anthropic:z', 'anthropic:a', 'anthropic:b']);
    expect(chosenBy(snapshot, 'alerts')).toBe('anthropic:z');
  });

  test('a cooldown of a shared profile is seen by all, one of its own by it alone', async () => {
    const waits = { cooldownUntil: now + 60_000, cooldownReason: 'auth', errorCount: 1 };
    await shared({ ...Object(profiles('a')), usageStats: { 'anthropic:a': waits } });
    await own('alerts', { ...Object(profiles('z')), usageStats: { 'anthropic:z': waits } });
    const snapshot = await snapshotOf();
    expect([chosenBy(snapshot, 'main'), chosenBy(snapshot, 'alerts')]).toEqual([null, null]);
    expect(effectiveStore(snapshot, agentNamed(snapshot, 'main')).usage.has('anthropic:z')).toBe(false);
  });

  test('a cooldown for another model does not keep a profile from this one', async () => {
    await shared({ ...Object(profiles('a')), usageStats: { 'anthropic:a': { cooldownUntil: now + 60_000, cooldownReason: 'rate_limit', cooldownModel: 'claude-sonnet-5' } } });
    expect(chosenBy(await snapshotOf(), 'main')).toBe('anthropic:a');
  });
});

describe('agents that share a store are told apart where it matters', () => {
  test('by their model while something waits for one model, by what stops them, and else not', async () => {
    await home.write('.openclaw/openclaw.json', {
      agents: { entries: { main: {}, sonnet: { model: 'anthropic/claude-sonnet-5' }, old: {}, like: {} }, ownership: 'explicit', defaults: { model: 'anthropic/claude-opus-5' } },
      meta: { lastTouchedVersion: '2026.9.6' },
    });
    await shared({ ...Object(profiles('a')), usageStats: { 'anthropic:a': { cooldownUntil: now + 60_000, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-5' } } });
    await home.write('.openclaw/agents/old/agent/auth-profiles.json', { profiles: Object(profiles('o')).profiles });
    const snapshot = await snapshotOf();
    const groups = credentialGroups(snapshot, now);
    expect(groups.map(({ agents }) => agents.map(({ id }) => id))).toEqual([['main', 'like'], ['sonnet'], ['old']]);
    expect(credentialsOfAgents(snapshot, groups)).toEqual(snapshot.agents.map((agent) => credentialsFor(snapshot, agent, now)));
    const states = credentialsOfAgents(snapshot, groups).map((credentials) => agentEntry(credentials).state.state);
    expect(states).toEqual(['waiting', 'ready', 'blocked', 'waiting']);
  });
});

describe('while all wait', () => {
  const waits = (more: object): StoreContent => ({ ...Object(profiles('a', 'b')), usageStats: { 'anthropic:a': { disabledUntil: now + 60_000, disabledReason: 'billing' }, 'anthropic:b': more } });
  const probedBy = async (version: string): Promise<string | null> => {
    const snapshot = await readHome(home.host(), now, { openclawVersion: version });
    const { probed, agent } = credentialsFor(snapshot, agentNamed(snapshot, 'main'), now);
    return probed?.source.from === 'profile' ? `${probed.source.profileId}, paid by ${payerOf(credentialsFor(snapshot, agent, now))}` : null;
  };

  test('2026.9.6 tries one that only cools down, and none that is disabled', async () => {
    await shared(waits({ cooldownUntil: now + 60_000 }));
    expect(await probedBy('2026.9.6')).toBe('anthropic:b, paid by api');
    await shared(waits({ disabledUntil: now + 60_000, disabledReason: 'billing' }));
    expect(await probedBy('2026.9.6')).toBeNull();
  });

  test('a key of the environment that failed waits under an id of its own', async () => {
    await shared({ version: 1, usageStats: { 'inline-api-key:anthropic': { cooldownUntil: now + 60_000, cooldownReason: 'auth' } } });
    const snapshot = await snapshotOf({ ANTHROPIC_API_KEY: apiKey('e') });
    const { candidates, chosen } = credentialsFor(snapshot, agentNamed(snapshot, 'main'), now);
    expect([chosen, candidates.map(({ standing }) => standing)]).toEqual([null, [{ state: 'waiting', until: now + 60_000, kind: 'cooldown', reason: 'auth', model: null }]]);
  });
});

describe('a file of an older OpenClaw', () => {
  const old = { version: 1, profiles: { 'anthropic:old': { type: 'api_key', provider: 'anthropic', key: apiKey('o') } } };
  const put = (id: string, content: object | string = old): Promise<string> => home.write(`.openclaw/agents/${id}/agent/auth-profiles.json`, content);

  test('beside an empty database stops the agent, also its variables; the others go on', async () => {
    await shared(profiles('a'));
    await put('alerts');
    const snapshot = await snapshotOf({ ANTHROPIC_API_KEY: apiKey('e') });
    expect([chosenBy(snapshot, 'main'), chosenBy(snapshot, 'alerts')]).toEqual(['anthropic:a', null]);
    expect([codes(snapshot, 'main'), codes(snapshot, 'alerts')]).toEqual([[], ['migration-required']]);
    const { candidates } = credentialsFor(snapshot, agentNamed(snapshot, 'alerts'), now);
    expect(candidates.map(({ standing }) => standing)).toEqual(candidates.map(() => ({ state: 'unusable', because: 'migration-required' })));
  });

  test('beside a database with profiles is ignored, and what stands in it alone is named', async () => {
    await shared(profiles('a'));
    await own('alerts', profiles('z'));
    await put('alerts');
    const snapshot = await snapshotOf();
    expect(chosenBy(snapshot, 'alerts')).toBe('anthropic:z');
    expect(storeWarnings(snapshot, agentNamed(snapshot, 'alerts'))).toEqual([{ code: 'stray-file', path: join(agentDir('alerts'), 'auth-profiles.json'), missing: ['anthropic:old'] }]);
  });

  test('that names other providers only does not stop Anthropic', async () => {
    await shared(profiles('a'));
    await put('main', { profiles: { 'openai:x': { type: 'api_key', provider: 'openai', key: 'x' } } });
    const snapshot = await snapshotOf();
    expect(chosenBy(snapshot, 'main')).toBe('anthropic:a');
    expect(storeWarnings(snapshot, agentNamed(snapshot, 'main'))).toMatchObject([{ code: 'migration-required', others: ['openai'] }]);
  });

  test.each(['half a fi', { profiles: {} }, { profiles: { x: { type: 'token' } } }])('that cannot be understood (%j) stops all providers', async (content) => {
    await shared(profiles('a'));
    await put('main', content);
    expect(chosenBy(await snapshotOf(), 'main')).toBeNull();
  });

  test('of main stops everybody when the shared store is empty', async () => {
    await shared(null);
    await put('main');
    const snapshot = await snapshotOf();
    expect(codes(snapshot, 'alerts')).toEqual(['migration-required']);
  });

  test('that was put aside, while no store holds anything: the migration lost it', async () => {
    await shared(null);
    await home.write('.openclaw/agents/main/agent/auth-profiles.json.migrated-2026-08-02T10-00-00Z-1', old);
    const snapshot = await snapshotOf();
    expect(codes(snapshot, 'main')).toEqual(['empty-after-migration']);
    await shared(profiles('a'));
    expect(codes(await snapshotOf(), 'main')).toEqual([]);
  });

  test('in 2026.7 is stranded: nothing stops, and nothing sees it', async () => {
    await own('main', null);
    await put('main');
    const snapshot = await readHome(home.host({ ANTHROPIC_API_KEY: apiKey('e') }), now, { openclawVersion: '2026.7.1' });
    expect([snapshot.installation.readLayout, chosenBy(snapshot, 'main'), codes(snapshot, 'main')]).toEqual(['agent-database', 'variable', ['stranded-file']]);
  });
});

describe('another version than the one at hand', () => {
  test('a database beside the files of 2026.5 is named, and not looked into', async () => {
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', { profiles: Object(profiles('f')).profiles });
    await own('main', profiles('d'));
    const snapshot = await readHome(home.host(), now, { openclawVersion: '2026.5.28' });
    expect([snapshot.installation.layout, snapshot.installation.readLayout, chosenBy(snapshot, 'main'), codes(snapshot, 'main')]).toEqual(['unknown', 'split-files', 'anthropic:f', ['newer-database']]);
  });

  test('a schema that is newer than that of 2026.9.6 is refused by it, and shown with a warning under a newer version', async () => {
    await shared(profiles('a'), { schema: 25, openclaw: '2026.12.1' });
    const snapshot = await snapshotOf();
    expect([chosenBy(snapshot, 'main'), codes(snapshot, 'main')]).toEqual([null, ['newer-schema']]);
    expect(credentialsFor(snapshot, agentNamed(snapshot, 'main'), now).block).toMatchObject({ because: 'store-unreadable', problem: { fault: 'newer-schema' } });
    const newer = await readHome(home.host(), now, { openclawVersion: '2026.12.1' });
    expect([chosenBy(newer, 'main'), codes(newer, 'main')]).toEqual(['anthropic:a', ['newer-schema']]);
  });
});

test('an empty database does not stop OpenClaw of 2026.9.6, which makes it anew: what stands elsewhere counts', async () => {
  await home.write('.openclaw/state/openclaw.sqlite', '');
  const snapshot = await snapshotOf({ ANTHROPIC_API_KEY: apiKey('e') });
  expect(chosenBy(snapshot, 'main')).toBe('variable');
  expect(storeWarnings(snapshot, agentNamed(snapshot, 'main'))).toMatchObject([{ code: 'store-broken', problem: { fault: 'empty' }, stops: false }]);
});

test('a database that cannot be read stops OpenClaw of 2026.9.6; what only we cannot read does not', async () => {
  await shared('{"version":1,"profiles":{');
  const broken = await snapshotOf({ ANTHROPIC_API_KEY: apiKey('e') });
  expect([chosenBy(broken, 'main'), codes(broken, 'main')]).toEqual([null, ['store-broken']]);
  const held = await import('node:sqlite').then(({ DatabaseSync }) => new DatabaseSync(join(home.stateDir, 'state/openclaw.sqlite')));
  try {
    held.exec('PRAGMA journal_mode = delete; BEGIN EXCLUSIVE');
    const locked = await snapshotOf();
    expect([chosenBy(locked, 'main'), codes(locked, 'main')]).toEqual([null, ['store-hidden']]);
    // OpenClaw may find a profile there, before which no variable counts.
    const beside = await snapshotOf({ ANTHROPIC_API_KEY: apiKey('e') });
    expect(credentialsFor(beside, agentNamed(beside, 'main'), now)).toMatchObject({ chosen: null, candidates: [{ source: { from: 'variable' }, standing: { state: 'undecided' } }] });
  } finally {
    held.close();
  }
});
