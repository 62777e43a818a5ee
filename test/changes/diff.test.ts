import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedDiff } from '../../src/changes/diff.ts';
import { nearChanges } from '../../src/changes/diff-window.ts';
import { maskSecrets, maskValue } from '../../src/changes/mask.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { Secret } from '../../src/terminal/secret.ts';

const key = `sk-ant-api03-${'k'.repeat(91)}wxAA`;

function diff(before: string | null, after: string): string[] {
  return maskedDiff(before === null ? null : new Secret(before), new Secret(after)).map(({ mark, line, text }) => `${mark}${line} ${text}`);
}

/** Rebuilds the new text from the old one and a diff without gaps. */
function linesBySide(lines: readonly string[], sides: string): string[] {
  return lines.filter((line) => sides.includes(line.slice(0, 1))).map((line) => line.replace(/^.\d+ /u, ''));
}

describe('a secret on the screen', () => {
  it('shows its kind and its last four characters, or nothing when it is short', () => {
    expect(maskValue(key)).toBe('sk-ant-api03-…wxAA');
    expect(maskValue('b5010dd6ebbf3894ef044445c25a058708ea1fa85128e737')).toBe('…e737');
    expect(maskValue('hunter2')).toBe('••••');
    expect(maskValue('sk-ant-oat01-short1234')).toBe('…1234');
    expect(maskValue('${ANTHROPIC_API_KEY}')).toBe('${ANTHROPIC_API_KEY}');
  });

  it('is masked under every name that OpenClaw keeps one, quoted or not, and in lists', () => {
    const text = `{ key: "${'a'.repeat(30)}", "access": 'short', gateway: { auth: { mode: "token", token: "${'b'.repeat(48)}" } }, env: { vars: { FOO_API_KEY: "v1" } }, botToken: 'x', "tokens": ["one", "two"], mainKey: "main", maxTokens: 5 }`;
    expect(maskSecrets(text)).toBe(
      `{ key: "…aaaa", "access": '••••', gateway: { auth: { mode: "token", token: "…bbbb" } }, env: { vars: { FOO_API_KEY: "••••" } }, botToken: '••••', "tokens": ["••••", "••••"], mainKey: "main", maxTokens: 5 }`,
    );
  });

  it('is masked by its look anywhere: in comments, other values, keys, URLs, escapes, broken text', () => {
    const texts = [`// old: ${key}\n{}`, `{ "note": "was ${key}" }`, `{ "${key}": 1 }`, `{ broken ${key}`, `{ "x": "${key.replace('sk', String.raw`\u0073k`)}" }`];
    for (const text of texts) {
      expect(maskSecrets(text)).not.toContain('kkkk');
    }
    expect(maskSecrets('{ "proxy": "http://me:pw@host" }')).toBe('{ "proxy": "http://••••@host" }');
    expect(maskSecrets('{ // "token": "abc"\n}')).toBe('{ // "token": "••••"\n}');
    expect(maskSecrets('{ "password": "abc" oops')).toBe('{ "password": "••••" oops');
  });

  it('is looked for in a time that grows with the text, and not with its square', () => {
    const long = `// ${'c'.repeat(300_000)} ${'a.b-'.repeat(50_000)}\n{ broken ${'d'.repeat(300_000)} "${'e'.repeat(300_000)}`;
    expect(maskSecrets(long)).toBe(long);
    expect(maskSecrets(`/*${'f'.repeat(300_000)}*/ {}`)).toHaveLength(300_007);
  });

  it('never changes the number of lines', () => {
    expect(maskSecrets("{ key: 'one\\\ntwo', b: 1 }").split('\n')).toHaveLength(2);
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => maskSecrets(text).split(/\r\n|\n|\r/u).length === text.split(/\r\n|\n|\r/u).length));
  });
});

