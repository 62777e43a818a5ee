import { describe, expect, it } from 'vitest';
import { pricesOf } from '../../src/anthropic/models.ts';
import type { UsageCall } from '../../src/openclaw/usage-records.ts';
import { cheapest, dailyCosts } from '../../src/rules/cache-advice.ts';
import { summariseUsage } from '../../src/rules/usage-summary.ts';

const minute = 60_000;
const day = 86_400_000;

function callsAt(...minutes: readonly number[]): readonly UsageCall[] {
  return minutes.map((at) => ({ at: at * minute, input: 100, cacheRead: 700, cacheWrite: 200 }));
}

describe('what the records of an agent say', () => {
  it.each([
    ['nothing', []],
    ['one call', callsAt(5)],
  ])('%s leaves no interval', (_, calls) => {
    expect(summariseUsage(calls)).toBeNull();
  });

  it.each([
    [[0, 10], 10, 0, 1],
    [[0, 5, 65], 32.5, 0.5, 1],
    [[65, 0, 5], 32.5, 0.5, 1],
    [[0, 1, 3, 100], 2, 2 / 3, 2 / 3],
    [[0, 61], 61, 0, 0],
  ])('calls at minutes %j have a middle gap of %d minutes', (minutes, gap, short, long) => {
    const summary = summariseUsage(callsAt(...minutes));
    expect(summary).toMatchObject({ calls: minutes.length, medianGapMs: gap * minute, from: 0, to: Math.max(...minutes) * minute });
    expect(summary?.within5Minutes).toBeCloseTo(short);
    expect(summary?.within60Minutes).toBeCloseTo(long);
  });

  it('the size is the middle one of the calls that used the cache; the hit rate is of all tokens', () => {
    const calls = [
      { at: 1, input: 100, cacheRead: 0, cacheWrite: 900 },
      { at: 2, input: 100, cacheRead: 1100, cacheWrite: 0 },
      { at: 3, input: 1800, cacheRead: 0, cacheWrite: 0 },
    ];
    expect(summariseUsage(calls)).toMatchObject({ prefixTokens: 1000, hitRate: 1100 / 4000 });
    expect(summariseUsage(calls.map((call) => ({ ...call, cacheRead: 0, cacheWrite: 0 })))).toMatchObject({ prefixTokens: null, hitRate: 0 });
  });

  it('a burst counts as the calls of a day, and a week as a week', () => {
    expect(summariseUsage(callsAt(0, 1, 2))?.callsPerDay).toBe(3);
    expect(summariseUsage(callsAt(0, (2 * day) / minute))?.callsPerDay).toBe(1);
  });

  it('bursts with half an hour between them are cheapest with long, though the middle gap is a minute', () => {
    const prices = pricesOf('claude-opus-4-6');
    const summary = summariseUsage(callsAt(0, 1, 2, 32, 33, 34, 64, 65, 66));
    if (prices === null || summary === null) throw new Error('no prices, or no summary');
    expect(summary.medianGapMs).toBe(minute);
    expect(cheapest(dailyCosts(prices, { everyMs: summary.medianGapMs, prefixTokens: 20_000, gaps: summary }))).toBe('long');
  });
});
