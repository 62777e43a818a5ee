import { describe, expect, test } from 'vitest';
import { declaredKey, keyStore, opus, routeOf, withParams } from './routes.ts';

const old = ['2026.2.24', '2026.3.13'];
const all = [...old, '2026.9.6'];
const alerts = (params: object, id = 'alerts'): object => ({ agents: { defaults: { model: { primary: opus }, models: { [opus]: { params: { cacheRetention: 'long' } } } }, list: [{ id: 'main', default: true }, { id, params }] } });

describe('the value itself', () => {
  test.each([
    ['none', 'none', null],
    ['short', 'short', '5m'],
    ['long', 'long', '1h'],
    ['LONG', 'short', '5m'],
    [' long ', 'short', '5m'],
    ['standard', 'short', '5m'],
    [null, 'short', '5m'],
    [5, 'short', '5m'],
    [true, 'short', '5m'],
    [{ long: true }, 'short', '5m'],
  ])('cacheRetention %j goes out as %s, %s', async (value, retention, ttl) => {
    for (const version of all) {
      const route = await routeOf({ version, config: withParams({ cacheRetention: value }) });
      expect(route).toMatchObject({ error: null, configuredRetention: retention, cacheRetention: retention, cacheTtl: ttl });
      const isValid = typeof value === 'string' && ['none', 'short', 'long'].includes(value);
      expect(route.warnings.some(({ code }) => code === 'invalid-value')).toBe(!isValid);
    }
  });

  test.each([
    ['5m', 'short'],
    ['1h', 'long'],
    ['1H', 'short'],
    [3600, 'short'],
  ])('the old cacheControlTtl %j means %s while no key is declared', async (value, retention) => {
    for (const version of all) expect(await routeOf({ version, config: withParams({ cacheControlTtl: value }) })).toMatchObject({ cacheRetention: retention });
  });

  test('cacheRetention beats cacheControlTtl, unless OpenClaw does not understand it', async () => {
    const both = await routeOf({ config: withParams({ cacheRetention: 'none', cacheControlTtl: '1h' }) });
    expect(both).toMatchObject({ cacheRetention: 'none', warnings: [{ code: 'legacy-beaten' }] });
    expect(await routeOf({ config: withParams({ cacheRetention: 'forever', cacheControlTtl: '1h' }) })).toMatchObject({ cacheRetention: 'long' });
  });
});

