import { afterEach, describe, expect, test } from 'vitest';
import { parseVersion } from '../../src/openclaw/version.ts';
import { checkExitCode, modelsStatus, type ModelsStatus } from '../../src/rules/models-status.ts';
import { maskedLabel, shortRemaining } from '../../src/rules/masked-label.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { writeStateDatabase } from '../support/databases.ts';
import { apiKey, makeHome, setupToken, type HomeContent, type TestHome } from '../support/homes.ts';
import { agentNamed, readHome } from '../support/read.ts';

const now = 1_790_000_000_000;
const hour = 3_600_000;
const february = { text: '2026.2.24', year: 2026, month: 2, patch: 24 };
let home: TestHome | null = null;

afterEach(async () => {
  await home?.dispose();
  home = null;
});

async function statusOf(content: HomeContent, variables: Record<string, string> = {}, agentId: string | null = null): Promise<ModelsStatus> {
  home = await makeHome(content);
  const snapshot = await readHome(home.host(variables), now);
  const agent = agentId === null ? null : agentNamed(snapshot, agentId);
  return modelsStatus(snapshot, { agent, lookUp: (name) => variables[name] ?? null, shorten: (path) => path.replace(home?.home ?? '', '~'), now });
}

const defaults = (more: object): HomeContent => ({ config: { agents: { defaults: more } } });
const stored = (profiles: object, more: object = {}): HomeContent => ({ config: {}, stores: { main: { version: 1, profiles, ...more } } });
const key = (provider = 'anthropic'): object => ({ type: 'api_key', provider, key: apiKey('a') });

