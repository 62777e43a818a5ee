import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPaste } from '../../src/anthropic/paste.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { apiKeyText, setupTokenText } from './made-up.ts';

function clean(raw: string): { text: string; removed: readonly string[] } {
  const { text, removed } = cleanPaste(new Secret(raw));
  return { text: text.reveal(), removed };
}

function wrapped(text: string, width: number, separator: string): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(separator);
}

const token = setupTokenText;

describe('the made-up credentials of these tests', () => {
  it('have the length of real ones', () => {
    expect([apiKeyText.length, setupTokenText.length]).toEqual([108, 108]);
  });
});

describe('a paste with one secret in it', () => {
  const pastes: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing around it', token, []],
    ['a line break after it', `${token}\n`, ['line-breaks']],
    ['spaces around it', `  ${token}\t`, ['spaces']],
    ['bracketed-paste markers', `\x1b[200~${token}\x1b[201~`, ['bracketed-paste-markers']],
    ['paste markers whose escape character was eaten', `[200~${token}[201~`, ['bracketed-paste-markers']],
    ['paste markers shown as text', `^[[200~${token}^[[201~`, ['bracketed-paste-markers']],
    ['colours', `\x1b[1;32m${token}\x1b[0m`, ['terminal-codes']],
    ['a colour in its middle', `${token.slice(0, 40)}\x1b[33m${token.slice(40)}`, ['terminal-codes']],
    ['a link that only a terminal sees', `\x1b]8;;https://example.test/a\x07${token}\x1b]8;;\x1b\\`, ['terminal-codes']],
    ['8-bit control sequences', `\x9b1m${token}\x9b0m`, ['terminal-codes']],
    ['a bell and a null', `\x07${token}\x00`, ['control-characters']],
    ['zero-width characters', `\uFEFF${token.slice(0, 9)}\u200B${token.slice(9)}\u200D`, ['invisible-characters']],
    ['a soft hyphen', `${token.slice(0, 50)}\u00AD${token.slice(50)}`, ['invisible-characters']],
    ['no-break spaces', `\u00A0${token}\u202F`, ['spaces']],
    ['line separators of a page', `${token.slice(0, 60)}\u2028${token.slice(60)}\u2029`, ['line-breaks']],
    ['carriage returns alone', `${token.slice(0, 60)}\r${token.slice(60)}`, ['line-breaks']],
    ['line breaks of Windows', `${token.slice(0, 60)}\r\n${token.slice(60)}\r\n`, ['line-breaks']],
    ['an indented second line', `${token.slice(0, 78)}\n    ${token.slice(78)}`, ['line-breaks', 'spaces']],
    ['a space where the line broke', `${token.slice(0, 78)} ${token.slice(78)}`, ['spaces']],
    ['a box', `╭──────╮\n│ ${token.slice(0, 60)} │\n│ ${token.slice(60)} │\n╰──────╯`, ['line-breaks', 'spaces', 'borders']],
    ['prompt marks', `> ${token.slice(0, 78)}\n> ${token.slice(78)}`, ['line-breaks', 'spaces', 'borders']],
    ['a shell prompt', `$ ${token}`, ['spaces', 'borders']],
    ['a shell continuation', `${token.slice(0, 50)}\\\n${token.slice(50)}`, ['line-breaks', 'borders']],
    ['double quotes', `"${token}"`, ['quotes']],
    ['single quotes', `'${token}'`, ['quotes']],
    ['backticks', `\`${token}\``, ['quotes']],
    ['typographic quotes', `“${token}”`, ['quotes']],
    ['a semicolon', `${token};`, ['punctuation']],
    ['export', `export CLAUDE_CODE_OAUTH_TOKEN=${token}`, ['assignment']],
    ['export with quotes', `export ANTHROPIC_API_KEY="${token}";`, ['quotes', 'punctuation', 'assignment']],
    ['an assignment', `ANTHROPIC_API_KEY=${token}`, ['assignment']],
    ['set of Windows', `set ANTHROPIC_API_KEY=${token}`, ['assignment']],
    ['PowerShell', `$env:ANTHROPIC_API_KEY = "${token}"`, ['quotes', 'assignment']],
    ['Bearer', `Bearer ${token}`, ['header-name']],
    ['an Authorization header', `Authorization: Bearer ${token}`, ['header-name']],
    ['an x-api-key header', `x-api-key: ${token}`, ['header-name']],
    ['a line of JSON', `  "key": "${token}",`, ['spaces', 'quotes', 'punctuation', 'json']],
    ['a sentence', `My token is ${token}.`, ['spaces', 'punctuation', 'surrounding-text']],
    ['full-width letters', 'ｓｋ－ａｎｔ－' + token.slice(7), ['full-width-characters']],
    ['typographic dashes', token.replace('sk-ant-', 'sk–ant—'), ['smart-dashes']],
    ['a broken prefix', `sk-\nant-${token.slice(7)}`, ['line-breaks']],
    ['the same secret twice', `${token}\n${token}`, ['line-breaks', 'surrounding-text']],
  ];

  it.each(pastes)('yields the secret and says what was taken out: %s', (_name, raw, removed) => {
    expect(clean(raw)).toEqual({ text: token, removed });
  });

  it('finds the token on the whole screen of claude setup-token, broken at column 78', () => {
    const screen = [
      '\x1b[2K\x1b[1G✓ Long-lived authentication token created successfully!\r',
      '\r',
      '  Your OAuth token (valid for 1 year):\r',
      '\r',
      `\x1b[33m${token.slice(0, 78)}\r`,
      `${token.slice(78)}\x1b[39m\r`,
      'Store this token securely. You will not be able to see it again.\r',
      'Use this token by setting: export CLAUDE_CODE_OAUTH_TOKEN=<token>\r',
    ].join('\n');
    expect(clean(screen).text).toBe(token);
    expect(clean(screen).removed).toContain('surrounding-text');
  });

  it.each(['Store', 'Done', 'OK', 'export FOO=1', 'setup-token', 'Store this token securely.', '$ exit', 'root@host:~# '])(
    'does not glue the line “%s” onto a whole or a cut token',
    (line) => {
      expect(clean(`${token}\n${line}`).text).toBe(token);
      expect(clean(`${token.slice(0, 78)}\n${line}`).text).toBe(token.slice(0, 78));
    },
  );

  it('joins a token of an unknown length over lines of its own', () => {
    const longer = `${token}9x8Y7z6W5v4U`;
    expect(clean(wrapped(longer, 60, '\n')).text).toBe(longer);
  });

  it('keeps a cut token cut', () => {
    expect(clean(`${token.slice(0, 80)}\n`).text).toBe(token.slice(0, 80));
  });

  it('keeps a strange character inside, so that it can be named', () => {
    const strange = `${token.slice(0, 40)}é${token.slice(40)}`;
    expect(clean(strange).text).toBe(strange);
    expect(clean(`${token}#state`).text).toBe(`${token}#state`);
  });

  it('takes the first complete one of several, and says so', () => {
    const result = clean(`old: ${apiKeyText.slice(0, 70)}\nnew: ${token}\nother: ${apiKeyText}`);
    expect(result.text).toBe(token);
    expect(result.removed).toContain('other-secrets');
  });

  it('prefers a credential for requests to a refresh token beside it', () => {
    const json = JSON.stringify({ refreshToken: token.replace('oat', 'ort'), accessToken: token });
    expect(clean(json).text).toBe(token);
  });
});

