import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymiser } from '../../src/rules/report/anonymous-text.ts';
import { configOutline } from '../../src/rules/report/config-outline.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { apiKey } from '../support/homes.ts';

const identity = { homes: ['/home/ada', '/home/ada/claw'], userNames: ['ada', 'root'], secrets: [new Secret('correct horse battery')] };

describe('a text made anonymous', () => {
  test.each([
    ['/home/ada/.openclaw/openclaw.json', '~/.openclaw/openclaw.json'],
    ['/home/ada/claw/state', '~/state'],
    ['/mnt/ada/keys, /mnt/adaptive', '/mnt/<user>/keys, /mnt/adaptive'],
    ['/srv/root/x', '/srv/root/x'],
    ['anthropic:ada@example.com and Ada@Example.com, bob@example.org', 'anthropic:<e-mail 1> and <e-mail 1>, <e-mail 2>'],
    [`key ${apiKey('a')}`, 'key [secret]'],
    ['the word is correct horse battery.', 'the word is [secret].'],
    ['anthropic:default, 2026.2.24', 'anthropic:default, 2026.2.24'],
  ])('%s', (text, wanted) => {
    expect(anonymiser(identity)(text)).toBe(wanted);
  });

  test('never lets an address through, wherever it stands', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), fc.string(), (mail, before, after) => {
        expect(anonymiser(identity)(`${before} ${mail} ${after}`)).not.toContain(mail);
      }),
    );
  });
});

describe('the outline of a config', () => {
  test('shows what is known to be harmless, and of the rest the kind alone', () => {
    const outline = configOutline({
      env: { vars: { TOKEN: 'x', PORT: 5 } },
      auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'token', email: 'a@b.example' } }, order: { anthropic: ['anthropic:a'] } },
      agents: { list: [{ id: 'main', name: 'Ada', workspace: '/home/ada', params: { cacheRetention: 'long', apiKey: 'x', maxTokens: 9 } }] },
      gateway: { port: 18789, auth: { token: '${GATEWAY_TOKEN}', password: 'x' } },
      channels: { telegram: { allowFrom: ['+31612345678'] } },
    });
    expect(outline).toEqual({
      env: { vars: { TOKEN: '<text>', PORT: '<number>' } },
      auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'token', email: '<text>' } }, order: { anthropic: ['anthropic:a'] } },
      agents: { list: [{ id: 'main', name: '<text>', workspace: '<text>', params: { cacheRetention: 'long', apiKey: '<text>', maxTokens: 9 } }] },
      gateway: { port: 18789, auth: { token: '${GATEWAY_TOKEN}', password: '<text>' } },
      channels: '<object of 1>',
    });
  });

  test('no text of a place that is not on the list ever comes out', () => {
    const secret = 'Tr0ub4dor';
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const planted: unknown = JSON.parse(JSON.stringify({ plugins: value, gateway: { auth: value }, models: { providers: { anthropic: value } } }, (_key, member: unknown) => (typeof member === 'string' ? secret : member)));
        expect(JSON.stringify(configOutline(planted))).not.toContain(secret);
      }),
    );
  });
});