describe('the short that OpenClaw puts in for API keys', () => {
  const mode = (value: string): object => ({ auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: value } } } });

  test.each<[string, object, Readonly<Record<string, string>>, boolean]>([
    ['an API key is declared', declaredKey, {}, true],
    ['a token is declared', mode('token'), {}, false],
    ['oauth is declared', mode('oauth'), {}, false],
    ['only another provider is declared', { auth: { profiles: { x: { provider: 'openai', mode: 'api_key' } } } }, {}, false],
    ['the provider is written in capitals', { auth: { profiles: { x: { provider: 'Anthropic', mode: 'api_key' } } } }, {}, false],
    ['nothing is declared, the key is in the environment', {}, { ANTHROPIC_API_KEY: 'sk-ant-api03-x' }, true],
    ['nothing is declared, both variables are set', {}, { ANTHROPIC_API_KEY: 'sk-ant-api03-x', ANTHROPIC_OAUTH_TOKEN: 'sk-ant-oat01-x' }, false],
    ['key and token are declared, without order', { auth: { profiles: { a: { provider: 'anthropic', mode: 'api_key' }, b: { provider: 'anthropic', mode: 'token' } } } }, {}, false],
    ['both are declared and the key comes first', { auth: { profiles: { a: { provider: 'anthropic', mode: 'api_key' }, b: { provider: 'anthropic', mode: 'token' } }, order: { anthropic: ['gone', 'a', 'b'] } } }, {}, true],
    ['both are declared and the token comes first', { auth: { profiles: { a: { provider: 'anthropic', mode: 'api_key' }, b: { provider: 'anthropic', mode: 'token' } }, order: { anthropic: ['b', 'a'] } } }, {}, false],
  ])('%s', async (_name, more, env, seeded) => {
    for (const version of all) {
      const route = await routeOf({ version, config: withParams({ cacheControlTtl: '1h' }, more), env });
      expect(route.configuredRetention).toBe(seeded ? 'short' : 'long');
      expect(route.layers.some(({ layer, wins }) => layer === 'api-key-default' && wins)).toBe(seeded);
      expect(route.warnings.some(({ code }) => code === 'beaten-by-api-key-default')).toBe(seeded);
    }
  });

  test.each([['forever'], ['none']])('a text, even the wrong one %j, keeps it away', async (value) => {
    const { layers } = await routeOf({ config: withParams({ cacheRetention: value }, declaredKey) });
    expect(layers.some(({ layer }) => layer === 'api-key-default')).toBe(false);
  });

  test.each([[null], [5], [true]])('%j is replaced by it', async (value) => {
    const { layers, cacheRetention } = await routeOf({ config: withParams({ cacheRetention: value }, declaredKey) });
    expect(layers.find(({ wins }) => wins)?.layer).toBe('api-key-default');
    expect(cacheRetention).toBe('short');
  });

  test('an agent with a model that the map does not name gets none', async () => {
    const config = { ...declaredKey, agents: { defaults: { model: opus }, list: [{ id: 'main', model: 'anthropic/claude-haiku-4-5' }] } };
    expect((await routeOf({ config })).layers.map(({ layer }) => layer)).toEqual(['built-in']);
  });

  test.each([['2026.9.6', true], ['2026.3.13', false]])('%s puts it on two Sonnet models that nothing names: %s', async (version, added) => {
    const config = { ...declaredKey, agents: { defaults: { model: opus }, list: [{ id: 'main', model: 'anthropic/claude-sonnet-4-6' }] } };
    expect((await routeOf({ version, config })).layers.some(({ layer }) => layer === 'api-key-default')).toBe(added);
  });

  test('beats the params of all agents in 2026.9.6', async () => {
    const config = { ...declaredKey, agents: { defaults: { model: opus, params: { cacheRetention: 'long' } } } };
    const route = await routeOf({ version: '2026.9.6', config });
    expect(route).toMatchObject({ cacheRetention: 'short' });
    expect(route.warnings).toContainEqual({ code: 'beaten-by-api-key-default', path: ['agents', 'defaults', 'params', 'cacheRetention'] });
    expect(await routeOf({ version: '2026.9.6', config: { agents: config.agents } })).toMatchObject({ cacheRetention: 'long' });
  });
});