describe('models', () => {
  test('an alias stays as written and is resolved; fallbacks and image models are told', async () => {
    const status = await statusOf(
      defaults({
        model: { primary: 'Work', fallbacks: ['anthropic/claude-haiku-4-5', 'openai/gpt-5.2'] },
        imageModel: { primary: 'google/gemini-3-pro-preview', fallbacks: ['openai/gpt-5.2'] },
        models: { 'anthropic/claude-sonnet-4-6': { alias: 'Work' }, 'openai/gpt-5.2': {}, 'x/y': { alias: ' ' } },
      }),
    );
    expect(status).toMatchObject({
      defaultModel: 'Work',
      resolvedDefault: 'anthropic/claude-sonnet-4-6',
      fallbacks: ['anthropic/claude-haiku-4-5', 'openai/gpt-5.2'],
      imageModel: 'google/gemini-3-pro-preview',
      imageFallbacks: ['openai/gpt-5.2'],
      aliases: { Work: 'anthropic/claude-sonnet-4-6', gpt: 'openai/gpt-5.2' },
      allowed: ['anthropic/claude-sonnet-4-6', 'openai/gpt-5.2', 'x/y'],
    });
    expect(status.auth.missingProvidersInUse).toEqual(['anthropic', 'google', 'openai']);
    expect(status).not.toHaveProperty('modelConfig');
    expect(status).not.toHaveProperty('agentId');
  });

  test.each([
    ['anthropic/claude-sonnet-4-6', 'agent', 'defaults', ['a/b']],
    [{ primary: 'anthropic/claude-sonnet-4-6' }, 'agent', 'defaults', ['a/b']],
    [{ primary: 'anthropic/claude-sonnet-4-6', fallbacks: [] }, 'agent', 'agent', []],
    [{ fallbacks: ['c/d'] }, 'defaults', 'agent', ['c/d']],
    [undefined, 'defaults', 'defaults', ['a/b']],
  ])('the model %j of an agent over the defaults', async (model, defaultSource, fallbacksSource, fallbacks) => {
    const config = { agents: { defaults: { model: { primary: 'opus-4.5', fallbacks: ['a/b'] } }, list: [{ id: 'Night Watch', model }] } };
    const status = await statusOf({ config }, {}, 'night-watch');
    expect(status).toMatchObject({ agentId: 'night-watch', modelConfig: { defaultSource, fallbacksSource }, fallbacks });
  });

  test.each([
    ['anthropic/claude-sonnet-4-6', 'agent', 'agent', []],
    [{ primary: 'anthropic/claude-sonnet-4-6' }, 'agent', 'agent', []],
    [{ fallbacks: ['c/d'] }, 'defaults', 'agent', ['c/d']],
    [undefined, 'defaults', 'defaults', ['a/b']],
  ])('from 2026.5.28 the model %j of an agent takes no fallbacks of the defaults', async (model, defaultSource, fallbacksSource, fallbacks) => {
    const agents = { defaults: { model: { primary: 'opus-4.5', fallbacks: ['a/b'] } }, list: [{ id: 'main', model }] };
    const status = await statusOf({ config: { meta: { lastTouchedVersion: '2026.5.28' }, agents } }, {}, 'main');
    expect(status).toMatchObject({ modelConfig: { defaultSource, fallbacksSource }, fallbacks });
  });

  test('a profile behind the model stays in what is written, and is no part of the model', async () => {
    const config = { meta: { lastTouchedVersion: '2026.9.6' }, agents: { defaults: { model: 'anthropic/claude-opus-5@anthropic:a' }, entries: { main: {} } } };
    expect(await statusOf({ config })).toMatchObject({ defaultModel: 'anthropic/claude-opus-5@anthropic:a', resolvedDefault: 'anthropic/claude-opus-5' });
  });

  test.each([
    [{}, ['anthropic/claude-opus-5']],
    [{ migrations: { modelPolicyAllowlist: true } }, []],
  ])('in 2026.9.6 with the mark %j the models of the config allow %j', async (mark, allowed) => {
    const agents = { defaults: { models: { 'anthropic/claude-opus-5': {} } }, entries: { main: {} } };
    expect((await statusOf({ config: { meta: { lastTouchedVersion: '2026.9.6', ...mark }, agents } })).allowed).toEqual(allowed);
  });

  test.each<[string, object, readonly string[]]>([
    ['2026.5.28', {}, []],
    ['2026.5.28', { model: 'openai/gpt-5.5' }, []],
    ['2026.5.28', { models: { 'openai/gpt-5.5': {} } }, ['openai/gpt-5.5']],
    ['2026.5.28', { model: 'anthropic/claude-opus-4-8' }, ['anthropic/claude-opus-4-8', 'anthropic/claude-sonnet-4-6']],
    ['2026.7.1', { model: 'anthropic/claude-opus-4-8' }, ['anthropic/claude-opus-4-8', 'anthropic/claude-sonnet-5', 'anthropic/claude-sonnet-4-6']],
    ['2026.7.1', { models: { 'anthropic/claude-opus-4-8': {} } }, ['anthropic/claude-opus-4-8', 'anthropic/claude-sonnet-5', 'anthropic/claude-sonnet-4-6']],
    ['2026.9.6', { models: { 'openai/gpt-5.5': {} } }, ['openai/gpt-5.5']],
    ['2026.9.6', { model: 'anthropic/claude-opus-4-8' }, ['anthropic/claude-opus-4-8', 'anthropic/claude-sonnet-4-6', 'anthropic/claude-sonnet-5']],
  ])('with a declared API key %s makes of %j the models %j', async (version, shared, allowed) => {
    const agents = { defaults: shared, ...(version === '2026.9.6' ? { entries: { main: {} } } : { list: [{ id: 'main' }] }) };
    const auth = { profiles: { 'anthropic:w': { provider: 'anthropic', mode: 'api_key' } } };
    expect((await statusOf({ config: { meta: { lastTouchedVersion: version }, agents, auth } })).allowed).toEqual(allowed);
  });

  test.each<[string, object, Record<string, string>, readonly string[]]>([
    ['declared API key', { auth: { profiles: { x: { provider: 'anthropic', mode: 'api_key' } } } }, {}, ['anthropic/claude-opus-4-6']],
    ['declared token', { auth: { profiles: { x: { provider: 'anthropic', mode: 'token' } } } }, { ANTHROPIC_API_KEY: apiKey('e') }, []],
    ['API key in the environment', {}, { ANTHROPIC_API_KEY: apiKey('e') }, ['anthropic/claude-opus-4-6']],
    ['token and key in the environment', {}, { ANTHROPIC_API_KEY: apiKey('e'), ANTHROPIC_OAUTH_TOKEN: setupToken('e') }, []],
  ])('with a %s the primary gets an entry of its own or not', async (_name, config, variables, allowed) => {
    const status = await statusOf({ config: { ...config, agents: { defaults: { model: 'opus' } } } }, variables);
    expect(status.allowed).toEqual(allowed);
  });

  test('a model of another provider gets none', async () => {
    const config = { auth: { profiles: { x: { provider: 'anthropic', mode: 'api_key' } } }, agents: { defaults: { model: 'openai/gpt-5.2' } } };
    expect((await statusOf({ config })).allowed).toEqual([]);
  });
});

