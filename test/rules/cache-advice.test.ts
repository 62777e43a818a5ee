import { afterEach, describe, expect, it } from 'vitest';
import { pricesAsOf, pricesOf, type ModelPrices } from '../../src/anthropic/models.ts';
import { adviceFor, cheapest, dailyCosts, heartbeatMs, missesEveryTime } from '../../src/rules/cache-advice.ts';
import { cacheLine } from '../../src/rules/cache-table.ts';
import { placeRemarks } from '../../src/words/cache-advice.ts';
import { makeHome, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

const minute = 60_000;
const opus = { ref: 'anthropic/claude-opus-4-6', provider: 'anthropic', modelId: 'claude-opus-4-6', written: null, pinned: null, from: 'built-in' } as const;
const homes: TestHome[] = [];

afterEach(async () => {
  for (const home of homes.splice(0)) await home.dispose();
});

function prices(modelId: string): ModelPrices {
  const found = pricesOf(modelId);
  if (found === null) throw new Error(`no prices of ${modelId}`);
  return found;
}

describe('what a retention costs', () => {
  it.each([
    ['claude-opus-5-5', { none: 3.84, short: 4.8, long: 0.192 }],
    ['claude-opus-5', { none: 4.8, short: 6, long: 0.48 }],
    ['claude-haiku-5-5', { none: 0.096, short: 0.12, long: 0.0096 }],
  ])('20,000 tokens every half hour with %s', (modelId, expected) => {
    const costs = dailyCosts(prices(modelId), { everyMs: 30 * minute, prefixTokens: 20_000 });
    for (const [name, value] of Object.entries(expected)) expect(costs[name === 'none' ? 'none' : name === 'short' ? 'short' : 'long']).toBeCloseTo(value, 6);
    expect(cheapest(costs)).toBe('long');
  });

  it.each([
    [1, 'short'],
    [5, 'short'],
    [6, 'long'],
    [60, 'long'],
    [61, 'none'],
  ])('a call every %i minutes is cheapest with %s', (minutes, best) => {
    expect(cheapest(dailyCosts(prices('claude-opus-4-6'), { everyMs: minutes * minute, prefixTokens: 20_000 }))).toBe(best);
  });

  it('a prompt below the minimum of its model costs the same with every setting', () => {
    expect(cheapest(dailyCosts(prices('claude-opus-4-6'), { everyMs: minute, prefixTokens: 4095 }))).toBe('none');
    expect(cheapest(dailyCosts(prices('claude-opus-4-6'), { everyMs: minute, prefixTokens: 4096 }))).toBe('short');
  });

  it('larger prompts have their own price where the model has one', () => {
    const at = (prefixTokens: number): number => dailyCosts(prices('claude-haiku-5-5'), { everyMs: 60 * minute, prefixTokens }).none / prefixTokens;
    expect(at(100_001) / at(100_000)).toBeCloseTo(5);
  });
});

describe('behind a base URL that is not Anthropic’s', () => {
  const models = { providers: { anthropic: { baseUrl: 'https://proxy.invalid', models: [] } } };

  it.each([
    ['2026.2.24', 'long costs what short does, which is what goes on the wire', true],
    ['2026.9.6', 'long is an hour all the same', false],
  ])('%s: %s', async (version, _meaning, lost) => {
    const home = await makeHome({ config: { models } });
    homes.push(home);
    const snapshot = await readHome(home.host({ CLAWDIAL_OPENCLAW_VERSION: version }), 0);
    const line = cacheLine(snapshot, { ...agentNamed(snapshot, 'main'), model: opus }, []);
    const { costs, best } = adviceFor(line, { everyMs: 30 * minute, prefixTokens: 20_000 });
    expect(costs?.long === costs?.short).toBe(lost);
    expect(best).toBe(lost ? 'none' : 'long');
    expect(placeRemarks(line).join(' ').includes('long is 5 minutes on the wire')).toBe(lost);
  });
});

describe('prices', () => {
  it('are never borrowed from another model, but a dated id is the same model', () => {
    expect(pricesOf('claude-fable-5-2')).toBeNull();
    expect(pricesOf('claude-opus-4-5-20251101')?.minimumTokens).toBe(4096);
    expect(pricesAsOf.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('the heartbeat', () => {
  const beat = async (config: object, agent = 'main'): Promise<number | null> => {
    const home = await makeHome({ config });
    homes.push(home);
    const snapshot = await readHome(home.host(), 0);
    return heartbeatMs(snapshot, agentNamed(snapshot, agent));
  };
  const auth = (mode: string): object => ({ profiles: { 'anthropic:default': { provider: 'anthropic', mode } } });

  it('is what OpenClaw puts there itself when nothing is written', async () => {
    expect(await beat({ auth: auth('api_key') })).toBe(30 * minute);
    expect(await beat({ auth: auth('token') })).toBe(60 * minute);
    expect(await beat({})).toBeNull();
  });

  it('is the agent’s own before that of all, and a bare number means minutes', async () => {
    const agents = { defaults: { heartbeat: { every: '10m' } }, list: [{ id: 'main' }, { id: 'b', heartbeat: { every: '45' } }, { id: 'off', heartbeat: { every: '0m' } }] };
    expect(await beat({ agents }, 'b')).toBe(45 * minute);
    expect(await beat({ agents }, 'off')).toBeNull();
    expect(await beat({ agents }, 'main')).toBeNull();
    expect(await beat({ agents: { ...agents, list: [{ id: 'main' }] } })).toBe(10 * minute);
  });

  it('comes too late for what the cache kept, or not', () => {
    expect(missesEveryTime(30 * minute, '5m')).toBe(true);
    expect(missesEveryTime(30 * minute, '1h')).toBe(false);
    expect(missesEveryTime(30 * minute, null)).toBe(false);
  });
});
