import { describe, expect, it } from 'vitest';
import { isAccessible } from '../../src/terminal/accessible.ts';

describe('lines instead of screens', () => {
  it.each([
    ['nobody asks', undefined, {}, undefined, false],
    ['the command line', true, { ACCESSIBLE: '0' }, false, true],
    ['ACCESSIBLE', undefined, { ACCESSIBLE: '1' }, false, true],
    ['any other word in ACCESSIBLE', undefined, { ACCESSIBLE: 'yes' }, undefined, true],
    ['ACCESSIBLE=0 over everything but the command line', undefined, { ACCESSIBLE: '0', INK_SCREEN_READER: 'true' }, true, false],
    ['ACCESSIBLE=FALSE', undefined, { ACCESSIBLE: 'FALSE' }, true, false],
    ['an empty variable says nothing', undefined, { ACCESSIBLE: '', INK_SCREEN_READER: '' }, true, true],
    ['INK_SCREEN_READER', undefined, { INK_SCREEN_READER: 'true' }, false, true],
    ['the preference', undefined, {}, true, true],
  ])('%s', (_what, asked, variables, preferred, expected) => {
    expect(isAccessible({ asked, variables, preferred })).toBe(expected);
  });
});
