import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/terminal/redact.ts';
import { Secret } from '../../src/terminal/secret.ts';

const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
const body = fc.string({ unit: fc.constantFrom(...characters), minLength: 24, maxLength: 120 });
const credential = fc.tuple(fc.constantFrom('sk-ant-api03-', 'sk-ant-oat01-', 'sk-ant-admin01-'), body).map((parts) => parts.join(''));
const around = fc.string({ maxLength: 40 });

describe('credentials of Anthropic', () => {
  test('none survives in any surroundings', () => {
    fc.assert(
      fc.property(around, credential, around, (before, value, after) => {
        expect(redact(`${before} ${value} ${after}`)).not.toContain(value.slice(7));
      }),
    );
  });

  test('none survives in JSON, however often it is wrapped in it, nor in an inspected object', () => {
    fc.assert(
      fc.property(credential, fc.integer({ min: 1, max: 3 }), (value, depth) => {
        let text = value;
        for (let level = 0; level < depth; level += 1) text = JSON.stringify({ error: text });
        expect(redact(text)).not.toContain(value.slice(7));
        expect(redact(inspect({ headers: { 'x-api-key': value } }))).not.toContain(value.slice(7));
      }),
    );
  });

  test('none survives when it is broken over lines, plainly or escaped', () => {
    fc.assert(
      fc.property(credential, fc.integer({ min: 1, max: 20 }), fc.constantFrom('\n', '\r\n', '\n    ', '\\n', '\\\\r\\\\n', '\\u000a'), (value, at, lineBreak) => {
        const broken = `${value.slice(0, at)}${lineBreak}${value.slice(at)}`;
        const rest = redact(`key: ${broken}.`);
        expect(rest).toBe('key: [secret].');
      }),
    );
  });

  test('text around it stays', () => {
    expect(redact(`{"key":"sk-ant-api03-${'x'.repeat(95)}","id":"anthropic:default"}`)).toBe('{"key":"[secret]","id":"anthropic:default"}');
  });

  test('a long text without a credential is answered at once', () => {
    const text = `s${'\n'.repeat(50_000)}k${'\\n'.repeat(50_000)}`;
    const started = performance.now();
    expect(redact(text)).toBe(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('headers', () => {
  test.each([
    ['Authorization: Bearer abcdefghijklmnopqrstuvwxyz012345', 'Authorization: Bearer [secret]'],
    ['authorization: Basic dXNlcjpwYXNz', 'authorization: Basic [secret]'],
    ["{ 'x-api-key': 'short' }", "{ 'x-api-key': '[secret]' }"],
    ['["x-api-key","short"]', '["x-api-key","[secret]"]'],
    ['{\\"x-api-key\\":\\"short\\"}', '{\\"x-api-key\\":\\"[secret]\\"}'],
    ['curl -H x-api-key:short https://api.anthropic.com', 'curl -H x-api-key:[secret] https://api.anthropic.com'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('an error message that speaks of a bearer token stays readable', () => {
    expect(redact('Invalid bearer token')).toBe('Invalid bearer token');
    expect(redact('x-api-key header is required')).toBe('x-api-key header is required');
    expect(redact('invalid x-api-key')).toBe('invalid x-api-key');
  });
});

describe('known secrets', () => {
  test('none survives by its value, whatever its characters', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }).filter((text) => text.trim().length >= 4 && !'[secret]'.includes(text.trim()));
    fc.assert(
      fc.property(around, value, around, (before, text, after) => {
        const rest = redact(`${before}|${text}|${after}`, [new Secret(text)]);
        expect(rest.replaceAll('[secret]', '\u0000')).not.toContain(text.trim());
      }),
    );
  });

  test('none survives percent-encoded, JSON-escaped or wrapped', () => {
    const secret = new Secret('p@ss "word"/1234');
    expect(redact(`https://host/?key=${encodeURIComponent(secret.reveal())}`, [secret])).toBe('https://host/?key=[secret]');
    expect(redact(JSON.stringify({ key: secret.reveal() }), [secret])).toBe('{"key":"[secret]"}');
    expect(redact('p@ss "wo\n  rd"/1234', [secret])).toBe('[secret]');
  });

  test('an empty secret blanks nothing out', () => {
    expect(redact('plain words', [new Secret(''), new Secret('  '), new Secret('a')])).toBe('plain words');
  });
});
