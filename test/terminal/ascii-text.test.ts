import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiText } from '../../src/terminal/ascii-text.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { cellWidth } from '../../src/terminal/width.ts';

test.each([
  ['Eén cache–instelling: “long” → 5 min …', 'Een cache-instelling: "long" > 5 min ~'],
  ['cafe\u0301 geïnstalleerd', 'cafe geinstalleerd'],
  ['日本 ß', '???? ?'],
  ['$\u00A04,80', '$ 4,80'],
])('%s', (text, expected) => {
  expect(asciiText(safeText(text))).toBe(expected);
});

test('any text becomes ASCII, and letters and wide characters keep their cells', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'é', 'ï', '日', '한', 'ß', '’', '→', ' ') });
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => /^[ -~]*$/.test(asciiText(safeText(text)))));
  fc.assert(fc.property(letters, (text) => asciiText(safeText(text)).length === cellWidth(safeText(text))));
});