describe('a paste without a known secret', () => {
  it.each([
    ['  hello there \n', 'hello there'],
    ['"AIzaSomething"', 'AIzaSomething'],
    ['export OPENAI_API_KEY=sk-proj-abc', 'sk-proj-abc'],
    ['$ openclaw models status', 'openclaw models status'],
    ['sessionKey=abc', 'sessionKey=abc'],
    ['sk-ant-…', 'sk-ant-...'],
    ['<your-key>', '<your-key>'],
    [' \n\t', ''],
  ])('stays for diagnosis, trimmed and unwrapped: %j', (raw, text) => {
    expect(clean(raw).text).toBe(text);
  });
});

describe('any junk around a token', () => {
  const alphabet = [...'abcXYZ019 \t\n\r.,;:"\'`“”=<>{}[]()│─╮>$%\\/|…é漢\u00A0\u200B\uFEFF\u2028'];
  const junk = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 });

  it('yields the token, whatever stands on the lines before and after', () => {
    fc.assert(
      fc.property(junk, junk, (before, after) => {
        expect(clean(`${before}\n${token}\n\n.${after}`).text).toBe(token);
      }),
    );
  });

  it('yields the token, however narrow the window and whatever the indentation', () => {
    const separators = fc.constantFrom('\n', '\r\n', '\r', '\n  ', ' \n', '\n> ', ' │\n│ ', '\u2028', ' ', '\t', '\u200B', '\x1b[0m', '\x1b[K\n');
    const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-');
    const body = fc.string({ unit: letters, minLength: 93, maxLength: 93 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), separators, fc.constantFrom('api03', 'oat01'), body, (width, separator, family, random) => {
        const secret = `sk-ant-${family}-${random}AA`;
        expect(clean(wrapped(secret, width, separator)).text).toBe(secret);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['.;', '.`', '."', '.)', '!,'])('ends at %j, as in a sentence', (after) => {
    expect(clean(`${token}${after}`).text).toBe(token);
  });

  it('cleans nothing more the second time', () => {
    fc.assert(
      fc.property(junk, fc.constantFrom('', token, token.slice(0, 70)), junk, (before, secret, after) => {
        const once = clean(before + secret + after).text;
        expect(clean(once)).toEqual({ text: once, removed: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick on a long paste of anything', () => {
    const inputs = [' ', 'sk-ant-', 'a ', '\n', '\x1b[', '"', 'sk-ant-a1\n', '\x1b]', 'bearer '].map((piece) => piece.repeat(40_000));
    const startedAt = performance.now();
    for (const input of inputs) clean(input);
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });
});
