import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/openclaw/snapshot.ts';
import type { Route } from '../../../src/rules/cache/route.ts';
import { apiKey, setupToken } from '../../support/homes.ts';
import { declaredKey, keyStore, now, opus, routeOf, tokenStore, withParams, type GivenState } from './routes.ts';

const names = (route: Route): readonly string[] => route.betas.map(({ name }) => name);
const codes = (route: Route): readonly string[] => route.warnings.map(({ code }) => code);
const tools = 'fine-grained-tool-streaming-2025-05-14';
const thinking = 'interleaved-thinking-2025-05-14';
const oauth = ['claude-code-20250219', 'oauth-2025-04-20'];
const context = 'context-1m-2025-08-07';
const pruning = 'context-management-2025-06-27';

describe('the header follows the prefix of the credential', () => {
  const stored = (type: string, field: string, secret: string): JsonObject => ({ version: 1, profiles: { 'anthropic:x': { type, provider: 'anthropic', [field]: secret } } });

  test.each<[string, GivenState, string, string | null, unknown]>([
    ['an API key', { stores: { main: keyStore } }, 'x-api-key', 'anthropic:default', { from: 'profile' }],
    ['a setup-token', { stores: { main: tokenStore } }, 'bearer', 'anthropic:default', { from: 'profile' }],
    ['a setup-token kept as an API key', { stores: { main: stored('api_key', 'key', setupToken('t')) } }, 'bearer', 'anthropic:x', { from: 'profile' }],
    ['an API key kept as a token', { stores: { main: stored('token', 'token', apiKey('k')) } }, 'x-api-key', 'anthropic:x', { from: 'profile' }],
    ['a setup-token in ANTHROPIC_API_KEY', { stores: {}, env: { ANTHROPIC_API_KEY: setupToken('t') } }, 'bearer', null, { from: 'variable', name: 'ANTHROPIC_API_KEY' }],
    ['an API key in ANTHROPIC_OAUTH_TOKEN', { stores: {}, env: { ANTHROPIC_OAUTH_TOKEN: apiKey('k') } }, 'x-api-key', null, { from: 'variable', name: 'ANTHROPIC_OAUTH_TOKEN' }],
    ['the key of the provider', { stores: {}, config: { models: { providers: { anthropic: { apiKey: apiKey('k'), models: [] } } } } }, 'x-api-key', null, { from: 'provider-key' }],
  ])('%s', async (_name, given, auth, profileId, source) => {
    const route = await routeOf(given);
    expect(route).toMatchObject({ auth, profileId, source, error: null });
    expect(names(route)).toEqual(auth === 'bearer' ? [oauth[0], tools, thinking, oauth[1]] : [tools, thinking]);
    expect(codes(route).includes('subscription-cache')).toBe(auth === 'bearer');
  });

  test('a token that caches nothing needs no word about subscriptions', async () => {
    expect(codes(await routeOf({ config: withParams({ cacheRetention: 'none' }), stores: { main: tokenStore } }))).toEqual([]);
  });
});

describe('context1m', () => {
  const asked = (model: string, value: unknown): object => ({ agents: { defaults: { model, models: { [model]: { params: { context1m: value } } } } } });

  test.each([
    [opus, true, true, []],
    ['anthropic/claude-sonnet-4-6', true, true, []],
    ['anthropic/claude-haiku-4-5', true, false, ['context1m-model']],
    [opus, 'true', false, ['context1m-not-true']],
    [opus, 1, false, ['context1m-not-true']],
    [opus, false, false, []],
  ])('2026.2.24, %s with %j and an API key: sent %s', async (model, value, sent, warned) => {
    const route = await routeOf({ config: asked(model, value) });
    expect(names(route).includes(context)).toBe(sent);
    expect(codes(route)).toEqual(warned);
  });

  test.each(['2026.2.24', '2026.3.13'])('%s leaves it out for a token, and says so', async (version) => {
    const route = await routeOf({ version, config: asked(opus, true), stores: { main: tokenStore } });
    expect(names(route)).not.toContain(context);
    expect(names(route)).toEqual(expect.arrayContaining(oauth));
    expect(codes(route)).toContain('context1m-token');
  });

  test.each(['2026.5.22', '2026.9.6'])('%s never sends it', async (version) => {
    const route = await routeOf({ version, config: withParams({ context1m: true, anthropicBeta: [context, 'mine-1'] }) });
    expect(names(route)).not.toContain(context);
    expect(names(route)).toContain('mine-1');
    expect(codes(route)).toContain('context1m-retired');
  });

  test('2026.9.6 then forgets the betas of a token', async () => {
    const route = await routeOf({ version: '2026.9.6', config: asked(opus, true), stores: { main: tokenStore } });
    expect(names(route).filter((name) => oauth.includes(name))).toEqual([]);
    expect(route.warnings).toContainEqual({ code: 'oauth-betas-dropped', by: 'context1m' });
  });
});