describe('the layers', () => {
  test.each([['none', 'none'], ['short', 'short'], ['forever', 'short'], [null, 'short']])('an agent’s %j over long gives %s', async (value, retention) => {
    for (const version of ['2026.3.13', '2026.9.6']) {
      const route = await routeOf({ version, agent: 'alerts', config: { ...alerts({ cacheRetention: value }) } });
      expect(route.cacheRetention).toBe(retention);
      expect((await routeOf({ version, agent: 'main', config: alerts({ cacheRetention: value }) })).cacheRetention).toBe('long');
    }
  });

  test('an agent’s cacheControlTtl never beats the model’s cacheRetention', async () => {
    expect(await routeOf({ version: '2026.3.13', agent: 'alerts', config: alerts({ cacheControlTtl: '5m' }) })).toMatchObject({ cacheRetention: 'long' });
  });

  test('a value that hides a good one says so', async () => {
    const { warnings } = await routeOf({ version: '2026.3.13', agent: 'alerts', config: alerts({ cacheRetention: 'forever' }) });
    const masks = ['agents', 'defaults', 'models', opus, 'params', 'cacheRetention'];
    expect(warnings[0]).toEqual({ code: 'invalid-value', path: ['agents', 'list', '1', 'params', 'cacheRetention'], value: 'forever', masks });
  });

  test('in 2026.9.6 the agent beats its own model, which beats the model, which beats all', async () => {
    const layer = (cacheRetention: string): object => ({ params: { cacheRetention } });
    const config = (own: object, ownModel: object): object => ({
      agents: { defaults: { ...layer('none'), model: opus, models: { [opus]: layer('short') } }, entries: { main: { ...own, models: { [opus]: ownModel } } } },
    });
    const version = '2026.9.6';
    const full = await routeOf({ version, config: config(layer('long'), layer('none')) });
    expect(full.layers.map(({ layer: name, value, wins }) => [name, value, wins])).toEqual([
      ['built-in', 'short', false],
      ['defaults-params', 'none', false],
      ['model-params', 'short', false],
      ['agent-model-params', 'none', false],
      ['agent-params', 'long', true],
    ]);
    expect(await routeOf({ version, config: config({}, layer('none')) })).toMatchObject({ cacheRetention: 'none' });
    expect(await routeOf({ version, config: config({}, {}) })).toMatchObject({ cacheRetention: 'short' });
    expect(await routeOf({ version: '2026.9.1', config: config({}, layer('none')) })).toMatchObject({ cacheRetention: 'short' });
  });

  test('each layer names its key and its file', async () => {
    const { layers } = await routeOf({
      version: '2026.3.13',
      config: { $include: './more.json5', agents: { defaults: { model: opus, models: { [opus]: { params: { cacheRetention: 'long' } } } } } },
      files: { '.openclaw/more.json5': "{ agents: { list: [{ id: 'main', params: { cacheRetention: 'none' } }] } }" },
    });
    expect(layers.map(({ path, file }) => [path.join('.'), file?.split('/').at(-1) ?? null])).toEqual([
      ['', null],
      [`agents.defaults.models.${opus}.params.cacheRetention`, 'openclaw.json'],
      ['agents.list.0.params.cacheRetention', null],
    ]);
    expect(layers.at(-1)).toMatchObject({ value: 'none', valid: true, wins: true });
  });

  test.each(['anthropic/opus-4.6', 'Anthropic/Claude-Opus-4-6', 'claude-opus-4-6'])('the key %s is ignored, and named', async (key) => {
    for (const version of all) {
      const config = { agents: { defaults: { model: opus, models: { [key]: { params: { cacheRetention: 'none' } } } } } };
      const route = await routeOf({ version, config });
      expect(route.cacheRetention).toBe('short');
      expect(route.warnings).toContainEqual({ code: 'key-not-matched', path: ['agents', 'defaults', 'models', key], ref: opus });
    }
  });

  test('params of an agent whose id has capitals count in 2026.9.6 only', async () => {
    const config = alerts({ cacheRetention: 'none' }, 'Alerts');
    const older = await routeOf({ version: '2026.3.13', agent: 'alerts', config });
    expect(older.cacheRetention).toBe('long');
    expect(older.warnings).toContainEqual({ code: 'agent-id-form', path: ['agents', 'list', '1', 'id'], id: 'alerts' });
    const entries = { agents: { defaults: { model: opus }, entries: { main: { default: true }, Alerts: { params: { cacheRetention: 'none' } } } } };
    expect(await routeOf({ version: '2026.9.6', agent: 'alerts', config: entries })).toMatchObject({ cacheRetention: 'none' });
  });

  test('2026.3.13 and earlier do not read the params of all agents', async () => {
    const config = { agents: { defaults: { model: opus, params: { cacheRetention: 'none' } } } };
    expect((await routeOf({ version: '2026.3.13', config })).layers.map(({ layer }) => layer)).toEqual(['built-in']);
    expect(await routeOf({ version: '2026.4.1', config })).toMatchObject({ cacheRetention: 'none' });
  });
});

