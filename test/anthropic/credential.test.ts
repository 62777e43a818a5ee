import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, fingerprintOf, readCredential, summarise } from '../../src/anthropic/credential.ts';
import { cleanPaste } from '../../src/anthropic/paste.ts';
import { removals } from '../../src/anthropic/removal.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { diagnosisWords, removalWords, warningWords } from '../../src/words/credential.ts';
import { apiKey, apiKeyText, middle, setupToken, setupTokenText } from './made-up.ts';

const diagnosisOf = (text: string) => diagnose(new Secret(text));

describe('diagnosing a credential', () => {
  it('knows an API key and a setup-token by their prefix', () => {
    expect(diagnose(apiKey)).toEqual({ state: 'usable', kind: 'api-key', warnings: [] });
    expect(diagnose(setupToken)).toEqual({ state: 'usable', kind: 'setup-token', warnings: [] });
  });

  it('calls a token of fewer than 100 characters cut off, also the 80 that OpenClaw lets pass', () => {
    expect(diagnosisOf(setupTokenText.slice(0, 80))).toEqual({ state: 'truncated', kind: 'setup-token', length: 80 });
    expect(diagnosisOf(setupTokenText.slice(0, 99)).state).toBe('truncated');
    expect(diagnosisOf(setupTokenText.slice(0, 100)).state).toBe('usable');
    expect(diagnosisOf(apiKeyText.slice(0, 40))).toEqual({ state: 'truncated', kind: 'api-key', length: 40 });
  });

  it('warns of what is unusual and still lets it be kept', () => {
    expect(diagnosisOf(apiKeyText.slice(0, 107))).toMatchObject({ state: 'usable', warnings: ['unusual-length', 'unusual-suffix'] });
    expect(diagnosisOf(`${apiKeyText.slice(0, 106)}Bb`)).toMatchObject({ state: 'usable', warnings: ['unusual-suffix'] });
    expect(diagnosisOf(apiKeyText.replace('api03', 'api04'))).toMatchObject({ state: 'usable', warnings: ['unknown-prefix-number'] });
    expect(diagnosisOf(setupTokenText.replace('oat01', 'oat02'))).toMatchObject({ kind: 'setup-token', warnings: ['unknown-prefix-number'] });
  });

  it('warns when a paste held two different secrets, and not when it held one twice', () => {
    const both = readCredential(new Secret(`${setupTokenText}\n\n${apiKeyText}`)).diagnosis;
    expect(both).toMatchObject({ state: 'usable', kind: 'setup-token', warnings: ['several-secrets-found'] });
    const twice = readCredential(new Secret(`${apiKeyText}\n\n${apiKeyText}`)).diagnosis;
    expect(twice).toMatchObject({ warnings: [] });
  });

  it.each(['', ' ', '\n\t'])('calls %j empty', (text) => {
    expect(readCredential(new Secret(text)).diagnosis).toEqual({ state: 'empty' });
  });

  it.each([
    ['admin-key', apiKeyText.replace('api03', 'admin01')],
    ['refresh-token', setupTokenText.replace('oat01', 'ort01')],
    ['session-cookie', setupTokenText.replace('oat01', 'sid01')],
    ['session-cookie', `sessionKey=${setupTokenText.replace('oat01', 'sid01')}`],
    ['session-cookie', 'sessionKey=something'],
    ['oauth-code', 'aBcD1234efGH5678#stateStateState'],
    ['oauth-url', 'https://claude.ai/oauth/authorize?code=true&client_id=1'],
    ['oauth-url', 'https://console.anthropic.com/callback?x=1&code=abc'],
    ['console-url', 'https://console.anthropic.com/settings/keys'],
    ['console-url', 'platform.claude.com/settings/keys'],
    ['shell-command', 'openclaw models auth paste-token'],
    ['shell-command', '$ claude setup-token'],
    ['shell-command', 'npm install -g openclaw'],
    ['shell-command', 'curl https://api.anthropic.com/v1/models'],
    ['placeholder', 'sk-ant-...'],
    ['placeholder', 'sk-ant-api03-…'],
    ['placeholder', 'sk-ant-oat01-xxxxxxxxxxxx'],
    ['placeholder', 'YOUR_API_KEY'],
    ['placeholder', 'your-api-key-here'],
    ['placeholder', '<token>'],
    ['placeholder', 'sk-ant-your-key'],
    ['file-path', '~/.openclaw/openclaw.json'],
    ['file-path', '/home/someone/key'],
    ['file-path', './key.txt'],
    ['file-path', String.raw`C:\Users\someone\key.txt`],
    ['unrecognised', 'hello'],
    ['unrecognised', 'a sentence with é in it'],
    ['unrecognised', 'sk-ant-'],
    ['unrecognised', 'sk-ant-new77-abcdefghijklmnopqrstuvwxyz'],
  ])('names what was pasted instead: %s', (what, raw) => {
    expect(readCredential(new Secret(raw)).diagnosis).toEqual({ state: 'wrong', what });
  });

  it.each([
    ['OpenAI', 'sk-proj-abcdefghijklmnop'],
    ['OpenRouter', 'sk-or-v1-abcdefghijklmnop'],
    ['Google', 'AIzaSyAbcdefghijklmnop'],
    ['GitHub', 'ghp_abcdefghijklmnop'],
    ['GitHub', 'github_pat_abcdefghijklmnop'],
    ['xAI', 'xai-abcdefghijklmnop'],
    ['Groq', 'gsk_abcdefghijklmnop'],
  ])('names the vendor %s', (vendor, raw) => {
    expect(readCredential(new Secret(raw)).diagnosis).toEqual({ state: 'wrong', what: 'other-vendor', vendor });
  });

  it('tells where the first strange character stands, counted from 1', () => {
    const put = (character: string) => `${apiKeyText.slice(0, 20)}${character}${apiKeyText.slice(20)}`;
    expect(diagnosisOf(put('é'))).toEqual({ state: 'wrong', what: 'non-ascii', position: 21 });
    expect(diagnosisOf(put('+'))).toEqual({ state: 'wrong', what: 'illegal-character', position: 21 });
    expect(diagnosisOf(`${apiKeyText}\n`)).toEqual({ state: 'wrong', what: 'illegal-character', position: 109 });
    expect(diagnosisOf(apiKeyText.replace('s', 'ѕ'))).toEqual({ state: 'wrong', what: 'non-ascii', position: 1 });
  });
});

