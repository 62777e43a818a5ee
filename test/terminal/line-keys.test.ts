import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineKeyOf } from '../../src/terminal/line-keys.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { emptyLine, erasure, extended, shortened } from '../../src/terminal/typed-line.ts';
import { cellWidth } from '../../src/terminal/width.ts';

describe('a key where a line is typed', () => {
  it.each([
    ['\r', { key: 'enter' }],
    ['\u001B[27u', { key: 'escape' }],
    ['\u0003', { key: 'interrupt' }],
    ['\u0004', { key: 'end-of-input' }],
    ['\u007F', { key: 'delete-character' }],
    ['é', { key: 'text', text: 'é' }],
    ['\u001B[A', null],
    ['\u0001', null],
  ])('%j', (characters, expected) => {
    expect(lineKeyOf(characters, false)).toEqual(expected);
  });

  it('a paste keeps its line breaks only where a secret is asked', () => {
    const paste = '\u001B[200~one\r\ntwo\n\u001B[201~';
    expect(lineKeyOf(paste, true)).toEqual({ key: 'text', text: 'one\r\ntwo\n' });
    expect(lineKeyOf(paste, false)).toEqual({ key: 'text', text: 'one two' });
  });
});

describe('a typed line', () => {
  it('holds nothing that acts on a terminal, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = extended(emptyLine, text);
        expect(safeText(line)).toBe(line);
      }),
    );
  });

  it('is taken back cell by cell', () => {
    const line = extended(emptyLine, 'a漢👍🏽 b');
    const word = shortened(line, 'word');
    expect(word).toBe('a漢👍🏽 ');
    expect(shortened(shortened(word, 'character'), 'character')).toBe('a漢');
    const erased = erasure(line, emptyLine);
    expect(erased).toBe('\b'.repeat(cellWidth(line)) + ' '.repeat(cellWidth(line)) + '\b'.repeat(cellWidth(line)));
  });
});
