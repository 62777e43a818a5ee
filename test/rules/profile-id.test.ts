import { expect, test } from 'vitest';
import { freeProfileId, normaliseTokenName } from '../../src/rules/profile-id.ts';

test.each([
  ['Work', 'work'],
  ['  My  Team! ', 'my-team'],
  ['a--b', 'a-b'],
  ['-a.b_c-', 'a.b_c'],
  ['me@example.org', 'me-example.org'],
  ['', 'default'],
  ['!!!', 'default'],
])('a token named "%s" is stored as %s', (written, name) => {
  expect(normaliseTokenName(written)).toBe(name);
});

test('a free id is the wanted one, or the next number', () => {
  expect(freeProfileId([], 'anthropic:default')).toBe('anthropic:default');
  expect(freeProfileId(['anthropic:default', 'anthropic:default-2'], 'anthropic:default')).toBe('anthropic:default-3');
});
