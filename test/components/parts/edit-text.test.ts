import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editText, graphemes, shownPart, type EditedText, type TextEdit } from '../../../components/parts/edit-text.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { cellWidth } from '../../../src/terminal/width.ts';

const characters = fc.constantFrom('a', '-', ' ', 'é', 'e\u0301', '\u0301', '日', '한', '👩‍👩‍👧', '🇳🇱', 'א', 'ب');
const edits = fc.oneof(
  fc.record({ edit: fc.constant('insert' as const), text: characters }),
  fc.record({ edit: fc.constantFrom('delete-before', 'delete-after', 'delete-word', 'delete-to-start', 'delete-to-end', 'left', 'right', 'start', 'end') }),
) as fc.Arbitrary<TextEdit>;

const play = (steps: readonly TextEdit[]): EditedText => steps.reduce(editText, { before: '', after: '' });

test('the caret never stands inside of a character', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 30 }), (steps) => {
      const { before, after } = play(steps);
      const ends = graphemes(before + after).reduce<number[]>((all, part) => [...all, (all.at(-1) ?? 0) + part.length], [0]);
      return ends.includes(before.length);
    }),
  );
});

test('moving changes nothing but the caret, and left undoes right', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 30 }), (steps) => {
      const line = play(steps);
      const text = line.before + line.after;
      for (const edit of ['left', 'right', 'start', 'end'] as const) {
        const moved = editText(line, { edit });
        expect(moved.before + moved.after).toBe(text);
      }
      if (line.after !== '') expect(editText(editText(line, { edit: 'right' }), { edit: 'left' })).toEqual(line);
    }),
  );
});

test('what is shown fits, caret included', () => {
  const texts = fc.array(characters, { maxLength: 40 }).map((parts) => safeText(parts.join('')));
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 1, max: 40 }), (before, after, cells) => {
      const shown = shownPart(before, after, cells);
      expect(before.endsWith(shown.before) && after.startsWith(shown.after)).toBe(true);
      expect(cellWidth(shown.before) + cellWidth(shown.after)).toBeLessThan(cells);
    }),
  );
});
