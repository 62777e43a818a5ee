import { afterEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { credentialGroups, credentialsOfAgents } from '../../src/rules/agent-credentials.ts';
import { agentEntry } from '../../src/rules/agent-state.ts';
import { boardEntries, type BoardEntry } from '../../src/rules/board.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { keepLastGood } from '../../src/rules/last-good.ts';
import { nextUpcoming } from '../../src/rules/upcoming.ts';
import { readHome, type ReadHome } from '../support/facts.ts';
import { apiKey, setupToken, type HomeContent } from '../support/homes.ts';

const now = 1_800_000_000_000;
const dayMs = 86_400_000;

const homes: ReadHome[] = [];

afterEach(async () => {
  for (const { home } of homes.splice(0)) await home.dispose();
});

async function snapshotOf(content: HomeContent, variables: Readonly<Record<string, string>> = {}): Promise<Snapshot> {
  const made = await readHome(content, variables);
  homes.push(made);
  return (await made.read(now)).snapshot;
}

function boardOf(snapshot: Snapshot, at = now): readonly BoardEntry[] {
  return boardEntries(snapshot, credentialGroups(snapshot, at), at);
}

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const token = (letter: string, expires?: number): object => ({ type: 'token', provider: 'anthropic', token: setupToken(letter), ...(expires === undefined ? {} : { expires }) });
const agents = { list: [{ id: 'main' }, { id: 'research' }, { id: 'alerts' }] };

function find(board: readonly BoardEntry[], id: string, owner: string | null = null): BoardEntry {
  const entry = board.find(({ source, owner: of }) => source.from === 'profile' && source.profileId === id && of === owner);
  if (entry === undefined) throw new Error(`${id} is not on the board`);
  return entry;
}

describe('the board', () => {
  it('has each credential once, with all agents that use it', async () => {
    const board = boardOf(await snapshotOf({ config: { agents }, stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') } } } }));
    expect(board).toHaveLength(1);
    expect(board[0]).toMatchObject({ usedBy: ['main', 'research', 'alerts'], reach: 3, attention: 'used' });
  });

  it('keeps two stores that hold the same id apart, and says whose the second is', async () => {
    const board = boardOf(
      await snapshotOf({
        config: { agents },
        stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') } }, alerts: { version: 1, profiles: { 'anthropic:a': key('z') } } },
      }),
    );
    expect(find(board, 'anthropic:a').usedBy).toEqual(['main', 'research']);
    expect(find(board, 'anthropic:a', 'alerts').usedBy).toEqual(['alerts']);
  });

  it('shows a wait that concerns one agent alone, and that the others use it', async () => {
    const board = boardOf(
      await snapshotOf({
        config: { agents },
        stores: {
          main: { version: 1, profiles: { 'anthropic:a': key('a') } },
          alerts: { version: 1, profiles: {}, usageStats: { 'anthropic:a': { errorCount: 3, cooldownUntil: now + 9000 } } },
        },
      }),
    );
    expect(find(board, 'anthropic:a')).toMatchObject({ standing: { state: 'waiting', until: now + 9000 }, usedBy: ['main', 'research'], stats: { errorCount: 3 } });
  });

  it('does not count an agent with another provider’s model as a user', async () => {
    const list = [{ id: 'main' }, { id: 'gpt', model: 'openai/gpt-5.2' }];
    const board = boardOf(await snapshotOf({ config: { agents: { list } }, stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') } } } }));
    expect(find(board, 'anthropic:a')).toMatchObject({ usedBy: ['main'], reach: 2 });
  });

  it('forgets the counters of a window that is over, as OpenClaw does', async () => {
    const board = boardOf(
      await snapshotOf({
        stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') }, usageStats: { 'anthropic:a': { errorCount: 4, cooldownUntil: now - 1, lastFailureAt: now - 9 } } } },
      }),
    );
    expect(find(board, 'anthropic:a').stats).toMatchObject({ errorCount: 0, lastFailureAt: now - 9 });
  });

  it.each([
    ['expired', { 'anthropic:x': token('x', now) }, {}, 'broken'],
    ['near its end', { 'anthropic:x': token('x', now + 30 * dayMs) }, {}, 'ending'],
    ['far from its end', { 'anthropic:x': token('x', now + 31 * dayMs) }, {}, 'used'],
    ['without a secret', { 'anthropic:x': { type: 'api_key', provider: 'anthropic', key: ' ' } }, {}, 'broken'],
    ['disabled', { 'anthropic:x': key('x') }, { disabledUntil: now + 1, disabledReason: 'billing' }, 'disabled'],
    ['cooling down', { 'anthropic:x': key('x') }, { cooldownUntil: now + 1 }, 'cooling'],
  ])('asks for the right attention when a profile is %s', async (_name, profiles, stats, wanted) => {
    const board = boardOf(await snapshotOf({ stores: { main: { version: 1, profiles, usageStats: { 'anthropic:x': stats } } } }));
    expect(find(board, 'anthropic:x').attention).toBe(wanted);
  });

  it('lists a variable that a profile keeps out', async () => {
    const board = boardOf(await snapshotOf({ stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') } } } }, { ANTHROPIC_API_KEY: apiKey('e') }));
    expect(board.map(({ source, attention }) => [source.from, attention])).toEqual([['profile', 'used'], ['variable', 'idle']]);
  });
});

describe('the credentials of many agents', () => {
  it('are those that each agent would get by itself', async () => {
    const snapshot = await snapshotOf({
      config: { agents },
      stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') } }, alerts: { version: 1, profiles: { 'anthropic:b': token('b') } } },
    });
    const groups = credentialGroups(snapshot, now);
    expect(groups.map((group) => group.agents.map(({ id }) => id))).toEqual([['main', 'research'], ['alerts']]);
    expect(credentialsOfAgents(snapshot, groups)).toEqual(snapshot.agents.map((agent) => credentialsFor(snapshot, agent, now)));
  });
});

describe('what comes next', () => {
  it('is the earliest end of a wait or of a token, whichever agent it concerns', async () => {
    const snapshot = await snapshotOf({
      config: { agents },
      stores: {
        main: { version: 1, profiles: { 'anthropic:a': key('a'), 'anthropic:t': token('t', now + 8000) }, usageStats: { 'anthropic:a': { cooldownUntil: now + 9000 } } },
        alerts: { version: 1, profiles: {}, usageStats: { 'anthropic:a': { cooldownUntil: now + 5000 } } },
      },
    });
    expect(nextUpcoming(boardOf(snapshot), now)).toMatchObject({ what: 'back', at: now + 5000 });
    expect(nextUpcoming(boardOf(snapshot), now + 5000)).toMatchObject({ what: 'ends', at: now + 8000 });
    expect(nextUpcoming(boardOf(snapshot), now + 9000)).toBeNull();
  });
});

describe('an agent', () => {
  it('is ready, waits for the soonest, has nothing, or is not Anthropic’s', async () => {
    const list = [{ id: 'main' }, { id: 'gpt', model: 'openai/gpt-5.2' }];
    const profiles = { 'anthropic:a': key('a'), 'anthropic:b': key('b') };
    const states = async (store: object): Promise<readonly string[]> => {
      const snapshot = await snapshotOf({ config: { agents: { list } }, stores: { main: store } });
      return snapshot.agents.map((agent) => agentEntry(credentialsFor(snapshot, agent, now)).state.state);
    };
    expect(await states({ version: 1, profiles })).toEqual(['ready', 'other-provider']);
    expect(await states({ version: 1, profiles: {} })).toEqual(['no-credential', 'other-provider']);
    const waiting = { version: 1, profiles, usageStats: { 'anthropic:a': { cooldownUntil: now + 9 }, 'anthropic:b': { disabledUntil: now + 7 } } };
    expect(await states(waiting)).toEqual(['waiting', 'other-provider']);
    const snapshot = await snapshotOf({ stores: { main: waiting } });
    const [main] = snapshot.agents;
    expect(main === undefined ? null : agentEntry(credentialsFor(snapshot, main, now)).state).toMatchObject({ until: now + 7 });
  });
});

describe('a file that becomes unreadable', () => {
  it('is named also when nothing older is known, and a file that is gone is not', async () => {
    const broken = await snapshotOf({ stores: { main: '{' } });
    expect(keepLastGood(null, broken).lost).toMatchObject([{ isKept: false }]);
    const full = await snapshotOf({ stores: { main: { version: 1, profiles: { 'anthropic:a': key('a') } } } });
    const gone = { ...full, sharedStore: { state: 'missing', path: 'x' } as const };
    expect(keepLastGood(full, gone)).toEqual({ snapshot: gone, lost: [] });
  });
});