describe('the summary of a credential', () => {
  it('shows its prefix, its last four characters and its length', () => {
    expect(summarise(setupToken)).toEqual({ kind: 'setup-token', fingerprint: `sk-ant-oat01-…${setupTokenText.slice(-4)}`, length: 108 });
  });

  it('shows no end of a value of 24 characters or fewer', () => {
    expect(summarise(new Secret('sk-ant-api03-12345678901')).fingerprint).toBe('sk-ant-api03-…');
    expect(summarise(new Secret('hunter2')).fingerprint).toBe('…');
  });

  it('has no kind for what is no credential', () => {
    expect(summarise(new Secret('sk-proj-abcdefghijklmnop')).kind).toBeNull();
  });

  it('lets the same secret be found under several ids', () => {
    expect(fingerprintOf(new Secret(apiKeyText))).toBe(fingerprintOf(apiKey));
    expect(fingerprintOf(setupToken)).not.toBe(fingerprintOf(apiKey));
    expect(fingerprintOf(apiKey)).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('what is shown of a paste', () => {
  it('holds no part of the middle of the secret, whatever was pasted', () => {
    const junk = fc.string({ maxLength: 20 });
    const cut = fc.integer({ min: 62, max: 108 });
    fc.assert(
      fc.property(junk, junk, cut, fc.constantFrom('api03', 'oat01', 'admin01', 'ort01', 'sid01', 'new99'), (before, after, length, family) => {
        const secret = setupTokenText.replace('oat01', family).slice(0, length);
        const { diagnosis, summary, removed } = readCredential(new Secret(`${before}${secret}${after}`));
        const warnings = diagnosis.state === 'usable' ? diagnosis.warnings.map(warningWords) : [];
        const shown = JSON.stringify([diagnosis, diagnosisWords(diagnosis), summary, removed.map(removalWords), warnings]);
        for (let start = 0; start + 8 <= middle.length; start += 1) expect(shown).not.toContain(middle.slice(start, start + 8));
      }),
    );
  });

  it('has words for every kind of removal', () => {
    expect(removals.map(removalWords).every((text) => text !== '')).toBe(true);
  });

  it('never throws and never changes a whole credential', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { secret, diagnosis } = readCredential(new Secret(text));
        expect(diagnosisWords(diagnosis).title).not.toBe('');
        expect(cleanPaste(secret).text.reveal().length).toBeLessThanOrEqual(secret.length);
      }),
    );
  });
});
