import { describe, expect, it } from 'vitest';
import { parseDuration, parseLifetime } from '../../src/rules/duration.ts';

const day = 86_400_000;

describe('a duration', () => {
  it.each([
    ['365d', 365 * day],
    ['90', 90 * day],
    ['1d12h', 1.5 * day],
    ['90m', 90 * 60_000],
    ['30s', 30_000],
    ['250ms', 250],
    ['0.5d', day / 2],
    [' 7D ', 7 * day],
  ])('%j', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each(['', 'soon', '-3d', '3 d', '3w', 'd', '1d-', '1e3d', 'Infinity', '٣d'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('a lifetime', () => {
  it('is neither nothing nor absurd', () => {
    expect(parseLifetime('365d')).toBe(365 * day);
    expect(parseLifetime('0d')).toBeNull();
    expect(parseLifetime('0.1ms')).toBeNull();
    expect(parseLifetime('99999999999d')).toBeNull();
  });
});
