import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstJsonFault } from '../../src/openclaw/json-fault.ts';

test('in JSON that only ends too early, the fault is the end or the token that was cut', () => {
  fc.assert(
    fc.property(fc.json(), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (text, part) => {
      const cut = text.slice(0, Math.floor(text.length * part));
      expect(firstJsonFault(text)).toBe(text.length);
      const fault = firstJsonFault(cut);
      expect(/^("[^]*|-|\d+(\.\d*)?([eE][+-]?)?|[a-z]*|-?\d+(\.\d*)?([eE][+-]?)?)$/.test(cut.slice(fault))).toBe(true);
    }),
  );
});

test('a character that JSON does not know is found where it was put', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(firstJsonFault(`${text} %`)).toBe(text.length + 1);
      expect(firstJsonFault(`%${text}`)).toBe(0);
    }),
  );
});

test('a very long string that never ends takes no time and no stack', () => {
  const text = `{"a": "${'\\n x'.repeat(1_000_000)}`;
  expect(firstJsonFault(text)).toBe(6);
});
