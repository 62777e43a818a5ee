import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terminalSafeJson, terminalSafeParts, type JsonOutput } from '../../src/commands/json-text.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('…', '\u202E', '\u001B[2J', `e${'\u0301'.repeat(9)}`, '__proto__', 'a\nb'));
const { value } = fc.letrec<{ value: JsonOutput; list: JsonOutput[]; object: { [key: string]: JsonOutput | undefined } }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(text, fc.option(tie('value'), { nil: undefined }), { maxKeys: 4 }),
}));

it('the parts of a document are the document, whatever is in it', () => {
  fc.assert(fc.property(value, (document) => {
    expect([...terminalSafeParts(document)].join('')).toBe(terminalSafeJson(document));
  }));
});

it('each entry of a list under a key is a part of its own, so that a thousand never stand in memory as one text', () => {
  const parts = [...terminalSafeParts({ all: ['a'.repeat(100), { b: 'b'.repeat(100) }], last: 1 })];
  expect(parts.every((part) => part.length < 150)).toBe(true);
});
