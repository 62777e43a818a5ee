import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, which has no types
import { quickStringWidth } from '../../scripts/quick-start.mjs';

let quickWidth: (text: string) => number;

beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: ['node_modules/string-width/index.js'], bundle: true, write: false, format: 'esm', platform: 'node', plugins: [quickStringWidth] });
  const built: { readonly default: typeof stringWidth } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  quickWidth = built.default;
});

describe('widths in the built program', () => {
  it('are those of string-width, for every sign up to the dingbats, alone and beside itself', { timeout: 30_000 }, () => {
    const signs = Array.from({ length: 0x27c0 }, (_, point) => String.fromCodePoint(point));
    expect(signs.filter((sign) => quickWidth(sign) !== stringWidth(sign))).toEqual([]);
    expect(signs.filter((sign) => quickWidth(`a${sign}${sign}`) !== stringWidth(`a${sign}${sign}`))).toEqual([]);
  });

  it('are those of string-width, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => quickWidth(text) === stringWidth(text)));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('›', '…', '─', '❯', '●', 'é', 'e\u0301', '漢', '👩‍👧', '⌚', '1', '\u20E3', '\uFE0F', '\u001B[1m', '한', '↔') }), (text) => quickWidth(text) === stringWidth(text)));
  });
});