describe('the environment', () => {
  const long = { PI_CACHE_RETENTION: 'long' };
  const bare = { agents: { defaults: { model: opus } } };

  test.each(old)('PI_CACHE_RETENTION=long counts in %s without any params', async (version) => {
    const route = await routeOf({ version, config: bare, env: long });
    expect(route).toMatchObject({ cacheRetention: 'long', cacheTtl: '1h' });
    expect(route.layers.at(-1)).toMatchObject({ layer: 'environment', path: ['PI_CACHE_RETENTION'], file: null, wins: true });
  });

  test('it can stand in a .env, whose path is named', async () => {
    const { layers } = await routeOf({ config: bare, files: { '.openclaw/.env': 'PI_CACHE_RETENTION=long\n' } });
    expect(layers.find(({ wins }) => wins)?.file).toMatch(/\.openclaw\/\.env$/);
  });

  test.each([
    ['other params are set', '2026.2.24', withParams({ temperature: 1 }), long, 'PI_CACHE_RETENTION', 'params'],
    ['a key is declared', '2026.2.24', { ...bare, ...declaredKey }, long, 'PI_CACHE_RETENTION', 'params'],
    ['it is written in capitals', '2026.2.24', bare, { PI_CACHE_RETENTION: 'LONG' }, 'PI_CACHE_RETENTION', 'value'],
    ['the version is 2026.9.6', '2026.9.6', bare, long, 'PI_CACHE_RETENTION', 'version'],
    ['it is the newer name', '2026.9.6', bare, { OPENCLAW_CACHE_RETENTION: 'long' }, 'OPENCLAW_CACHE_RETENTION', 'version'],
  ])('has no effect when %s', async (_name, version, config, env, name, because) => {
    const route = await routeOf({ version, config, env });
    expect(route.cacheRetention).toBe('short');
    expect(route.warnings).toContainEqual({ code: 'variable-without-effect', name, because });
  });
});

describe('base URLs', () => {
  const behind = (baseUrl: string): object => withParams({ cacheRetention: 'long' }, { models: { providers: { anthropic: { baseUrl, models: [] } } } });

  test.each([
    ['https://gateway.example', 'short', '5m'],
    ['https://api.anthropic.com/v1', 'long', '1h'],
    ['https://gateway.example/api.anthropic.com', 'long', '1h'],
  ])('long behind %s is %s in 2026.2.24', async (baseUrl, retention, ttl) => {
    const route = await routeOf({ config: behind(baseUrl) });
    expect(route).toMatchObject({ configuredRetention: 'long', cacheRetention: retention, cacheTtl: ttl });
    expect(route.warnings.some(({ code }) => code === 'long-needs-anthropic')).toBe(retention === 'short');
    expect(await routeOf({ version: '2026.9.6', config: behind(baseUrl) })).toMatchObject({ cacheTtl: '1h' });
  });
});

