import { describe, expect, test } from 'vitest';
import type { UsageStats } from '../../src/openclaw/snapshot.ts';
import { objectAt, valueAt } from '../../src/openclaw/json-object.ts';
import { parseVersion } from '../../src/openclaw/version.ts';
import { cooldownSettings, failureKind, nextFailure } from '../../src/rules/cooldown-ladder.ts';
import { oracleRounds, sharedPresent } from '../support/shared.ts';
import { usageStats as stats } from '../support/usage.ts';

const now = 1_790_000_000_000;
const minute = 60_000;
const hour = 3_600_000;
const february = { text: '2026.2.24', year: 2026, month: 2, patch: 24 };
const usual = cooldownSettings({}, 'anthropic', february);

describe('what the next failure costs', () => {
  test.each([
    [0, 1],
    [1, 5],
    [2, 25],
    [3, 60],
    [4, 60],
    [5000, 60],
  ])('after %d failures of any kind: %d minutes', (errorCount, minutes) => {
    const before = stats({ errorCount, failureCounts: { billing: errorCount }, lastFailureAt: now - hour });
    expect(nextFailure(before, 'other', usual, now)).toEqual({ kind: 'cooldown', durationMs: minutes * minute, until: now + minutes * minute });
  });

  test.each([
    [0, 5],
    [1, 10],
    [2, 20],
    [3, 24],
    [2000, 24],
  ])('after %d billing failures: disabled for %d hours', (billing, hours) => {
    const before = stats({ errorCount: 9, failureCounts: { billing, auth: 9 }, lastFailureAt: now - hour });
    expect(nextFailure(before, 'billing', usual, now)).toEqual({ kind: 'disabled', durationMs: hours * hour, until: now + hours * hour });
  });

  test.each([
    [0, 30],
    [1, 60],
    [2, 300],
    [9, 300],
  ])('from 2026.3.28 on, after %d failures: %d seconds', (errorCount, seconds) => {
    const later = cooldownSettings({}, 'anthropic', { text: '2026.3.28', year: 2026, month: 3, patch: 28 });
    expect(nextFailure(stats({ errorCount, lastFailureAt: now - hour }), 'other', later, now).durationMs).toBe(seconds * 1000);
  });

  test('the first failure of a profile without a record', () => {
    expect(nextFailure(null, 'other', usual, now).durationMs).toBe(minute);
    expect(nextFailure(null, 'billing', usual, now).durationMs).toBe(5 * hour);
  });

  test('counters start again after a day without a failure, not because a window is over', () => {
    const over = { errorCount: 3, cooldownUntil: now - 1 };
    expect(nextFailure(stats({ ...over, lastFailureAt: now - 24 * hour }), 'other', usual, now).durationMs).toBe(hour);
    expect(nextFailure(stats({ ...over, lastFailureAt: now - 24 * hour - 1 }), 'other', usual, now).durationMs).toBe(minute);
  });

  test('an open window is neither shortened nor extended', () => {
    expect(nextFailure(stats({ errorCount: 1, cooldownUntil: now + 7 }), 'other', usual, now)).toEqual({ kind: 'cooldown', durationMs: 7, until: now + 7 });
    expect(nextFailure(stats({ errorCount: 1, disabledUntil: now + 9 }), 'billing', usual, now).until).toBe(now + 9);
    expect(nextFailure(stats({ errorCount: 1, disabledUntil: now + 9 }), 'other', usual, now).durationMs).toBe(5 * minute);
  });

  test.each([
    [{ billingBackoffHours: 2 }, 2],
    [{ billingBackoffHours: 2, billingBackoffHoursByProvider: { ' Anthropic ': 3, openai: 9 } }, 3],
    [{ billingBackoffHours: 48 }, 48],
    [{ billingBackoffHours: 0, billingMaxHours: -1 }, 5],
    [{ billingBackoffHours: '7' }, 5],
    [{ billingBackoffHours: 0.001 }, 1 / 60],
  ])('auth.cooldowns %j: first disabled for %d hours', (cooldowns, hours) => {
    expect(nextFailure(null, 'billing', cooldownSettings({ auth: { cooldowns } }, 'anthropic', february), now).durationMs).toBeCloseTo(hours * hour);
  });
});

describe.skipIf(!sharedPresent).each(['2026.2.24', '2026.9.6'])('what OpenClaw %s wrote, round by round', async (text) => {
  const runs = (await oracleRounds(text)).filter(([, rounds]) => rounds.every((round) => 'lastFailureAt' in objectAt(round, 'bad')));
  // A single profile of 2026.2.24 has its record wiped by the same run.
  const kept = runs.filter(([, rounds]) => rounds.every((round) => Number(valueAt(round, 'bad', 'errorCount')) > 0));
  const settings = cooldownSettings({}, 'anthropic', parseVersion(text) ?? february);
  test.each(kept)('%s', (name, rounds) => {
    let before: UsageStats | null = null;
    expect(rounds.length).toBeGreaterThan(1);
    for (const round of rounds) {
      const bad = objectAt(round, 'bad');
      const isDisabled = 'disabledUntil' in bad;
      const written = String(valueAt(bad, isDisabled ? 'disabledUntil' : 'cooldownUntil'));
      const [reason = null] = Object.keys(objectAt(bad, 'failureCounts'));
      const next = nextFailure(before, failureKind(reason), settings, now);
      expect([next.kind, `+${next.durationMs / 1000}s`]).toEqual([isDisabled ? 'disabled' : 'cooldown', written]);
      // The runs let the window lapse, or took it away.
      const lapsed = name.startsWith('ladder-') ? {} : { [isDisabled ? 'disabledUntil' : 'cooldownUntil']: now - 1 };
      const { errorCount, failureCounts } = bad;
      before = stats({ errorCount, failureCounts, ...lapsed, lastFailureAt: now - hour });
    }
  });
});
