import { describe, expect, it } from 'vitest';
import { nearest, withWriting } from '../../src/changes/overtaken.ts';

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 2));
const merged = (text: unknown, held: unknown, left: unknown): unknown => JSON.parse(withWriting(bytes(text), { held: bytes(held), left: bytes(left) }).toString('utf8'));

describe('what a writer wrote to a file that was replaced under it', () => {
  it.each([
    ['is added to what stands there now', { a: 1, ours: 1 }, { a: 1 }, { a: 1, theirs: 2 }, { a: 1, ours: 1, theirs: 2 }],
    ['takes away what it took away', { a: 1, ours: 1 }, { a: 1 }, {}, { ours: 1 }],
    ['changes what it changed', { a: 1, ours: 1 }, { a: 1 }, { a: 2 }, { a: 2, ours: 1 }],
    ['does not undo a later decision', { a: 3 }, { a: 1 }, { a: 2 }, { a: 3 }],
    ['is not made twice', { a: 2, b: 5 }, { a: 1 }, { a: 2 }, { a: 2, b: 5 }],
    ['goes into an object that both made', { usage: { ours: 1 } }, {}, { usage: { theirs: 2, ours: 9 } }, { usage: { ours: 1, theirs: 2 } }],
    ['does not go where something else stands', { usage: 'off' }, {}, { usage: { theirs: 2 } }, { usage: 'off' }],
  ])('%s', (_, text, held, left, expected) => {
    expect(merged(text, held, left)).toEqual(expected);
  });

  it('leaves a text alone that is none', () => {
    const broken = Buffer.from('{ "a": ');
    expect(withWriting(broken, { held: bytes({}), left: bytes({ b: 1 }) })).toBe(broken);
    expect(withWriting(bytes({}), { held: broken, left: bytes({ b: 1 }) })).toEqual(bytes({}));
  });
});

describe('the text that such a writer had read', () => {
  const first = bytes({ a: 1 });
  const second = bytes({ a: 1, ours: 1 });
  const third = bytes({ a: 1, ours: 1, more: 1 });

  it.each([
    ['the one that was held, as a rule', { a: 1, ours: 1, more: 1, theirs: 2 }, third],
    ['an older one, where it would else have taken away what it never saw', { a: 1, theirs: 2 }, first],
    ['the newest of the older ones that fit', { a: 1, ours: 1, theirs: 2 }, second],
    ['the one that was held, where it takes away what all of them have', { ours: 1, more: 1 }, third],
  ])('is %s', (_, left, expected) => {
    expect(nearest([first, second], { held: third, left: bytes(left) })).toBe(expected);
  });

  it('is the one that was held, where the writing is no object', () => {
    expect(nearest([first], { held: third, left: Buffer.from('[]') })).toBe(third);
  });
});