describe('betas of the config', () => {
  const beside = [tools, thinking];

  test.each<[unknown, readonly string[]]>([
    ['one-1', ['one-1']],
    [' one-1 ', ['one-1']],
    ['one-1,two-2', ['one-1', 'two-2']],
    [['two-2', ' one-1', '', 5, null, 'two-2'], ['one-1', 'two-2']],
    [['extended-cache-ttl-2025-04-11'], ['extended-cache-ttl-2025-04-11']],
    [5, []],
  ])('params.anthropicBeta %j', async (value, added) => {
    const route = await routeOf({ config: withParams({ anthropicBeta: value }) });
    expect(names(route)).toEqual([...beside, ...added].toSorted());
    expect(codes(route)).toEqual(added[0]?.startsWith('extended') === true ? ['extended-cache-ttl'] : []);
  });

  const headers = (value: string, more: object = {}): object => ({ models: { providers: { anthropic: { headers: { 'Anthropic-Beta': value }, models: [], ...more } } } });

  test('headers of the provider replace the list, a token’s betas included', async () => {
    const config = headers('b-2, a-1');
    expect(names(await routeOf({ config }))).toEqual(['a-1', 'b-2']);
    const token = await routeOf({ config, stores: { main: tokenStore } });
    expect(token.warnings).toContainEqual({ code: 'beta-header-replaced', dropsOauth: true });
    expect((await routeOf({ config: headers(oauth.join(',')), stores: { main: tokenStore } })).warnings).toContainEqual({ code: 'beta-header-replaced', dropsOauth: false });
  });

  test('headers of the model come before those of the provider', async () => {
    const config = headers('b-2', { models: [{ id: 'claude-opus-4-6', headers: { 'anthropic-beta': 'model-1' } }] });
    expect(names(await routeOf({ config }))).toEqual(['model-1']);
  });

  test('params replace such headers', async () => {
    const route = await routeOf({ config: { ...headers('b-2'), ...withParams({ anthropicBeta: 'mine-1' }) } });
    expect(names(route)).toEqual([tools, thinking, 'mine-1']);
    expect(codes(route)).toEqual(['beta-header-ignored']);
  });

  test('a wish that comes to nothing replaces them from 2026.3.13 on', async () => {
    const config = { ...headers('b-2'), ...withParams({ context1m: true }) };
    expect(names(await routeOf({ config, stores: { main: tokenStore } }))).toEqual(['b-2']);
    expect(names(await routeOf({ version: '2026.3.13', config, stores: { main: tokenStore } }))).toEqual([oauth[0], tools, thinking, oauth[1]]);
  });
});

