import { afterEach, describe, expect, test } from 'vitest';
import { payerOf, type Payer } from '../../src/rules/payer.ts';
import { readHome, type ReadHome } from '../support/facts.ts';
import { apiKey, setupToken } from '../support/homes.ts';

let made: ReadHome | null = null;

afterEach(async () => {
  await made?.home.dispose();
  made = null;
});

const profile = (more: object): object => ({ version: 1, profiles: { 'anthropic:default': { provider: 'anthropic', ...more } } });

async function payer(config: object, main: object | null, variables: Record<string, string> = {}): Promise<Payer | undefined> {
  made = await readHome({ config, ...(main === null ? {} : { stores: { main } }) }, variables);
  const [credentials] = made.facts.credentials;
  return credentials === undefined ? undefined : payerOf(credentials);
}

describe('who pays', () => {
  test.each<[string, object, object | null, Record<string, string>, Payer]>([
    ['an API key', {}, profile({ type: 'api_key', key: apiKey('a') }), {}, 'api'],
    ['a setup-token', {}, profile({ type: 'token', token: setupToken('t') }), {}, 'subscription'],
    ['a setup-token stored as an API key', {}, profile({ type: 'api_key', key: setupToken('t') }), {}, 'subscription'],
    ['an API key stored as a token', {}, profile({ type: 'token', token: apiKey('a') }), {}, 'api'],
    ['a login', {}, profile({ type: 'oauth', access: 'x', refresh: 'y', expires: Date.now() + 1e6 }), {}, 'subscription'],
    ['a key in the environment', {}, null, { ANTHROPIC_API_KEY: apiKey('a') }, 'api'],
    ['a setup-token in ANTHROPIC_API_KEY', {}, null, { ANTHROPIC_API_KEY: setupToken('t') }, 'subscription'],
    ['an API key in ANTHROPIC_OAUTH_TOKEN', {}, null, { ANTHROPIC_OAUTH_TOKEN: apiKey('a') }, 'api'],
    ['nothing', {}, null, {}, 'none'],
    ['a profile that waits', {}, { ...profile({ type: 'api_key', key: apiKey('a') }), usageStats: { 'anthropic:default': { cooldownUntil: Date.now() + 1e6 } } }, {}, 'none'],
    ['Bedrock, by its other name', { agents: { defaults: { model: 'bedrock/anthropic.claude-x' } } }, profile({ type: 'api_key', key: apiKey('a') }), {}, 'cloud'],
    ['another provider', { agents: { defaults: { model: 'openai/gpt-5.2' } } }, profile({ type: 'api_key', key: apiKey('a') }), {}, 'none'],
  ])('for %s', async (_name, config, main, variables, expected) => {
    expect(await payer(config, main, variables)).toBe(expected);
  });
});
