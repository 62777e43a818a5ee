import { afterEach, describe, expect, it } from 'vitest';
import { nextTickMs } from '../../../components/dashboard/derive.ts';
import { selectedEntry } from '../../../components/dashboard/selection.ts';
import type { CheckReport } from '../../../src/anthropic/verdict.ts';
import { apiKey, setupToken, type HomeContent } from '../../support/homes.ts';
import { dashboardHome, disposeHomes, Run } from './support.ts';

const now = 1_800_000_000_000;

afterEach(disposeHomes);

function content(more: { readonly usageStats?: object; readonly baseUrl?: string } = {}): HomeContent {
  return {
    config: {
      meta: { lastTouchedVersion: '2026.2.24' },
      agents: { list: [{ id: 'main' }, { id: 'research' }, { id: 'alerts' }] },
      ...(more.baseUrl === undefined ? {} : { models: { providers: { anthropic: { baseUrl: more.baseUrl } } } }),
    },
    stores: {
      main: {
        version: 1,
        profiles: {
          'anthropic:a': { type: 'api_key', provider: 'anthropic', key: apiKey('a') },
          'anthropic:b': { type: 'api_key', provider: 'anthropic', key: apiKey('b') },
          'anthropic:old': { type: 'token', provider: 'anthropic', token: setupToken('o'), expires: now - 1000 },
        },
        usageStats: more.usageStats ?? { 'anthropic:b': { errorCount: 1, cooldownUntil: now + 5000, failureCounts: { rate_limit: 1 } } },
      },
    },
  };
}

async function start(more: Parameters<typeof content>[0] = {}): Promise<Run> {
  const { reading } = await dashboardHome(content(more));
  return new Run(reading, now);
}

const report: CheckReport = { verdict: 'valid', steps: [], finding: null, models: [], quota: [], limits: [], requestIds: [], clockAheadMs: null };

const names = ({ state }: Run): readonly string[] => state.shown.board.map(({ source }) => (source.from === 'profile' ? source.profileId : source.from));

describe('what needs attention', () => {
  it('stands first: what can never work, then what waits, then what is used', async () => {
    expect(names(await start())).toEqual(['anthropic:old', 'anthropic:b', 'anthropic:a']);
  });

  it('is sorted by name, by the soonest back and by last use with s, and by attention again', async () => {
    const run = await start({ usageStats: { 'anthropic:a': { lastUsed: now - 5 }, 'anthropic:b': { cooldownUntil: now + 5000, lastUsed: now - 1 } } });
    expect(names(run.send({ type: 'sort' }))).toEqual(['anthropic:a', 'anthropic:b', 'anthropic:old']);
    expect(names(run.send({ type: 'sort' }))).toEqual(['anthropic:b', 'anthropic:a', 'anthropic:old']);
    expect(names(run.send({ type: 'sort' }))).toEqual(['anthropic:b', 'anthropic:a', 'anthropic:old']);
    expect(run.send({ type: 'sort' }).state.sort).toBe('attention');
  });
});

