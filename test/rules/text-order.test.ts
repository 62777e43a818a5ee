import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compareTexts } from '../../src/rules/text-order.ts';

const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'aab1290:-_. Zé') }), fc.stringMatching(/^anthropic:[a-z]{1,3}-?\d{0,3}$/), fc.string({ unit: 'binary' }));

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Names such as OpenClaw has, with the pairs of letters that are one somewhere, such as `ch` and `aa`. */
const name = fc.oneof(
  fc.constantFrom('anthropic', 'anthropic-openai', 'claude-cli', 'openai', 'zai', 'amazon-bedrock', 'aarde'),
  fc.array(fc.constantFrom(...letters, 'aa', 'ch', 'ng', 'A', '-', ':', '.', '/', '_', '1', '2', '10'), { maxLength: 5 }).map((parts) => parts.join('')),
);

/** Every language of two letters that this Node can order by: all but Hawaiian. */
const codes = Intl.Collator.supportedLocalesOf(letters.flatMap((first) => letters.map((second) => first + second)));
const languages = [...codes, 'en-US-u-va-posix'].map((code) => new Intl.Collator(code));

afterEach(() => vi.restoreAllMocks());

describe('the order of texts', () => {
  it('is that of localeCompare', () => {
    fc.assert(fc.property(text, text, (a, b) => {
      expect(Math.sign(compareTexts(a, b))).toBe(Math.sign(a.localeCompare(b)));
    }), { numRuns: 2000 });
  });

  it('is the same in every language wherever none is asked', { timeout: 60_000 }, () => {
    const asked = vi.spyOn(String.prototype, 'localeCompare');
    const answered = new Set<boolean>();
    fc.assert(
      fc.property(name, name, (a, b) => {
        asked.mockClear();
        const ours = Math.sign(compareTexts(a, b));
        answered.add(asked.mock.calls.length > 0);
        if (asked.mock.calls.length > 0) return;
        expect(languages.filter((language) => Math.sign(language.compare(a, b)) !== ours).map((language) => language.resolvedOptions().locale)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(languages.length).toBeGreaterThan(80);
    expect(answered).toEqual(new Set([true, false]));
  });

  it('of numbered names, and of the providers of an installation with Claude, takes no language', () => {
    const asked = vi.spyOn(String.prototype, 'localeCompare');
    expect(['key-10', 'key-2', 'key-1', 'key-01'].toSorted(compareTexts)).toEqual(['key-01', 'key-1', 'key-10', 'key-2']);
    expect(['openai', 'claude-cli', 'anthropic-openai', 'anthropic'].toSorted(compareTexts)).toEqual(['anthropic', 'anthropic-openai', 'claude-cli', 'openai']);
    expect(asked).not.toHaveBeenCalled();
  });
});