describe('providers', () => {
  test('of stores, config, models and variables are named, sorted, if they have anything', async () => {
    const status = await statusOf(
      {
        config: { models: { providers: { anthropic: { apiKey: apiKey('c'), models: [] }, mine: { models: [] } } }, agents: { defaults: { model: 'xai/grok', models: { 'mistral/m': {} } } } },
        stores: { main: { version: 1, profiles: { 'openai:default': key('openai') } } },
      },
      { OPENAI_API_KEY: 'sk-1234567890123456789', MISTRAL_API_KEY: 'short', GH_TOKEN: 'ghp_12345678901234567890' },
    );
    expect(status.auth.providers).toEqual([
      {
        provider: 'anthropic',
        effective: { kind: 'models.json', detail: 'sk-ant-a...ccccccAA' },
        profiles: { count: 0, oauth: 0, token: 0, apiKey: 0, labels: [] },
        modelsJson: { value: 'sk-ant-a...ccccccAA', source: 'models.json: ~/.openclaw/agents/main/agent/models.json' },
      },
      {
        provider: 'github-copilot',
        effective: { kind: 'env', detail: 'ghp_1234...34567890' },
        profiles: { count: 0, oauth: 0, token: 0, apiKey: 0, labels: [] },
        env: { value: 'ghp_1234...34567890', source: 'env: GH_TOKEN' },
      },
      {
        provider: 'mistral',
        effective: { kind: 'env', detail: '…' },
        profiles: { count: 0, oauth: 0, token: 0, apiKey: 0, labels: [] },
        env: { value: '…', source: 'env: MISTRAL_API_KEY' },
      },
      {
        provider: 'openai',
        effective: { kind: 'profiles', detail: '~/.openclaw/agents/main/agent/auth-profiles.json' },
        profiles: { count: 1, oauth: 0, token: 0, apiKey: 1, labels: ['openai:default=sk-ant-a...aaaaaaAA'] },
        env: { value: 'sk-12345...23456789', source: 'env: OPENAI_API_KEY' },
      },
    ]);
    expect(status.auth.missingProvidersInUse).toEqual(['xai']);
    expect(status.auth.oauth.providers.map(({ provider, status: state }) => `${provider} ${state}`)).toEqual([
      'anthropic missing', 'github-copilot missing', 'mine missing', 'mistral missing', 'openai static', 'xai missing',
    ]);
  });

  test('labels hold the email of the config or the store, and never the access of a login', async () => {
    const login = { type: 'oauth', provider: 'anthropic', access: 'access-secret-1234567890', refresh: 'r', expires: now - hour, email: 'store@example.test' };
    const status = await statusOf({
      config: { auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'oauth', email: 'config@example.test' } } } },
      stores: { main: { version: 1, profiles: { 'anthropic:a': login, 'anthropic:b': { ...login, refresh: '' } } } },
    });
    expect(status.auth.providers[0]?.profiles.labels).toEqual(['anthropic:a=OAuth (config@example.test)', 'anthropic:b=OAuth (store@example.test)']);
    expect(status.auth.oauth.profiles.map((profile) => profile.status)).toEqual(['ok', 'expired']);
    expect(checkExitCode(status, february)).toBe(1);
    expect(JSON.stringify(status)).not.toContain('access');
  });
});

