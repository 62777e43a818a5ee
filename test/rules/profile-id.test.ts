import { expect, test } from 'vitest';
import { freeProfileId } from '../../src/rules/profile-id.ts';

test('a free id is the wanted one, or the next number', () => {
  expect(freeProfileId([], 'anthropic:default')).toBe('anthropic:default');
  expect(freeProfileId(['anthropic:default', 'anthropic:default-2'], 'anthropic:default')).toBe('anthropic:default-3');
});
