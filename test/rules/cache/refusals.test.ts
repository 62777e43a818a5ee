import { describe, expect, test } from 'vitest';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { routeErrorWords } from '../../../src/words/route-error.ts';
import { opus, routeOf } from './routes.ts';

const params = { cacheRetention: 'none' };
const agents = (content: object): object => ({ agents: { defaults: { model: opus }, ...content } });
const entries = { main: {}, alerts: {} };

describe('a config that this version refuses', () => {
  test.each<[string, object, string, string | null]>([
    ['2026.2.24', agents({ list: [{ id: 'main', params }] }), 'agents.list[0].params', '2026.3.13'],
    ['2026.3.12', agents({ list: [{ id: 'main', params }] }), 'agents.list[0].params', '2026.3.13'],
    ['2026.2.24', { agents: { defaults: { params } } }, 'agents.defaults.params', '2026.4.1'],
    ['2026.3.13', { agents: { defaults: { params } } }, 'agents.defaults.params', '2026.4.1'],
    ['2026.3.13', agents({ list: [{ id: 'main', models: {} }] }), 'agents.list[0].models', '2026.5.12'],
    ['2026.7.1', agents({ entries: { main: {} } }), 'agents.entries', '2026.8.1'],
    ['2026.9.6', { env: { ANTHROPIC_API_KEY: 'sk-ant-api03-x' } }, 'env.ANTHROPIC_API_KEY', 'env.vars.ANTHROPIC_API_KEY'],
    ['2026.9.6', { auth: { cooldowns: { billingMaxHours: 3 } } }, 'auth.cooldowns', '2026.8.1'],
    ['2026.9.6', agents({ entries: { main: { id: 'main' } } }), 'agents.entries.main.id', '2026.8.1'],
    ['2026.9.6', agents({ entries }), 'agents.ownership', 'explicit'],
    ['2026.9.6', agents({ list: [{ id: 'main' }, { id: 'alerts' }] }), 'agents.ownership', 'explicit'],
    ['2026.9.6', agents({ entries: { main: {} }, list: [{ id: 'main' }] }), 'agents.list', 'before 2026.8.1'],
    ['2026.9.6', agents({ list: [{ id: 'main', default: true }, { id: 'alerts' }, { id: 'alerts' }] }), 'agents.list[2].id', 'Write alerts-2,'],
    ['2026.9.6', agents({ list: [{ id: 'main', default: true }, { id: 'a' }, { id: 'a-2' }, { id: 'a' }] }), 'agents.list[3].id', 'Write a-3,'],
    ['2026.9.6', agents({ list: [{ id: 'main', default: true }, { id: 'Alerts' }] }), 'agents.list[1].id', 'Write alerts,'],
    ['2026.9.6', agents({ list: [{ id: 'main', default: true }, { name: 'n' }] }), 'agents.list[1] has no id', 'Write agent,'],
    ['2026.9.6', agents({ entries: { main: { default: true }, 'a b': {} } }), 'agents.entries["a b"]', 'Write a-b,'],
    ['2026.9.6', agents({ entries: { main: { default: true }, alerts: { default: true } } }), '2 agents in agents.entries', null],
    ['2026.9.6', agents({ ownership: 'explicit', entries: { main: { default: true }, alerts: {} } }), 'agents.ownership "explicit" beside', null],
    ['2026.2.24', agents({ list: {} }), 'agents.list', null],
    ['2026.9.6', { agents: { defaults: { models: { [opus]: { params: 'long' } } } } }, `agents.defaults.models["${opus}"].params`, null],
    ['2026.2.24', agents({ list: [{ id: 'a', agentDir: '/x' }, { id: 'b', agentDir: '/x' }] }), 'a, b', null],
  ])('%s, %j: names %s and %s', async (version, config, key, way) => {
    const agent = JSON.stringify(config).includes('"id":"a"') ? 'a' : 'main';
    const route = await routeOf({ version, config, agent });
    expect(route.error?.code).toBe('config-refused');
    expect(route).toMatchObject({ auth: null, betas: [], cacheRetention: null, cacheTtl: null, profileId: null });
    if (route.error === null) throw new Error('not refused');
    const { title, advice } = routeErrorWords(route.error, safeText(version));
    expect(title).toContain(key);
    expect(title).toContain('The whole config is refused.');
    expect(advice).toContain(way ?? '');
  });

  test.each<[string, object]>([
    ['2026.3.13', agents({ list: [{ id: 'main', params }] })],
    ['2026.4.1', { agents: { defaults: { params } } }],
    ['2026.5.12', agents({ list: [{ id: 'main', models: {} }] })],
    ['2026.9.6', agents({ entries: { main: {} } })],
    ['2026.9.6', agents({ ownership: 'explicit', entries })],
    ['2026.9.6', agents({ entries: { main: { default: true }, alerts: {} } })],
    ['2026.9.6', { env: { vars: { X: 'y' }, shellEnv: {} } }],
    ['2026.2.24', { env: { ANTHROPIC_API_KEY: 'sk-ant-api03-x' }, auth: { cooldowns: { billingMaxHours: 3 } } }],
    ['2026.9.6', agents({ list: [{ id: 'main', params }] })],
    ['2026.9.6', agents({ ownership: 'explicit', list: [{ id: 'main' }, { id: 'alerts' }] })],
    ['2026.9.6', agents({ list: [{ id: 'main', default: true }, { id: 'alerts' }] })],
    ['2026.9.6', agents({ list: [] })],
    ['2026.9.6', agents({ entries: { main: { default: true }, Alerts: {} } })],
    ['2026.7.1', agents({ list: [{ id: 'main' }, { id: 'Alerts' }, { id: 'alerts' }] })],
  ])('%s takes %j', async (version, config) => {
    expect((await routeOf({ version, config: { ...config } })).error?.code).not.toBe('config-refused');
  });

  test('several keys are counted, the first is named', async () => {
    const { error } = await routeOf({ config: agents({ defaults: { params }, list: [{ id: 'main', params, models: {} }] }) });
    expect(error).toMatchObject({ code: 'config-refused', refusal: { path: ['agents', 'list', '0', 'params'] }, more: 2 });
  });

  test('a config that cannot be read', async () => {
    const { error, layers } = await routeOf({ config: '{ agents: ' });
    expect(error).toMatchObject({ code: 'config-broken', problem: { kind: 'syntax' } });
    expect(layers.map(({ layer }) => layer)).toEqual(['built-in']);
  });

  test('a config that is not there is none to refuse', async () => {
    expect(await routeOf({})).toMatchObject({ error: null, model: { ref: opus }, modelPath: null, cacheRetention: 'short' });
  });
});