describe('context pruning of 2026.9.6', () => {
  const version = '2026.9.6';
  const pruned = (mode: unknown): object => ({ agents: { defaults: { model: opus, contextPruning: { mode } } } });

  test.each<[string, GivenState, boolean]>([
    ['a declared key', { config: { agents: { defaults: { model: opus } }, ...declaredKey } }, true],
    ['a key in the environment', { config: { agents: { defaults: { model: opus } } }, stores: {}, env: { ANTHROPIC_API_KEY: apiKey('e') } }, true],
    ['a key that nothing declares', { config: { agents: { defaults: { model: opus } } } }, false],
    ['a token', { config: { agents: { defaults: { model: opus } } }, stores: { main: tokenStore } }, false],
    ['pruning set by hand', { config: pruned('cache-ttl') }, true],
    ['pruning off, a declared key', { config: { ...pruned('off'), ...declaredKey } }, false],
    ['another base URL', { config: { ...pruned('cache-ttl'), models: { providers: { anthropic: { baseUrl: 'https://p.example', models: [] } } } } }, false],
  ])('%s: %s', async (_name, given, sent) => {
    expect(names(await routeOf({ version, ...given })).includes(pruning)).toBe(sent);
    expect(names(await routeOf({ version: '2026.3.13', ...given }))).not.toContain(pruning);
  });

  test('behind another base URL none go out, not even those of a token', async () => {
    const config = { agents: { defaults: { model: opus } }, models: { providers: { anthropic: { baseUrl: 'https://p.example', models: [] } } } };
    expect(names(await routeOf({ version, config }))).toEqual([]);
    expect(names(await routeOf({ version, config, stores: { main: tokenStore } }))).toEqual([]);
  });
});

describe('waiting profiles', () => {
  const waiting = (windows: Readonly<Record<string, JsonObject>>): JsonObject => ({
    version: 1,
    profiles: Object.fromEntries(Object.keys(windows).map((id) => [id, { type: 'api_key', provider: 'anthropic', key: apiKey('w') }])),
    usageStats: windows,
  });
  const cooling = { cooldownUntil: now + 600_000, errorCount: 1, failureCounts: { rate_limit: 1 } };
  const disabled = { disabledUntil: now + 3_600_000, disabledReason: 'billing', errorCount: 1 };

  test.each([
    ['2026.2.24', false, false],
    ['2026.3.13', false, true],
    ['2026.5.28', false, true],
    ['2026.7.1', true, true],
    ['2026.9.6', true, false],
  ])('%s: the only one cools down: sent %s; is disabled: sent %s', async (version, whenCooling, whenDisabled) => {
    const cools = await routeOf({ version, stores: { main: waiting({ 'anthropic:a': cooling }) }, config: withParams({}) });
    expect(cools.error?.code ?? null).toBe(whenCooling ? null : 'all-cooling');
    expect(cools.profileId).toBe(whenCooling ? 'anthropic:a' : null);
    const rests = await routeOf({ version, stores: { main: waiting({ 'anthropic:a': disabled }) }, config: withParams({}) });
    expect(rests.error?.code ?? null).toBe(whenDisabled ? null : 'all-disabled');
    expect(codes(rests).includes('tried-while-waiting')).toBe(whenDisabled);
  });

  test.each(['2026.3.13', '2026.5.28', '2026.7.1', '2026.9.6'])('%s tries none whose credential was rejected', async (version) => {
    const rejected = { cooldownUntil: now + 600_000, cooldownReason: 'auth', errorCount: 1, failureCounts: { auth: 1 } };
    const forGood = { disabledUntil: now + 3_600_000, disabledReason: 'auth_permanent', errorCount: 1 };
    expect((await routeOf({ version, stores: { main: waiting({ 'anthropic:a': rejected }) }, config: withParams({}) })).error).toMatchObject({ code: 'all-cooling' });
    expect((await routeOf({ version, stores: { main: waiting({ 'anthropic:a': forGood }) }, config: withParams({}) })).error).toMatchObject({ code: 'all-disabled' });
  });

  test('the one that is ready soonest is named, with the time that is left', async () => {
    const { error } = await routeOf({ stores: { main: waiting({ 'anthropic:a': disabled, 'anthropic:b': cooling }) } });
    expect(error).toEqual({ code: 'all-cooling', profileId: 'anthropic:b', remainingMs: 600_000, reason: 'rate_limit', count: 2 });
  });

  test('a variable never stands in for a waiting profile', async () => {
    const route = await routeOf({ stores: { main: waiting({ 'anthropic:a': cooling }) }, env: { ANTHROPIC_API_KEY: apiKey('e') } });
    expect(route).toMatchObject({ auth: null, source: null, betas: [], cacheRetention: null, cacheTtl: null, configuredRetention: 'short' });
  });

  test('a second profile takes over', async () => {
    const store = waiting({ 'anthropic:a': cooling, 'anthropic:b': {} });
    expect(await routeOf({ stores: { main: store } })).toMatchObject({ profileId: 'anthropic:b', error: null });
  });
});

