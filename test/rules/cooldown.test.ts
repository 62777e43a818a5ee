import { describe, expect, test } from 'vitest';
import type { UsageStats } from '../../src/openclaw/snapshot.ts';
import { currentStats, likeliestReason, unusableUntil, waitingOf } from '../../src/rules/cooldown.ts';
import { usageStats } from '../support/usage.ts';

const now = 1000;
const february = { text: '2026.2.24', year: 2026, month: 2, patch: 24 };
const september = { text: '2026.9.6', year: 2026, month: 9, patch: 6 };

function stats(more: Partial<UsageStats>): UsageStats {
  return { ...usageStats({}), ...more };
}

describe('waiting', () => {
  test.each<[Partial<UsageStats>, unknown]>([
    [{}, null],
    [{ cooldownUntil: now }, null],
    [{ cooldownUntil: now + 1 }, { until: now + 1, kind: 'cooldown', reason: null, model: null }],
    [{ disabledUntil: now + 1, disabledReason: 'billing' }, { until: now + 1, kind: 'disabled', reason: 'billing', model: null }],
    [{ disabledUntil: now + 1, disabledReason: 'billing', cooldownUntil: now + 5 }, { until: now + 5, kind: 'disabled', reason: 'billing', model: null }],
    [{ disabledUntil: now - 1, disabledReason: 'billing', cooldownUntil: now + 5 }, { until: now + 5, kind: 'cooldown', reason: null, model: null }],
  ])('%j waits: %j', (more, expected) => {
    expect(waitingOf(stats(more), now)).toEqual(expected);
  });

  test('a profile without stats does not wait; the later window counts', () => {
    expect(waitingOf(undefined, now)).toBeNull();
    expect(unusableUntil(stats({ cooldownUntil: 3, disabledUntil: 2 }))).toBe(3);
    expect(unusableUntil(stats({}))).toBeNull();
  });
});

describe('a window for one model', () => {
  const opus = { cooldownUntil: now + 9, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-5' };
  test.each<[Partial<UsageStats>, string | null, unknown]>([
    [opus, 'claude-opus-5', { until: now + 9, kind: 'cooldown', reason: 'rate_limit', model: 'claude-opus-5' }],
    [opus, 'claude-sonnet-5', null],
    [opus, null, { until: now + 9, kind: 'cooldown', reason: 'rate_limit', model: 'claude-opus-5' }],
    [{ ...opus, disabledUntil: now + 3, disabledReason: 'billing' }, 'claude-sonnet-5', { until: now + 3, kind: 'disabled', reason: 'billing', model: null }],
    [{ ...opus, disabledUntil: now + 3, disabledReason: 'billing' }, 'claude-opus-5', { until: now + 9, kind: 'disabled', reason: 'billing', model: null }],
    [{ blockedUntil: now + 4, blockedReason: 'subscription_limit' }, 'claude-opus-5', { until: now + 4, kind: 'cooldown', reason: 'subscription_limit', model: null }],
    [{ blockedUntil: now + 4, blockedModel: 'gpt' }, 'claude-opus-5', null],
  ])('%j, asked for %s: %j', (more, model, expected) => {
    expect(waitingOf(stats(more), now, model)).toEqual(expected);
  });
});

test.each<[Record<string, number>, string | null]>([
  [{}, null],
  [{ rate_limit: 1, auth: 1 }, 'auth'],
  [{ rate_limit: 2, auth: 1 }, 'rate_limit'],
  [{ odd: 1, unknown: 1 }, 'unknown'],
])('the likeliest reason of %j is %s', (counts, expected) => {
  expect(likeliestReason(stats({ failureCounts: new Map(Object.entries(counts)) }))).toBe(expected);
});

describe('what OpenClaw makes of windows that are over', () => {
  const counted = { errorCount: 3, failureCounts: new Map([['auth', 3]]), lastFailureAt: 5 };

  test('the last one takes the counters with it', () => {
    expect(currentStats(stats({ ...counted, cooldownUntil: now }), now, february)).toEqual(stats({ lastFailureAt: 5 }));
  });

  test('one of two leaves the other and the counters', () => {
    const both = stats({ ...counted, cooldownUntil: now + 5, disabledUntil: now - 5, disabledReason: 'billing' });
    expect(currentStats(both, now, february)).toEqual(stats({ ...counted, cooldownUntil: now + 5 }));
  });

  test('from 2026.9.6 on the count of rate limits stays', () => {
    const limited = stats({ errorCount: 2, failureCounts: new Map([['auth', 1], ['rate_limit', 4]]), cooldownUntil: now, cooldownReason: 'rate_limit', cooldownModel: 'claude-opus-5' });
    expect(currentStats(limited, now, september)).toEqual(stats({ failureCounts: new Map([['rate_limit', 4]]) }));
  });

  test('without any window the counters stay', () => {
    expect(currentStats(stats(counted), now, february)).toEqual(stats(counted));
  });
});
