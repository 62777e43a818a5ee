import { afterEach, describe, expect, it } from 'vitest';
import { cacheTable, type CacheLine } from '../../src/rules/cache-table.ts';
import { cacheFactsOf } from '../changes/cache-facts.ts';
import { makeHome, type TestHome } from '../support/homes.ts';

const opus = 'anthropic/claude-opus-4-6';
const homes: TestHome[] = [];

afterEach(async () => {
  for (const home of homes.splice(0)) await home.dispose();
});

async function tableOf(config: object, version: string): Promise<readonly CacheLine[]> {
  const home = await makeHome({ config });
  homes.push(home);
  const { snapshot, environment } = await cacheFactsOf(home, version);
  return cacheTable(snapshot, environment);
}

describe('the table of cache settings', () => {
  it('tells what is set below the agent from what the agent says itself', async () => {
    const agents = {
      defaults: { models: { [opus]: { params: { cacheRetention: 'long' } } } },
      list: [{ id: 'main' }, { id: 'quiet', params: { cacheRetention: 'none' } }, { id: 'odd', params: { cacheRetention: null } }],
    };
    expect(await tableOf({ agents }, '2026.3.13')).toMatchObject([
      { agent: { id: 'main' }, baseline: { value: 'long' }, override: null, effective: 'long', ttl: '1h', from: { layer: 'model-params' } },
      { agent: { id: 'quiet' }, baseline: { value: 'long' }, override: { value: 'none' }, effective: 'none', ttl: null, from: { layer: 'agent-params' } },
      { agent: { id: 'odd' }, override: { value: null, valid: false }, effective: 'short', warnings: [{ code: 'invalid-value' }] },
    ]);
  });

  it('counts the default that OpenClaw puts in for API keys as a baseline', async () => {
    const auth = { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } };
    const [main] = await tableOf({ auth, agents: { defaults: { model: { primary: opus } } } }, '2026.2.24');
    expect(main).toMatchObject({ baseline: { layer: 'api-key-default', value: 'short' }, effective: 'short', from: { layer: 'api-key-default' } });
  });

  it('points out settings that do nothing any more', async () => {
    const params = { context1m: true, anthropicBeta: ['extended-cache-ttl-2025-04-11'] };
    const config = { agents: { defaults: { model: { primary: opus }, models: { [opus]: { params } } } } };
    const codes = async (version: string): Promise<readonly string[]> => (await tableOf(config, version)).flatMap(({ warnings }) => warnings.map(({ code }) => code));
    expect(await codes('2026.3.13')).toEqual(['extended-cache-ttl']);
    expect(await codes('2026.9.6')).toEqual(['context1m-retired', 'extended-cache-ttl']);
  });
});