describe('nothing to send', () => {
  test('no credential at all', async () => {
    expect((await routeOf({ stores: {} })).error).toEqual({ code: 'no-credential', out: [] });
  });

  test('an expired token only: the reason is named', async () => {
    const store = { version: 1, profiles: { 'anthropic:t': { type: 'token', provider: 'anthropic', token: setupToken('t'), expires: now - 1 } } };
    for (const version of ['2026.2.24', '2026.9.6']) {
      const { error } = await routeOf({ version, stores: { main: store }, config: withParams({}) });
      expect(error).toEqual({ code: 'no-credential', out: [{ profileId: 'anthropic:t', because: 'expired' }] });
    }
  });

  test('fallbacks are named, the agent’s own before those of all; a refused config leaves none', async () => {
    const model = { primary: opus, fallbacks: ['openai/gpt-5.2'] };
    const config = (own: object): object => ({ agents: { defaults: { model }, list: [{ id: 'main', ...own }] } });
    expect((await routeOf({ stores: {}, config: config({}) })).warnings).toContainEqual({ code: 'fallbacks-follow', models: ['openai/gpt-5.2'] });
    expect((await routeOf({ stores: {}, config: config({ model: { fallbacks: ['x/y'] } }) })).warnings).toContainEqual({ code: 'fallbacks-follow', models: ['x/y'] });
    expect(codes(await routeOf({ stores: {}, config: config({ model: { fallbacks: [] } }) }))).toEqual([]);
    expect(codes(await routeOf({ stores: {}, config: config({ params: {} }) }))).toEqual([]);
    expect(codes(await routeOf({ config: config({}) }))).toEqual([]);
  });

  test('a model that the version does not know', async () => {
    const sonnet = 'anthropic/claude-sonnet-4-5';
    const config = (model: string, more: object = {}): object => ({ agents: { defaults: { model } }, ...more });
    expect((await routeOf({ config: config(sonnet) })).error).toBeNull();
    expect((await routeOf({ version: '2026.9.6', config: config(sonnet) })).error).toEqual({ code: 'unknown-model', ref: sonnet });
    expect((await routeOf({ config: config('anthropic/claude-opus-9') })).error).toMatchObject({ code: 'unknown-model' });
    for (const version of ['2026.5.28', '2026.7.1']) expect((await routeOf({ version, config: config('anthropic/claude-opus-9') })).error).toMatchObject({ code: 'unknown-model' });
    expect((await routeOf({ version: '2026.5.28', config: config('anthropic/claude-haiku-4-5') })).error).toMatchObject({ code: 'unknown-model' });
    // A name that is new to it goes out as it is.
    expect((await routeOf({ version: '2026.9.6', config: config('anthropic/claude-opus-9') })).error).toBeNull();
    const provider = (models: unknown): object => ({ models: { providers: { anthropic: { baseUrl: 'https://p.example', models } } } });
    expect((await routeOf({ config: config('anthropic/claude-opus-9', provider([{ id: 'claude-opus-9' }])) })).error).toBeNull();
    expect(codes(await routeOf({ config: config('anthropic/claude-opus-9', provider([])) }))).toContain('model-not-listed');
  });
});

test('a version between two recorded ones says whose rules are used', async () => {
  const between = await routeOf({ version: '2026.6.1', config: withParams({}) });
  expect(between.warnings).toContainEqual({ code: 'version-not-seen', rulesOf: '2026.5.28' });
  expect((await routeOf({ version: '2026.1.3' })).warnings).toContainEqual({ code: 'version-not-seen', rulesOf: '2026.2.24' });
  for (const version of ['2026.2.24', '2026.3.13', '2026.5.28', '2026.7.1', '2026.9.6']) expect(codes(await routeOf({ version, config: withParams({}) }))).not.toContain('version-not-seen');
});
