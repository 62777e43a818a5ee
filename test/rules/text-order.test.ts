import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts } from '../../src/rules/text-order.ts';

const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'ab1290:-_. Zé') }), fc.stringMatching(/^anthropic:[a-z]{1,3}-?\d{0,3}$/), fc.string({ unit: 'binary' }));

it('orders texts as localeCompare does', () => {
  fc.assert(fc.property(text, text, (a, b) => {
    expect(Math.sign(compareTexts(a, b))).toBe(Math.sign(a.localeCompare(b)));
  }), { numRuns: 2000 });
});

it('numbered names are ordered alike in every language, so that none has to be read', () => {
  const names = ['key-10', 'key-2', 'key-1', 'key-', 'key-9', 'key-01'];
  const ordered = names.toSorted(compareTexts);
  for (const locale of ['en', 'cs', 'da', 'et', 'lt', 'cy', 'th', 'zh']) expect(names.toSorted((a, b) => a.localeCompare(b, locale)), locale).toEqual(ordered);
});
