import { describe, expect, test } from 'vitest';
import { expiryOf, looksLikeSeconds } from '../../src/rules/expiry.ts';

const now = 1_790_000_000_000;
const day = 86_400_000;

describe('how close a credential is to its end', () => {
  test.each([
    [31 * day, 'ok'],
    [30 * day + 1, 'ok'],
    [30 * day, 'month'],
    [7 * day + 1, 'month'],
    [7 * day, 'week'],
    [day + 1, 'week'],
    [day, 'day'],
    [1, 'day'],
  ])('%d ms before it: %s', (remainingMs, state) => {
    expect(expiryOf({ type: 'token', expires: now + remainingMs }, now)).toEqual({ state, remainingMs });
  });

  test('at its own instant it is over', () => {
    expect(expiryOf({ type: 'token', expires: now }, now)).toEqual({ state: 'expired', sinceMs: 0 });
    expect(expiryOf({ type: 'oauth', expires: now - 5 }, now)).toEqual({ state: 'expired', sinceMs: 5 });
  });

  test('an API key has none, a token without one has none recorded', () => {
    expect(expiryOf({ type: 'api_key', expires: now - 5 }, now)).toEqual({ state: 'static' });
    expect(expiryOf({ type: null, expires: null }, now)).toEqual({ state: 'static' });
    expect(expiryOf({ type: 'token', expires: null }, now)).toEqual({ state: 'none-recorded' });
  });

  test('a time in seconds is recognised', () => {
    expect(looksLikeSeconds(now / 1000)).toBe(true);
    expect(looksLikeSeconds(now)).toBe(false);
    expect(looksLikeSeconds(12)).toBe(false);
  });
});
