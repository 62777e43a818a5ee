import { afterEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import type { Candidate } from '../../src/rules/candidate.ts';
import { credentialsFor, type AgentCredentials } from '../../src/rules/candidates.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { standingWords } from '../../src/words/reading.ts';
import { apiKey, makeHome, setupToken, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

const now = 1_790_000_000_000;
const hour = 3_600_000;
let home: TestHome | null = null;
afterEach(async () => {
  await home?.dispose();
  home = null;
});

interface State {
  readonly config?: object;
  readonly main?: object;
  readonly alerts?: object;
  readonly env?: Record<string, string>;
}

async function snapshotOf({ config = {}, main, alerts, env = {} }: State): Promise<Snapshot> {
  const stores = { ...(main === undefined ? {} : { main }), ...(alerts === undefined ? {} : { alerts }) };
  home = await makeHome({ config, stores });
  return readHome(home.host(env), now);
}

async function credentials(state: State, agentId = 'main'): Promise<AgentCredentials> {
  const snapshot = await snapshotOf(state);
  return credentialsFor(snapshot, agentNamed(snapshot, agentId), now);
}

function nameOf({ source }: Candidate): string {
  if (source.from === 'profile') return source.profileId;
  return source.from === 'variable' ? `${source.name} ${source.origin}` : source.from;
}

function told({ candidates }: AgentCredentials): [string, string][] {
  return candidates.map((candidate) => {
    const { standing } = candidate;
    if (standing.state === 'unusable') return [nameOf(candidate), standing.because];
    return [nameOf(candidate), standing.state === 'shadowed' ? `behind ${standing.by}` : standing.state];
  });
}

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const token = (letter: string, expires?: number): object => ({ type: 'token', provider: 'anthropic', token: setupToken(letter), expires });
const oauth = (more: object): object => ({ type: 'oauth', provider: 'anthropic', access: 'a', refresh: 'r', ...more });

describe('a profile that the model asks for', () => {
  const asking = (profileId: string, more: object = {}): State => ({
    config: { meta: { lastTouchedVersion: '2026.5.28' }, agents: { defaults: { model: `anthropic/claude-opus-4-8@${profileId}` } }, ...more },
    main: { profiles: { a: key('a'), b: key('b') }, usageStats: { a: { lastUsed: 1 }, b: { lastUsed: 2 } } },
    env: { ANTHROPIC_API_KEY: apiKey('e') },
  });

  test('comes first, whatever was used last', async () => {
    expect(told(await credentials(asking('b')))).toEqual([['b', 'chosen'], ['a', 'next'], ['ANTHROPIC_API_KEY process', 'behind b']]);
  });

  test.each([
    ['an order leaves it out', { order: { anthropic: ['a'] } }],
    ['the config does not list it', { profiles: { a: { provider: 'anthropic', mode: 'api_key' } } }],
  ])('comes first although %s', async (_name, auth) => {
    expect(told(await credentials(asking('b', { auth })))).toEqual([['b', 'chosen'], ['a', 'next'], ['ANTHROPIC_API_KEY process', 'behind b']]);
  });

  test('and waits is passed over', async () => {
    const state = asking('b');
    const waits = { ...state, main: { ...state.main, usageStats: { b: { cooldownUntil: now + hour, errorCount: 1 } } } };
    expect(told(await credentials(waits))).toEqual([['b', 'waiting'], ['a', 'chosen'], ['ANTHROPIC_API_KEY process', 'behind a']]);
  });

  test('and is not there stops OpenClaw', async () => {
    const answer = await credentials(asking('ghost'));
    expect(told(answer)).toEqual([['a', 'not-pinned'], ['b', 'not-pinned'], ['ANTHROPIC_API_KEY process', 'not-pinned']]);
    expect([answer.chosen, answer.probed]).toEqual([null, null]);
  });
});

describe('the order without a written one', () => {
  test('oauth, token, api_key; within a type the least recently used', async () => {
    const main = {
      profiles: { k1: key('a'), k2: key('b'), k3: key('c'), t: token('t'), o: oauth({ expires: now + hour }) },
      usageStats: { k1: { lastUsed: now - 1 }, k2: { lastUsed: now - 2 } },
    };
    expect(told(await credentials({ main }))).toEqual([
      ['o', 'chosen'],
      ['t', 'next'],
      ['k3', 'next'],
      ['k2', 'next'],
      ['k1', 'next'],
    ]);
  });

  test('waiting ones come last, the soonest first; a window on disk that is over does not count', async () => {
    const main = {
      profiles: { a: key('a'), b: key('b'), c: key('c'), d: key('d') },
      usageStats: {
        a: { cooldownUntil: now + 2 * hour, failureCounts: { rate_limit: 1, auth: 3 } },
        b: { disabledUntil: now + hour, disabledReason: 'billing', cooldownUntil: now - 1 },
        c: { cooldownUntil: now, lastUsed: 5 },
        d: { disabledUntil: now - 1, disabledReason: 'billing', lastUsed: 6 },
      },
    };
    const { candidates } = await credentials({ main });
    expect(candidates.map((one) => [nameOf(one), one.standing])).toEqual([
      ['c', { state: 'chosen' }],
      ['d', { state: 'next' }],
      ['b', { state: 'waiting', until: now + hour, kind: 'disabled', reason: 'billing', model: null }],
      ['a', { state: 'waiting', until: now + 2 * hour, kind: 'cooldown', reason: 'auth', model: null }],
    ]);
  });

  test('lastGood decides nothing', async () => {
    const main = { profiles: { a: key('a'), b: key('b') }, lastGood: { anthropic: 'b' } };
    expect((await credentials({ main })).chosen?.secret?.reveal()).toBe(apiKey('a'));
  });
});

describe('a written order', () => {
  const profiles = { a: key('a'), b: key('b'), t: token('t') };

  test('in the store beats one in the config; what it leaves out is out', async () => {
    const config = { auth: { order: { anthropic: ['a'] } } };
    expect(told(await credentials({ config, main: { profiles, order: { anthropic: ['b', 'b', 'gone', 't'] } } }))).toEqual([
      ['b', 'chosen'],
      ['t', 'next'],
      ['gone', 'not-stored'],
      ['a', 'not-in-order'],
    ]);
  });

  test('in the config holds when the store has none; the name of the provider is read as OpenClaw reads it', async () => {
    const config = { auth: { order: { ' Anthropic ': ['t', 'a'] } } };
    expect(told(await credentials({ config, main: { profiles } }))).toEqual([
      ['t', 'chosen'],
      ['a', 'next'],
      ['b', 'not-in-order'],
    ]);
  });

  test('keeps its order among ready ones and is left for the soonest among waiting ones', async () => {
    const usageStats = { a: { cooldownUntil: now + 9 }, b: { cooldownUntil: now + 5 } };
    expect(told(await credentials({ main: { profiles, order: { anthropic: ['a', 'b', 't'] }, usageStats } }))).toEqual([
      ['t', 'chosen'],
      ['b', 'waiting'],
      ['a', 'waiting'],
    ]);
  });

  test("an agent's own list replaces main's whole", async () => {
    const config = { agents: { list: [{ id: 'main' }, { id: 'alerts' }] } };
    const main = { profiles, order: { anthropic: ['a', 'b'] } };
    const alerts = { profiles: { x: key('x') }, order: { anthropic: ['x', 'b'] } };
    expect(told(await credentials({ config, main, alerts }, 'alerts'))).toEqual([
      ['x', 'chosen'],
      ['b', 'next'],
      ['a', 'not-in-order'],
      ['t', 'not-in-order'],
    ]);
  });
});

describe('auth.profiles of the config', () => {
  test('is a filter: what it does not list is never tried', async () => {
    const config = { auth: { profiles: { b: { provider: 'anthropic', mode: 'api_key' } } } };
    expect(told(await credentials({ config, main: { profiles: { a: key('a'), b: key('b') } } }))).toEqual([
      ['b', 'chosen'],
      ['a', 'not-listed'],
    ]);
  });

  test('is no filter when none of its profiles is stored', async () => {
    const config = { auth: { profiles: { gone: { provider: 'anthropic', mode: 'api_key' } } } };
    expect(told(await credentials({ config, main: { profiles: { a: key('a') } } }))).toEqual([
      ['a', 'chosen'],
      ['gone', 'not-stored'],
    ]);
  });

  test('is a filter still when what it lists is stored but cannot be used: then there is nothing to try', async () => {
    const config = { auth: { profiles: { b: { provider: 'anthropic', mode: 'api_key' } } } };
    const main = { profiles: { a: key('a'), b: { type: 'api_key', provider: 'anthropic', key: '' } } };
    expect(told(await credentials({ config, main }))).toEqual([
      ['b', 'blank'],
      ['a', 'not-listed'],
    ]);
  });

  test('mode and provider must agree with the store; mode oauth takes a token', async () => {
    const listed = { provider: 'anthropic', mode: 'token' };
    const config = { auth: { profiles: { a: listed, t: { ...listed, mode: 'oauth' }, u: listed, p: { provider: 'openai', mode: 'token' } } } };
    const main = { profiles: { a: key('a'), t: token('t'), u: token('u'), p: token('p') }, order: { anthropic: ['a', 'p', 't', 'u'] } };
    expect(told(await credentials({ config, main }))).toEqual([
      ['t', 'chosen'],
      ['u', 'next'],
      ['a', 'mode-mismatch'],
      ['p', 'provider-mismatch'],
    ]);
  });
});

test('blank, expired, of another provider, not refreshable: out, with the reason', async () => {
  const main = {
    profiles: {
      blank: { type: 'api_key', provider: 'anthropic', key: ' ' },
      expired: token('e', now),
      lasting: token('l', 0),
      other: { type: 'api_key', provider: 'openai', key: 'k' },
      spent: oauth({ refresh: '', expires: now - 1 }),
      login: oauth({ expires: now - 1 }),
      empty: oauth({ access: '', refresh: '' }),
    },
    order: { anthropic: ['spent', 'blank', 'expired', 'other', 'empty', 'login', 'lasting'] },
  };
  expect(told(await credentials({ main }))).toEqual([
    ['spent', 'no-refresh'],
    ['login', 'chosen'],
    ['lasting', 'next'],
    ['blank', 'blank'],
    ['expired', 'expired'],
    ['other', 'provider-mismatch'],
    ['empty', 'blank'],
  ]);
});

describe('variables and the provider key', () => {
  const env = { ANTHROPIC_API_KEY: apiKey('v') };
  const config = { models: { providers: { anthropic: { apiKey: apiKey('p'), models: [] } } }, env: { vars: { ANTHROPIC_API_KEY: apiKey('w') } } };

  test('count when no profile is there: token, key, provider key', async () => {
    expect(told(await credentials({ config, env: { ...env, ANTHROPIC_OAUTH_TOKEN: setupToken('o') } }))).toEqual([
      ['ANTHROPIC_OAUTH_TOKEN process', 'chosen'],
      ['ANTHROPIC_API_KEY process', 'behind ANTHROPIC_OAUTH_TOKEN'],
      ['ANTHROPIC_API_KEY config-env-vars', 'behind ANTHROPIC_API_KEY'],
      ['provider-key', 'behind ANTHROPIC_OAUTH_TOKEN'],
    ]);
  });

  test('the provider key counts when nothing else does', async () => {
    const { chosen } = await credentials({ config: { models: config.models } });
    expect(chosen?.source.from).toBe('provider-key');
    expect(chosen?.secret?.reveal()).toBe(apiKey('p'));
  });

  test('a profile keeps them out', async () => {
    expect(told(await credentials({ main: { profiles: { a: key('a') } }, env }))).toEqual([
      ['a', 'chosen'],
      ['ANTHROPIC_API_KEY process', 'behind a'],
    ]);
  });

  test('a profile that waits still keeps them out: nothing is left to use', async () => {
    const main = { profiles: { a: key('a') }, usageStats: { a: { cooldownUntil: now + 1 } } };
    const found = await credentials({ main, env });
    expect(told(found)).toEqual([
      ['a', 'waiting'],
      ['ANTHROPIC_API_KEY process', 'behind a'],
    ]);
    expect(found.chosen).toBeNull();
  });

  test('a profile that is never tried does not keep them out', async () => {
    expect(told(await credentials({ main: { profiles: { e: token('e', now - 1) } }, env }))).toEqual([
      ['ANTHROPIC_API_KEY process', 'chosen'],
      ['e', 'expired'],
    ]);
  });
});

test('each candidate names the file that holds it', async () => {
  const config = { agents: { list: [{ id: 'main' }, { id: 'alerts' }] } };
  const found = await credentials({ config, main: { profiles: { a: key('a'), b: key('b') } }, alerts: { profiles: { b: key('x') } } }, 'alerts');
  const files = found.candidates.map((one) => one.source.path?.replace(`${home?.stateDir}/agents/`, ''));
  expect(files).toEqual(['main/agent/auth-profiles.json', 'alerts/agent/auth-profiles.json']);
  expect(found.candidates[1]?.secret?.reveal()).toBe(apiKey('x'));
});

test('nothing at all: no candidate', async () => {
  expect(await credentials({})).toMatchObject({ candidates: [], chosen: null });
});

test('a standing in words', () => {
  const left = safeText('5 min');
  expect(standingWords({ state: 'waiting', until: 1, kind: 'disabled', reason: 'billing', model: null }, left)).toBe('disabled for 5 min (billing)');
  expect(standingWords({ state: 'waiting', until: 1, kind: 'cooldown', reason: null, model: null }, left)).toBe('cooling down for 5 min');
  expect(standingWords({ state: 'waiting', until: 1, kind: 'cooldown', reason: 'rate_limit', model: 'claude-opus-5' }, left)).toBe('cooling down for 5 min for claude-opus-5 alone (rate_limit)');
  expect(standingWords({ state: 'shadowed', by: 'evil\u001B' }, left)).toBe('not used: evil\\u{1B} comes first');
  expect(standingWords({ state: 'unusable', because: 'not-listed' }, left)).toBe('not listed in auth.profiles of the config');
});