describe('waiting profiles', () => {
  test('are listed by what is left, also without a profile; those of OpenRouter never wait', async () => {
    const usageStats = {
      'openrouter:a': { cooldownUntil: now + hour },
      'gone:x': { cooldownUntil: now + 2 * hour },
      'anthropic:a': { cooldownUntil: now + 3 * hour, disabledUntil: now + hour, disabledReason: 'billing' },
      'anthropic:over': { cooldownUntil: now, disabledUntil: -5 },
      'anthropic:odd': { cooldownUntil: '99999999999999', disabledUntil: null },
      'anthropic:b': { cooldownUntil: now + 30_000, disabledReason: 'billing' },
    };
    const status = await statusOf(stored({ 'openrouter:a': key('openrouter'), 'anthropic:a': key(), 'anthropic:b': key() }, { usageStats }));
    expect(status.auth.unusableProfiles).toEqual([
      { profileId: 'anthropic:b', provider: 'anthropic', kind: 'cooldown', reason: 'billing', until: now + 30_000, remainingMs: 30_000 },
      { profileId: 'gone:x', kind: 'cooldown', until: now + 2 * hour, remainingMs: 2 * hour },
      { profileId: 'anthropic:a', provider: 'anthropic', kind: 'disabled', reason: 'billing', until: now + 3 * hour, remainingMs: 3 * hour },
    ]);
    expect(status.auth.providers.flatMap(({ profiles }) => profiles.labels)).toEqual([
      'anthropic:a=sk-ant-a...aaaaaaAA [disabled:billing 3h]',
      'anthropic:b=sk-ant-a...aaaaaaAA [cooldown 1m]',
      'openrouter:a=sk-ant-a...aaaaaaAA',
    ]);
    expect(checkExitCode(status, february)).toBe(0);
  });

  test.each([
    [-1, '0m'],
    [1, '1m'],
    [89_999, '1m'],
    [59.4 * 60_000, '59m'],
    [59.5 * 60_000, '1h'],
    [47 * hour, '47h'],
    [48 * hour, '2d'],
  ])('%d ms are written %s', (remainingMs, written) => {
    expect(shortRemaining(remainingMs)).toBe(written);
  });
});

describe('the exit code of --check', () => {
  test.each<[string, object, number]>([
    ['a token without an end', { type: 'token', provider: 'anthropic', token: setupToken('t') }, 0],
    ['a token that ends in a day', { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: now + 24 * hour }, 2],
    ['a token that ends after a day', { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: now + 24 * hour + 1 }, 0],
    ['a token that ends now', { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: now }, 1],
    ['a login without an end', { type: 'oauth', provider: 'anthropic', access: 'a', refresh: 'r' }, 1],
    ['a blank key', { type: 'api_key', provider: 'anthropic', key: '' }, 0],
  ])('for %s', async (_name, profile, expected) => {
    expect(checkExitCode(await statusOf(stored({ 'anthropic:a': profile })), february)).toBe(expected);
  });

  test('is 1 for a Bedrock model, whatever AWS credentials there are', async () => {
    const status = await statusOf(defaults({ model: 'bedrock/anthropic.claude' }), { AWS_PROFILE: 'work' });
    expect(status.auth.missingProvidersInUse).toEqual(['amazon-bedrock']);
    expect(checkExitCode(status, february)).toBe(1);
  });
});

test('a label shows the ends of a secret, a short one never whole', () => {
  expect(maskedLabel(new Secret(apiKey('a')))).toBe('sk-ant-a...aaaaaaAA');
  expect(maskedLabel(new Secret('12345678901234567'))).toBe('12345678...01234567');
  expect(maskedLabel(new Secret('1234567890123456'))).toBe('…');
  expect(maskedLabel(new Secret('  '))).toBe('missing');
  expect(maskedLabel(null)).toBe('missing');
});

