import { describe, expect, test } from 'vitest';
import type { UsageStats } from '../../src/openclaw/snapshot.ts';
import { currentStats, likeliestReason, unusableUntil, waitingOf } from '../../src/rules/cooldown.ts';
import { usageStats } from '../support/usage.ts';

const now = 1000;

function stats(more: Partial<UsageStats>): UsageStats {
  return { ...usageStats({}), ...more };
}

describe('waiting', () => {
  test.each<[Partial<UsageStats>, unknown]>([
    [{}, null],
    [{ cooldownUntil: now }, null],
    [{ cooldownUntil: now + 1 }, { until: now + 1, kind: 'cooldown', reason: null }],
    [{ disabledUntil: now + 1, disabledReason: 'billing' }, { until: now + 1, kind: 'disabled', reason: 'billing' }],
    [{ disabledUntil: now + 1, disabledReason: 'billing', cooldownUntil: now + 5 }, { until: now + 5, kind: 'disabled', reason: 'billing' }],
    [{ disabledUntil: now - 1, disabledReason: 'billing', cooldownUntil: now + 5 }, { until: now + 5, kind: 'cooldown', reason: null }],
  ])('%j waits: %j', (more, expected) => {
    expect(waitingOf(stats(more), now)).toEqual(expected);
  });

  test('a profile without stats does not wait; the later window counts', () => {
    expect(waitingOf(undefined, now)).toBeNull();
    expect(unusableUntil(stats({ cooldownUntil: 3, disabledUntil: 2 }))).toBe(3);
    expect(unusableUntil(stats({}))).toBeNull();
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
    expect(currentStats(stats({ ...counted, cooldownUntil: now }), now)).toEqual(stats({ lastFailureAt: 5 }));
  });

  test('one of two leaves the other and the counters', () => {
    const both = stats({ ...counted, cooldownUntil: now + 5, disabledUntil: now - 5, disabledReason: 'billing' });
    expect(currentStats(both, now)).toEqual(stats({ ...counted, cooldownUntil: now + 5 }));
  });

  test('without any window the counters stay', () => {
    expect(currentStats(stats(counted), now)).toEqual(stats(counted));
  });
});