describe('other ways to Claude', () => {
  const model = (ref: string, params: object, more: object = {}): object => ({ agents: { defaults: { model: ref, models: { [ref]: { params } } } }, ...more });
  const claude = 'amazon-bedrock/us.anthropic.claude-opus-4-6-v1:0';

  test.each([
    [claude, { cacheRetention: 'long' }, {}, 'long', '1h'],
    [claude, { cacheControlTtl: '1h' }, {}, 'long', '1h'],
    [claude, { cacheRetention: 'none' }, {}, 'none', null],
    [claude, {}, {}, 'short', '5m'],
    [claude, {}, { PI_CACHE_RETENTION: 'long' }, 'long', '1h'],
    ['amazon-bedrock/amazon.nova-pro-v1:0', { cacheRetention: 'long' }, {}, 'none', null],
    ['amazon-bedrock/meta.llama3', {}, {}, 'none', null],
    ['openrouter/anthropic/claude-opus-4.6', { cacheRetention: 'none' }, {}, 'short', '5m'],
    ['minimax/m2', { cacheRetention: 'long' }, {}, 'short', '5m'],
    ['openai/gpt-5.2', { cacheRetention: 'long' }, {}, null, null],
    ['openrouter/openai/gpt-5.2', { cacheRetention: 'long' }, {}, null, null],
  ])('2026.2.24, %s with %j: %s, %s', async (ref, params, env, retention, ttl) => {
    const route = await routeOf({ config: model(ref, params), env });
    expect(route).toMatchObject({ error: null, cacheRetention: retention, cacheTtl: ttl, betas: [], profileId: null });
    expect(route.auth).toBe(ref.startsWith('amazon-bedrock/') ? 'aws' : null);
    const set = Object.values(params)[0];
    const ignored = set !== undefined && !ref.includes('anthropic.claude');
    expect(route.warnings.some(({ code }) => code === 'no-effect')).toBe(ignored);
  });

  test('Claude on Bedrock gets the short of API keys too, and it beats the old key', async () => {
    expect(await routeOf({ config: model(claude, { cacheControlTtl: '1h' }, declaredKey) })).toMatchObject({ cacheRetention: 'short' });
  });

  test('2026.9.6 lets Nova have its five minutes, and other models of Bedrock nothing', async () => {
    const version = '2026.9.6';
    expect(await routeOf({ version, config: model('amazon-bedrock/amazon.nova-pro-v1:0', { cacheRetention: 'long' }) })).toMatchObject({ cacheTtl: '5m' });
    expect(await routeOf({ version, config: model('amazon-bedrock/meta.llama3', { cacheRetention: 'long' }) })).toMatchObject({ cacheRetention: 'none' });
  });

  test('a provider that speaks Anthropic’s API is told from 2026.9.6 on', async () => {
    const config = model('proxy/claude', { cacheRetention: 'none' }, { models: { providers: { proxy: { baseUrl: 'https://p.example', api: 'anthropic-messages', models: [] } } } });
    expect(await routeOf({ config })).toMatchObject({ cacheRetention: 'short', auth: null });
    expect(await routeOf({ version: '2026.9.6', config })).toMatchObject({ cacheRetention: 'none', auth: null });
  });

  test('Vertex counts as Anthropic’s own in 2026.9.6, whose list of models says nothing about it', async () => {
    const config = model('anthropic-vertex/claude-sonnet-4-5', { cacheRetention: 'long' });
    expect(await routeOf({ version: '2026.9.6', config })).toMatchObject({ error: null, auth: null, cacheRetention: 'long', cacheTtl: '1h', betas: [] });
    expect(await routeOf({ config })).toMatchObject({ cacheRetention: null });
  });

  test('AWS’s own variables are named as the source', async () => {
    const source = async (env: Record<string, string>): Promise<unknown> => (await routeOf({ config: model(claude, {}), env })).source;
    expect(await source({})).toEqual({ from: 'aws', name: 'aws-sdk default chain' });
    expect(await source({ AWS_PROFILE: 'work' })).toEqual({ from: 'aws', name: 'AWS_PROFILE' });
    expect(await source({ AWS_PROFILE: 'work', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })).toEqual({ from: 'aws', name: 'AWS_ACCESS_KEY_ID' });
    expect(await source({ AWS_BEARER_TOKEN_BEDROCK: 'x' })).toEqual({ from: 'aws', name: 'AWS_BEARER_TOKEN_BEDROCK' });
  });

  test('Claude Code decides itself, credential or not', async () => {
    const runtime = { agentRuntime: { id: 'claude-cli' }, params: { cacheRetention: 'long' } };
    const config = { agents: { defaults: { model: opus, models: { [opus]: runtime } } } };
    const route = await routeOf({ version: '2026.9.6', config, stores: {} });
    expect(route).toMatchObject({ error: null, auth: null, cacheRetention: null, cacheTtl: null, betas: [] });
    expect(route.warnings).toMatchObject([{ code: 'no-effect', family: 'claude-cli' }]);
    expect(await routeOf({ config: model('claude-cli/opus', {}), stores: { main: keyStore } })).toMatchObject({ auth: null, cacheRetention: null });
  });
});
