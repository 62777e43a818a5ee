import { describe, expect, it } from 'vitest';
import { terminalSafeJson } from '../../src/commands/json-text.ts';
import { isHarmless, safeText } from '../../src/terminal/safe-text.ts';

/** Every character of the first two planes, half surrogates too, and the tags. */
function* everyCharacter(): Generator<string> {
  for (let point = 0; point < 0x20000; point += 1) yield String.fromCodePoint(point);
  for (let point = 0xe0000; point < 0xe1000; point += 1) yield String.fromCodePoint(point);
}

const harmful = /^[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;

describe('what may go to a terminal', () => {
  it('is any character but those that act, hide or reorder; what a glance lets through is among the former', () => {
    const wrong: string[] = [];
    for (const character of everyCharacter()) {
      const isKept = !harmful.test(character) || character === '\u{FE0F}';
      if ((safeText(character) === character) !== isKept) wrong.push(character);
      if (isHarmless(character, 'one line') && (!isKept || /\p{M}/u.test(character))) wrong.push(character);
    }
    expect(wrong).toEqual([]);
    expect(['\n', '\r', '\u001B', 'a\n…'].map((text) => isHarmless(text, 'lines'))).toEqual([true, false, false, true]);
  });

  it('is shown as an escape otherwise, also in JSON, beside characters that are harmless', () => {
    expect(safeText('a\u001B[2J…\u202Eb\n')).toBe('a\\u{1B}[2J…\\u{202E}b\\n');
    expect(terminalSafeJson({ name: 'é…\u202Eb\u009B' })).toBe('{\n  "name": "é…\\u202eb\\u009b"\n}');
    expect(terminalSafeJson({ name: 'é…' })).toBe('{\n  "name": "é…"\n}');
  });

  it('has no flood of marks', () => {
    expect(safeText(`e${'\u0301'.repeat(7)}`)).toBe(`e${'\u0301'.repeat(4)}${'\\u{301}'.repeat(3)}`);
    expect(terminalSafeJson(`e${'\u0301'.repeat(6)}`)).toBe(`"e${'\u0301'.repeat(4)}\\u0301\\u0301"`);
  });
});
