import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextToken, type KeyMode, type KeyToken } from '../../src/terminal/key-tokens.ts';

function tokens(text: string, mode: KeyMode = 'keys'): (KeyToken | 'incomplete')[] {
  const found: (KeyToken | 'incomplete')[] = [];
  for (let rest = text; rest !== ''; ) {
    const next = nextToken(rest, mode);
    if (next === 'incomplete') return [...found, next];
    found.push(next.token);
    rest = next.rest;
  }
  return found;
}

const key = (text: string): KeyToken => ({ kind: 'key', text });
const escape: KeyToken = { kind: 'escape' };

describe('one key at a time', () => {
  test.each([
    ['arrow keys', '\u001B[A\u001B[B', [key('\u001B[A'), key('\u001B[B')]],
    ['keys with modifiers', '\u001B[1;5C', [key('\u001B[1;5C')]],
    ['function keys', '\u001BOP\u001B[15~\u001B[[A', [key('\u001BOP'), key('\u001B[15~'), key('\u001B[[A')]],
    ['rxvt keys', '\u001B[2$x', [key('\u001B[2$'), key('x')]],
    ['Escape before a letter', '\u001Bx', [escape, key('x')]],
    ['Escape twice before an arrow', '\u001B\u001B[A', [escape, key('\u001B[A')]],
    ['Escape before Enter', '\u001B\r', [escape, key('\r')]],
    ['an emoji of several characters', '👩‍👧é', [key('👩‍👧'), key('é')]],
    ['a combined letter', 'e\u0301x', [key('e\u0301'), key('x')]],
    ['control characters', '\u0001\u007F\t', [key('\u0001'), key('\u007F'), key('\t')]],
    ['a paste', '\u001B[200~a\rb\u001B[201~c', [{ kind: 'paste', text: 'a\rb' }, key('c')]],
    ['Escape before a broken sequence', '\u001B[\r', [escape, key('['), key('\r')]],
  ] as const)('%s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  test.each(['\u001B', '\u001B[', '\u001BO', '\u001B[1;', '\u001B[200~half', '\u001B[200~half\u001B[201'])(
    'a sequence that is cut waits for its rest: %j',
    (text) => {
      expect(tokens(text)).toEqual(['incomplete']);
    },
  );

  test('19 characters at once are typed, 20 are pasted, where a secret is asked for and only there', () => {
    expect(tokens('a'.repeat(19), 'secret')).toHaveLength(19);
    expect(tokens('a'.repeat(20), 'secret')).toEqual([{ kind: 'paste', text: 'a'.repeat(20) }]);
    expect(tokens('a'.repeat(20), 'keys')).toHaveLength(20);
  });

  test('no character of plain text is lost or doubled', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[\u001B\n]/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(tokens(text).map((token) => (token !== 'incomplete' && token.kind === 'key' ? token.text : '?')).join('')).toBe(text);
      }),
    );
  });

  test('any input comes to an end', () => {
    const pieces = fc.array(fc.constantFrom('\u001B', '[', 'O', '2', '200~', '201~', '0', ';', '$', 'A', '\r', 'é', '😀', '\u0000', '\uD800'));
    fc.assert(
      fc.property(pieces, fc.constantFrom<KeyMode>('keys', 'secret'), (parts, mode) => {
        const text = parts.join('');
        expect(tokens(text, mode).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
