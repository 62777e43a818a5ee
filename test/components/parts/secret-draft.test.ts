import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDraft, emptyDraft, secretOf, type SecretDraft } from '../../../components/parts/secret-draft.ts';
import type { TextEdit } from '../../../components/parts/edit-text.ts';

function typed(...edits: readonly (string | Exclude<TextEdit, { edit: 'insert' }>['edit'])[]): SecretDraft {
  return edits.reduce<SecretDraft>((draft, step) => editDraft(draft, isMove(step) ? { edit: step } : { edit: 'insert', text: step }), emptyDraft);
}

const moves = ['delete-before', 'delete-after', 'delete-word', 'delete-to-start', 'delete-to-end', 'left', 'right', 'start', 'end'] as const;

function isMove(step: string): step is (typeof moves)[number] {
  return moves.some((move) => move === step);
}

function value(draft: SecretDraft): string {
  return secretOf(draft).reveal();
}

describe('editing', () => {
  test.each([
    ['typing', typed('a', 'b'), 'ab'],
    ['typing in the middle', typed('ac', 'left', 'b'), 'abc'],
    ['backspace', typed('abc', 'delete-before'), 'ab'],
    ['backspace over an emoji takes the whole emoji', typed('a👩‍👧', 'delete-before'), 'a'],
    ['backspace at the start', typed('abc', 'start', 'delete-before'), 'abc'],
    ['delete', typed('abc', 'start', 'delete-after'), 'bc'],
    ['delete at the end', typed('abc', 'delete-after'), 'abc'],
    ['to the start', typed('abc', 'left', 'delete-to-start'), 'c'],
    ['to the end', typed('abc', 'start', 'right', 'delete-to-end'), 'a'],
    ['a word', typed('sk-ant-api03', 'delete-word'), 'sk-ant-'],
    ['a word and the separators after it', typed('sk-ant--', 'delete-word'), 'sk-'],
    ['back to the end', typed('abc', 'start', 'end', 'd'), 'abcd'],
    ['right at the end', typed('abc', 'right', 'd'), 'abcd'],
  ])('%s', (_, draft, expected) => {
    expect(value(draft)).toBe(expected);
    expect(draft.length).toBe([...new Intl.Segmenter('en').segment(expected)].length);
  });

  test('a paste is kept with its line breaks and colours, so that the check can tell the secret from what stands around it', () => {
    const screen = 'Your token:\r\n\u001B[32msk-ant-oat01\u001B[0m\r\nStore it.\r\n';
    expect(value(typed(screen))).toBe(screen);
  });

  test('a paste of a megabyte is cut', () => {
    expect(typed('x'.repeat(1_000_000)).length).toBe(65_536);
  });

  test('a draft that does not change is the same object', () => {
    const draft = typed('abc');
    expect(editDraft(draft, { edit: 'right' })).toBe(draft);
    expect(editDraft(draft, { edit: 'delete-after' })).toBe(draft);
    expect(editDraft(draft, { edit: 'insert', text: '\r' })).toBe(draft);
  });

  test('the caret stays within the text, whatever is pressed', () => {
    const step = fc.oneof(fc.constantFrom(...moves), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const draft = typed(...steps);
        expect(draft.caret).toBeGreaterThanOrEqual(0);
        expect(draft.caret).toBeLessThanOrEqual(draft.length);
        expect([...new Intl.Segmenter('en').segment(value(draft))]).toHaveLength(draft.length);
      }),
    );
  });
});

test('a draft that is logged, inspected or turned into JSON shows no secret', () => {
  const draft = typed('sk-ant-api03-canary');
  expect(JSON.stringify(draft)).not.toContain('canary');
  expect(inspect(draft, { depth: 9, showHidden: true })).not.toContain('canary');
  expect(String(draft.secret)).not.toContain('canary');
});