/** Each as the real program of that version answered. */
describe('by version', () => {
  const token = (more: object): object => ({ type: 'token', provider: 'anthropic', token: setupToken('t'), ...more });
  const over = token({ expires: now - 1 });
  const cases: readonly (readonly [string, string, object, Record<string, string>, number, readonly string[]])[] = [
    ['2026.3.13', 'one of two is over', { 'anthropic:t': over, 'anthropic:a': key() }, {}, 1, []],
    ['2026.5.28', 'one of two is over', { 'anthropic:t': over, 'anthropic:a': key() }, {}, 0, []],
    ['2026.5.28', 'the only one is over', { 'anthropic:t': over }, {}, 1, ['anthropic']],
    ['2026.9.6', 'the only one is over', { 'anthropic:t': over }, {}, 1, ['anthropic']],
    ['2026.9.6', 'the only one is over, with a key in the environment', { 'anthropic:t': over }, { ANTHROPIC_API_KEY: apiKey('e') }, 0, []],
    ['2026.9.6', 'one of a provider that no model uses is over', { 'anthropic:a': key(), 'openai:t': { ...over, provider: 'openai' } }, {}, 0, []],
    ['2026.9.6', 'the only one has no secret', { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: '' } }, {}, 1, ['anthropic']],
    ['2026.9.6', 'nothing at all', {}, {}, 1, []],
  ];
  test.each(cases)('%s, %s: exit code and what is missing', async (text, _name, profiles, variables, code, missing) => {
    const version = parseVersion(text) ?? february;
    home = await makeHome({ config: { agents: { defaults: { model: 'anthropic/claude-opus-5' } }, meta: { lastTouchedVersion: text } } });
    if (text === '2026.9.6') await writeStateDatabase(home.stateDir, { profiles });
    else await home.write('.openclaw/agents/main/agent/auth-profiles.json', { version: 1, profiles });
    const snapshot = await readHome(home.host(variables), now);
    const status = modelsStatus(snapshot, { agent: null, lookUp: (name) => variables[name] ?? null, shorten: (path) => path, now });
    expect([checkExitCode(status, version), status.auth.missingProvidersInUse]).toEqual([code, missing]);
  });

  test('without a usable profile 2026.9.6 tells of all, and of a provider by the worst of them', async () => {
    home = await makeHome({ config: { agents: { defaults: { model: 'anthropic/claude-opus-5' } }, auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'token' } } }, meta: { lastTouchedVersion: '2026.9.6' } } });
    await writeStateDatabase(home.stateDir, { profiles: { 'anthropic:a': key() } });
    const status = modelsStatus(await readHome(home.host(), now), { agent: null, lookUp: () => null, shorten: (path) => path, now });
    expect(status.auth.oauth.providers).toMatchObject([{ provider: 'anthropic', status: 'static', effectiveProfiles: [{ profileId: 'anthropic:a', status: 'static' }] }]);
    expect(checkExitCode(status, { text: '2026.9.6', year: 2026, month: 9, patch: 6 })).toBe(1);
  });

  test('the list of models that may be used is its own from 2026.8.1 on, and sorted', async () => {
    const models = { 'anthropic/claude-opus-5': {}, 'anthropic/claude-haiku-4-5': {} };
    const allowed = async (shared: object): Promise<readonly string[]> => {
      await home?.dispose();
      home = await makeHome({ config: { agents: { defaults: shared }, meta: { lastTouchedVersion: '2026.9.6' } } });
      return modelsStatus(await readHome(home.host(), now), { agent: null, lookUp: () => null, shorten: (path) => path, now }).allowed;
    };
    expect(await allowed({ models })).toEqual(['anthropic/claude-haiku-4-5', 'anthropic/claude-opus-5']);
    expect(await allowed({ models, modelPolicy: { allow: ['anthropic/claude-sonnet-5'] } })).toEqual(['anthropic/claude-sonnet-5']);
  });
});
