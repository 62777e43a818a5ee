import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeText, say } from '../../src/terminal/safe-text.ts';
import { cellWidth, padToWidth, truncateToWidth, widest } from '../../src/terminal/width.ts';

test('a wide character is never cut in half', () => {
  expect(truncateToWidth(say`漢字漢字`, 6)).toBe('漢字…');
  expect(truncateToWidth(say`漢字漢字`, 5)).toBe('漢字…');
  expect(truncateToWidth(say`漢字漢字`, 4)).toBe('漢…');
  expect(padToWidth(say`漢字漢字`, 4)).toBe('漢… ');
});

test('a text that fits stays as it is, and one that has no room disappears', () => {
  expect(truncateToWidth(say`anthropic`, 9)).toBe('anthropic');
  expect(truncateToWidth(say`anthropic`, 1)).toBe('…');
  expect(truncateToWidth(say`anthropic`, 0)).toBe('');
  expect(truncateToWidth(say`anthropic`, -3)).toBe('');
});

test('numbers stand right-aligned', () => {
  expect(padToWidth(say`42`, 5, 'right')).toBe('   42');
});

test('the widest text is measured in cells', () => {
  expect(widest([say`abc`, say`漢字`, say``])).toBe(4);
});

test('any text is brought to exactly the asked width and stays safe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 30 }), (raw, columns) => {
      const text = safeText(raw);
      const padded = padToWidth(text, columns);
      expect(cellWidth(truncateToWidth(text, columns))).toBeLessThanOrEqual(columns);
      expect(safeText(padded)).toBe(padded);
    }),
  );
});
