import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { apiKey, makeHome, setupToken, type TestHome } from '../support/homes.ts';
import { readHome } from '../support/read.ts';

let home: TestHome;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.dispose());

function listed(snapshot: Snapshot): unknown[] {
  return snapshot.variables.map(({ name, origin, effective, secret }) => [name, origin, effective, secret.reveal().at(-3)]);
}

describe('where the two variables come from', () => {
  test('every origin is listed, strongest first, and one of a name counts', async () => {
    await home.write('.env', `ANTHROPIC_API_KEY=${apiKey('b')}`);
    await home.write('.openclaw/.env', `export ANTHROPIC_API_KEY="${apiKey('c')}"\nANTHROPIC_OAUTH_TOKEN=${setupToken('d')}`);
    await home.write('.openclaw/openclaw.json', { env: { ANTHROPIC_API_KEY: apiKey('e'), vars: { ANTHROPIC_API_KEY: apiKey('f') } } });
    const snapshot = await readHome(home.host({ ANTHROPIC_API_KEY: apiKey('a') }), 0);
    expect(listed(snapshot)).toEqual([
      ['ANTHROPIC_OAUTH_TOKEN', 'state-dotenv', true, 'd'],
      ['ANTHROPIC_API_KEY', 'process', true, 'a'],
      ['ANTHROPIC_API_KEY', 'working-directory-dotenv', false, 'b'],
      ['ANTHROPIC_API_KEY', 'state-dotenv', false, 'c'],
      ['ANTHROPIC_API_KEY', 'config-env', false, 'e'],
      ['ANTHROPIC_API_KEY', 'config-env-vars', false, 'f'],
    ]);
    expect(snapshot.variables.map(({ path }) => path?.replace(`${home.home}/`, '') ?? null)).toEqual([
      '.openclaw/.env',
      null,
      '.env',
      '.openclaw/.env',
      '.openclaw/openclaw.json',
      '.openclaw/openclaw.json',
    ]);
  });

  test('a variable that is set but empty keeps every .env out, not the config', async () => {
    await home.write('.env', `ANTHROPIC_API_KEY=${apiKey('b')}`);
    await home.write('.openclaw/openclaw.json', { env: { vars: { ANTHROPIC_API_KEY: apiKey('f') } } });
    expect(listed(await readHome(home.host({ ANTHROPIC_API_KEY: '' }), 0))).toEqual([
      ['ANTHROPIC_API_KEY', 'working-directory-dotenv', false, 'b'],
      ['ANTHROPIC_API_KEY', 'config-env-vars', true, 'f'],
    ]);
  });

  test('line breaks and spaces around a value are not sent', async () => {
    const snapshot = await readHome(home.host({ ANTHROPIC_API_KEY: ` ${apiKey('a')}\r\n` }), 0);
    expect(snapshot.variables[0]?.secret.reveal()).toBe(apiKey('a'));
  });

  test('the .env of the state dir is listed once when clawdial is started there', async () => {
    await home.write('.openclaw/.env', `ANTHROPIC_API_KEY=${apiKey('c')}`);
    const host = { ...home.host(), workingDirectory: home.stateDir };
    expect((await readHome(host, 0)).variables.map(({ path }) => path)).toEqual([join(home.stateDir, '.env')]);
  });

  test('${NAME} in the provider key is replaced, also from the config itself', async () => {
    await home.write('.openclaw/openclaw.json', {
      env: { vars: { OWN_KEY: apiKey('o') } },
      models: { providers: { anthropic: { apiKey: '${OWN_KEY}', baseUrl: 'http://127.0.0.1:9/v1/', models: [] } } },
    });
    const snapshot = await readHome(home.host(), 0);
    expect(snapshot.providerKey?.reveal()).toBe(apiKey('o'));
    expect(snapshot.baseUrl).toBe('http://127.0.0.1:9');
  });
});
