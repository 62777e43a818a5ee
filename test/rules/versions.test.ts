import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../src/openclaw/version.ts';
import { builtInModelOf, compareVersions, layoutsOf, supports, type Gate } from '../../src/rules/versions.ts';

function version(text: string): { year: number; month: number; patch: number } {
  const parsed = parseVersion(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

describe('gates open with their first version and stay open', () => {
  test.each<[Gate, string, string]>([
    ['gateway-store-memory', '2026.2.25', '2026.2.26'],
    ['agent-params', '2026.3.12', '2026.3.13'],
    ['short-cooldown-ladder', '2026.3.27', '2026.3.28'],
    ['defaults-params', '2026.3.99', '2026.4.1'],
    ['auth-list-command', '2026.5.3', '2026.5.4'],
    ['config-lock', '2026.5.19', '2026.5.20'],
    ['context1m-retired', '2026.5.21', '2026.5.22'],
    ['paste-on-stdin', '2026.5.27', '2026.5.28'],
    ['agent-entries', '2026.7.35', '2026.8.1'],
    ['config-set-compare', '2026.8.9', '2026.9.1'],
    ['auth-hot-reload', '2026.9.5', '2026.9.6'],
  ])('%s: not %s, but %s', (gate, before, first) => {
    expect(supports(version(before), gate)).toBe(false);
    expect(supports(version(first), gate)).toBe(true);
    expect(supports(version('2027.1.1'), gate)).toBe(true);
  });
});

test.each([
  ['2025.12.9', ['single-file']],
  ['2026.3.99', ['single-file']],
  ['2026.4.1', ['single-file', 'split-files']],
  ['2026.4.21', ['single-file', 'split-files']],
  ['2026.4.22', ['split-files']],
  ['2026.6.4', ['split-files']],
  ['2026.6.5', ['agent-database']],
  ['2026.7.35', ['agent-database']],
  ['2026.8.1', ['shared-database']],
])('%s can have %j', (text, expected) => {
  expect(layoutsOf(version(text))).toEqual(expected);
});

test('numbers are compared as numbers', () => {
  const sorted = ['2026.10.1', '2026.2.24', '2026.2.3', '2025.12.31'].map(version).toSorted(compareVersions);
  expect(sorted.map(({ year, month, patch }) => `${year}.${month}.${patch}`)).toEqual(['2025.12.31', '2026.2.3', '2026.2.24', '2026.10.1']);
  expect(builtInModelOf(version('2026.7.35'))).toBe('openai/gpt-5.5');
});