describe('a file that stays unreadable', () => {
  it('shows what it held for a moment, and then the truth', async () => {
    const { reading, home, read } = await dashboardHome(content());
    const run = new Run(reading, now);
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', '{ torn');
    const torn = await read();
    run.send({ type: 'facts', reading: torn, now });
    expect(names(run)).toContain('anthropic:a');
    expect(nextTickMs({ ...run.state, upcoming: null })).toBeLessThanOrEqual(2000);
    run.send({ type: 'tick', now: now + 1999 });
    expect(names(run)).toContain('anthropic:a');
    run.send({ type: 'tick', now: now + 2000 });
    expect(names(run)).not.toContain('anthropic:a');
    run.send({ type: 'facts', reading, now: now + 2100 });
    expect(names(run)).toContain('anthropic:a');
  });
});

describe('its agents', () => {
  it('are gone to with o, whatever filter hid them', async () => {
    const run = await start();
    run.send({ type: 'sort' }, { type: 'filter' }, { type: 'filter-text', text: ':a' }, { type: 'continue' }, { type: 'agents' });
    expect(run.state).toMatchObject({ focus: 'agents', filter: '', selection: { agents: { key: 'main' } } });
  });

  it('of a credential that none uses are said to be none', async () => {
    const run = await start();
    run.send({ type: 'agents' });
    expect(run.state.focus).toBe('board');
    expect(run.state.notice).not.toBeNull();
  });
});

describe('the clock', () => {
  it('ends a cooldown at its own instant, not by counting', async () => {
    const run = await start();
    expect(run.send({ type: 'tick', now: now + 4999 }).state.entries.find(({ key }) => key.includes(':b '))?.standing.state).toBe('waiting');
    expect(run.send({ type: 'tick', now: now + 5000 }).state.entries.find(({ key }) => key.includes(':b '))?.standing.state).not.toBe('waiting');
  });

  it('that is set back makes a cooldown run again', async () => {
    const run = await start();
    run.send({ type: 'tick', now: now + 6000 }, { type: 'tick', now: now + 1000 });
    expect(run.state.entries.find(({ key }) => key.includes(':b '))?.standing).toMatchObject({ state: 'waiting', until: now + 5000 });
  });

  it('ticks each second while something counts down, in step with it, and each minute otherwise', async () => {
    const run = await start();
    expect(nextTickMs({ ...run.state, upcoming: run.state.upcoming, now })).toBe(1000);
    expect(nextTickMs({ ...run.state, upcoming: run.state.upcoming, now: now + 300 })).toBe(700);
    expect(nextTickMs({ ...run.state, upcoming: run.state.upcoming, now: now + 4900 })).toBe(100);
    expect(nextTickMs({ ...run.state, upcoming: null, now })).toBe(10_000);
    expect(nextTickMs({ ...run.state, upcoming: run.state.upcoming, now: now + 1300 }, 2000)).toBe(1700);
  });
});

describe('the selection', () => {
  it('stays on its credential when the order changes, and on its place when that is gone', async () => {
    const run = await start();
    run.send({ type: 'move', lines: 1 });
    expect(selectedEntry(run.state)?.key).toContain('anthropic:b ');
    run.send({ type: 'sort' }, { type: 'sort' });
    expect(selectedEntry(run.state)?.key).toContain('anthropic:b ');
    run.send({ type: 'filter-text', text: ':a' });
    expect(selectedEntry(run.state)?.key).toContain('anthropic:a ');
  });

  it('goes to both ends and no further', async () => {
    const run = await start();
    run.send({ type: 'move', lines: Infinity }, { type: 'move', lines: 1 });
    expect(selectedEntry(run.state)?.key).toContain('anthropic:a ');
    run.send({ type: 'move', lines: -Infinity }, { type: 'move', lines: -20 });
    expect(selectedEntry(run.state)?.key).toContain('anthropic:old ');
  });

  it('of an empty list is nothing, and keys do no harm', async () => {
    const run = await start();
    run.send({ type: 'filter-text', text: 'no such thing' }, { type: 'move', lines: 1 }, { type: 'check' }, { type: 'detail' });
    expect(selectedEntry(run.state)).toBeNull();
    expect(run.effects).toEqual([]);
  });
});

describe('Esc', () => {
  it('goes out of what is open, then clears the filter, then leaves', async () => {
    const run = await start();
    run.send({ type: 'filter' }, { type: 'filter-text', text: 'a' }, { type: 'continue' }, { type: 'help' });
    expect(run.send({ type: 'back' }).state).toMatchObject({ mode: { name: 'tables' }, filter: 'a' });
    expect(run.send({ type: 'back' }).state.filter).toBe('');
    expect(run.send({ type: 'back' }).effects).toEqual([{ do: 'cancel' }, { do: 'leave' }]);
  });

  it('while the filter is typed forgets it', async () => {
    const run = await start();
    run.send({ type: 'filter' }, { type: 'filter-text', text: 'ab👍' }, { type: 'filter-delete' });
    expect(run.state.filter).toBe('ab');
    expect(run.send({ type: 'back' }).state).toMatchObject({ filter: '', mode: { name: 'tables' } });
  });

  it('ends a running check, whose late answer counts for nothing', async () => {
    const run = await start();
    run.send({ type: 'check' }, { type: 'back' }, { type: 'checked', id: 1, report, now });
    expect(run.effects.map((effect) => effect.do)).toEqual(['check', 'cancel']);
    expect(run.state.verdicts.size).toBe(0);
    expect(run.state.mode.name).toBe('tables');
  });
});

describe('the live check', () => {
  it('sends the selected secret with the header of its own kind, and remembers the verdict and its time', async () => {
    const run = await start();
    run.send({ type: 'check' });
    const [effect] = run.effects;
    expect(effect).toMatchObject({ do: 'check', id: 1, credential: { kind: 'setup-token' } });
    run.send({ type: 'checked', id: 1, report, now: now + 7 }, { type: 'continue' });
    expect([...run.state.verdicts.values()]).toEqual([{ verdict: 'valid', at: now + 7 }]);
  });

  it('of an agent is that of the credential it uses', async () => {
    const run = await start();
    run.send({ type: 'switch' }, { type: 'check' });
    const [effect] = run.effects;
    expect(effect?.do === 'check' && effect.credential.secret.reveal()).toBe(apiKey('a'));
  });

  it('asks once before a foreign host, and never sends to an unsafe one', async () => {
    const run = await start({ baseUrl: 'https://proxy.example.invalid' });
    expect(run.send({ type: 'check' }).state.mode.name).toBe('trust');
    expect(run.effects).toEqual([]);
    run.send({ type: 'trust' }, { type: 'checked', id: 1, report, now }, { type: 'continue' }, { type: 'check' });
    expect(run.effects.map((effect) => effect.do)).toEqual(['check', 'check']);
    const unsafe = await start({ baseUrl: 'http://proxy.example.invalid' });
    unsafe.send({ type: 'check' });
    expect(unsafe.state.mode.name).toBe('trust');
    expect(unsafe.effects).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it('keeps what it held on the board until it can be read again', async () => {
    const { home, reading, read } = await dashboardHome(content());
    const run = new Run(reading, now);
    const before = names(run);
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', '{"version": 1, "prof');
    run.send({ type: 'facts', reading: await read(), now });
    expect(names(run)).toEqual(before);
    expect(run.state.lost).toMatchObject([{ isKept: true, problem: { kind: 'syntax' } }]);
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', { version: 1, profiles: {} });
    run.send({ type: 'facts', reading: await read(), now });
    expect(names(run)).toEqual([]);
    expect(run.state.lost).toEqual([]);
  });

  it('that is the config keeps the agents, and fresh stores still show', async () => {
    const { home, reading, read } = await dashboardHome(content());
    const run = new Run(reading, now);
    await home.write('.openclaw/openclaw.json', '{ agents: ');
    await home.write('.openclaw/agents/main/agent/auth-profiles.json', {
      version: 1,
      profiles: { 'anthropic:new': { type: 'api_key', provider: 'anthropic', key: apiKey('n') } },
    });
    run.send({ type: 'facts', reading: await read(), now });
    expect(run.state.agents.map(({ agent }) => agent.id)).toEqual(['main', 'research', 'alerts']);
    expect(names(run)).toEqual(['anthropic:new']);
  });
});
