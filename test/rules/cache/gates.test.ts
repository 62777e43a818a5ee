import { expect, test } from 'vitest';
import { parseVersion } from '../../../src/openclaw/version.ts';
import { firstVersionWith, supports, wireModelOf, type Gate } from '../../../src/rules/versions.ts';

function version(text: string): NonNullable<ReturnType<typeof parseVersion>> {
  const parsed = parseVersion(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

test.each<[Gate, string, string]>([
  ['interleaved-on-request', '2026.3.12', '2026.3.13'],
  ['disabled-probe', '2026.3.12', '2026.3.13'],
  ['agent-models', '2026.5.11', '2026.5.12'],
  ['agent-model-params', '2026.9.5', '2026.9.6'],
  ['own-transport', '2026.5.27', '2026.5.28'],
  ['own-betas', '2026.7.0', '2026.7.1'],
  ['cooling-probe', '2026.7.0', '2026.7.1'],
  ['new-request-builder', '2026.9.5', '2026.9.6'],
])('%s: not %s, but %s', (gate, before, first) => {
  expect(supports(version(before), gate)).toBe(false);
  expect(supports(version(first), gate)).toBe(true);
  expect(firstVersionWith(gate)).toBe(first);
});

test.each([
  ['2025.12.1', '2026.2.24', false],
  ['2026.2.24', '2026.2.24', true],
  ['2026.3.12', '2026.2.24', false],
  ['2026.3.13', '2026.3.13', true],
  ['2026.5.27', '2026.3.13', false],
  ['2026.6.1', '2026.5.28', false],
  ['2026.7.1', '2026.7.1', true],
  ['2026.9.5', '2026.7.1', false],
  ['2026.9.6', '2026.9.6', true],
  ['2027.1.1', '2026.9.6', false],
])('%s is taken for %s', (installed, model, same) => {
  expect(wireModelOf(version(installed))).toEqual({ version: model, same });
});
