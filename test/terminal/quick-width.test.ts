import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, which has no types
import { narrow, quickSegments, quickStringWidth } from '../../scripts/quick-start.mjs';

/** What Ink draws with, all in one. */
interface Drawing {
  readonly stringWidth: (text: string) => number;
  readonly wrapAnsi: (text: string, columns: number, options: object) => string;
  readonly sliceAnsi: (text: string, start: number, end: number) => string;
  readonly tokenize: (text: string) => readonly object[];
}

const contents = `
  export { default as stringWidth } from 'string-width';
  export { default as wrapAnsi } from 'wrap-ansi';
  export { default as sliceAnsi } from 'slice-ansi';
  export { tokenize } from '@alcalzone/ansi-tokenize';`;

async function drawingWith(plugins: readonly Plugin[]): Promise<Drawing> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'esm', platform: 'node', plugins: [...plugins] });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

let quick: Drawing;
let original: Drawing;

beforeAll(async () => {
  [quick, original] = await Promise.all([drawingWith([quickStringWidth, quickSegments]), drawingWith([])]);
});

const signs = ['›', '…', '─', '❯', '●', 'é', 'e\u0301', '漢', '👩‍👧', '⌚', '1', ' ', 'word', '\u20E3', '\uFE0F', '\u001B[1m', '\u001B[39m', '한', '↔', '\u200D', '\r', '\n'];
const drawn = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...signs) }), fc.string({ unit: fc.constantFrom(...signs.slice(0, 6), '\u001B[1m', '\u001B[22m', 'word', ' ') }));

describe('widths and pieces of text in the built program', () => {
  it('have the widths of string-width, for every sign up to the dingbats, alone and beside itself', { timeout: 30_000 }, () => {
    const all = Array.from({ length: 0x27c0 }, (_, point) => String.fromCodePoint(point));
    expect(all.filter((sign) => quick.stringWidth(sign) !== original.stringWidth(sign))).toEqual([]);
    expect(all.filter((sign) => quick.stringWidth(`a${sign}${sign}`) !== original.stringWidth(`a${sign}${sign}`))).toEqual([]);
  });

  it('hold nothing invisible where that is not asked', () => {
    const isNarrow = new RegExp(`^[${narrow}]$`);
    const all = Array.from({ length: 0x1_0000 }, (_, point) => String.fromCharCode(point));
    expect(all.filter((sign) => isNarrow.test(sign) && /\p{Default_Ignorable_Code_Point}/u.test(sign))).toEqual([]);
  });

  it('are those of the packages as they are published, for any text', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(drawn, fc.nat(12), fc.nat(12), (text, start, length) => {
        for (const options of [{ hard: true }, { hard: true, trim: false, wordWrap: false }]) {
          expect(quick.wrapAnsi(text, length + 1, options)).toBe(original.wrapAnsi(text, length + 1, options));
        }
        expect(quick.stringWidth(text)).toBe(original.stringWidth(text));
        expect(quick.sliceAnsi(text, start, start + length)).toBe(original.sliceAnsi(text, start, start + length));
        expect(quick.tokenize(text)).toEqual(original.tokenize(text));
      }),
    );
  });
});
