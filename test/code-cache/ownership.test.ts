import { describe, expect, it } from 'vitest';
import { isOursAlone } from '../../src/code-cache/ownership.ts';

describe('what nobody else could have written', () => {
  it.each([
    ['our own', { uid: 1000, mode: 0o100600 }, 1000, true],
    ['our own, which others can read', { uid: 1000, mode: 0o100644 }, 1000, true],
    ['our own, which the group can write', { uid: 1000, mode: 0o100660 }, 1000, false],
    ['our own, which everybody can write', { uid: 1000, mode: 0o100602 }, 1000, false],
    ['that of another user', { uid: 1001, mode: 0o100600 }, 1000, false],
    ['that of the user who called, for root', { uid: 1000, mode: 0o100600 }, 0, false],
    ['anything on Windows, which has no such users', { uid: 0, mode: 0o100666 }, undefined, true],
  ] as const)('%s: %j for %s is %s', (_name, found, user, expected) => {
    expect(isOursAlone(found, user)).toBe(expected);
  });
});