describe('a diff', () => {
  it('shows the changed lines with two around them', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `"${index + 1}"`);
    expect(diff(lines.join('\n'), lines.with(5, '"new"').join('\n'))).toEqual([' 4 "4"', ' 5 "5"', '-6 "6"', '+6 "new"', ' 7 "7"', ' 8 "8"']);
  });

  it('shows a new file as added and equal files as nothing', () => {
    expect(diff(null, '{\n}\n')).toEqual(['+1 {', '+2 }']);
    expect(diff('a\n', 'a\n')).toEqual([]);
  });

  it('shows a changed secret although both sides look alike', () => {
    const other = key.replace('kk', 'kj');
    expect(diff(`{ "key": "${key}" }`, `{ "key": "${other}" }`)).toEqual(['-1 { "key": "sk-ant-api03-…wxAA" }', '+1 { "key": "sk-ant-api03-…wxAA" }']);
  });

  it('cannot move the cursor', () => {
    expect(diff(null, '// \u001B[2J\u202E\tx')).toEqual([String.raw`+1 // \u{1B}[2J\u{202E}  x`]);
  });

  it('tells both sides apart for any texts', () => {
    const line = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.array(line, { maxLength: 6 }), (before, after) => {
        const shown = diff(before.join('\n'), after.join('\n'));
        const added = shown.filter((one) => one.startsWith('+')).length;
        const removed = shown.filter((one) => one.startsWith('-')).length;
        expect(before.length + added - removed).toBe(after.length);
        if (shown.filter((one) => one.startsWith(' ')).length + removed === before.length) {
          expect(linesBySide(shown, ' -')).toEqual(before);
          expect(linesBySide(shown, ' +')).toEqual(after);
        }
      }),
    );
  });
});

describe('a diff of long lines', () => {
  const long = (value: string): string => `{ before: "${'b'.repeat(400)}", cacheRetention: "${value}", after: "${'a'.repeat(400)}" }`;
  const shown = (before: string, after: string, columns = 70): readonly string[] =>
    nearChanges(maskedDiff(new Secret(before), new Secret(after)), columns).map(({ mark, text }) => `${mark} ${text}`);

  it('shows each line around what changed in it', () => {
    expect(shown(long('short'), long('none'))).toEqual(['- …cacheRetention: "short", after: "aaaaaa…', '+ …cacheRetention: "none", after: "aaaaaa…']);
  });

  it('leaves lines that fit, lines without a counterpart and secrets that look alike as they are', () => {
    expect(shown('a: 1', 'a: 2')).toEqual(['- a: 1', '+ a: 2']);
    const added = `"${'n'.repeat(200)}"`;
    expect(shown('x', `x\n${added}`)).toEqual(['  x', `+ ${added}`]);
    const secret = (letter: string): string => `{ "key": "sk-ant-api03-${letter.repeat(91)}wxAA", "note": "${'n'.repeat(100)}" }`;
    const alike = secret('k').replace('k'.repeat(91), '…');
    expect(shown(secret('k'), secret('j'))).toEqual([`- ${alike}`, `+ ${alike}`]);
  });

  it('never cuts what changed, at any width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ minLength: 1, maxLength: 20 }), fc.string({ maxLength: 300 }), fc.integer({ min: 10, max: 80 }), (head, value, tail, columns) => {
        const line = (inner: string): string => `"${head}#${inner}#${tail}"`.replaceAll(/[\r\n]/gu, ' ');
        const [, added] = nearChanges([{ mark: '-', line: 1, text: safeText(line('')) }, { mark: '+', line: 1, text: safeText(line(value)) }], columns);
        // What is common with the place around it may be told as either; its characters are all there.
        expect(added?.text.length ?? 0).toBeGreaterThanOrEqual(Math.min(safeText(value.replaceAll(/[\r\n]/gu, ' ')).length, columns));
        expect(safeText(line(value))).toContain((added?.text ?? '').replaceAll(/^…|…$/gu, ''));
      }),
    );
  });
});
