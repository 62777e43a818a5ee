import { describe, expect, test } from 'vitest';
import { isJsonObject, objectAt, textAt, valueAt } from '../../../src/openclaw/json-object.ts';
import { oracleCases, sharedPresent } from '../../support/shared.ts';
import { now, routeOf, type GivenState } from './routes.ts';

const versions = ['2026.2.24', '2026.3.13', '2026.9.6'];
const cases = (
  await Promise.all(versions.map(async (version) => (await oracleCases(version, 'wire.json')).map(([name, one]) => [version, name, one] as const)))
).flat();

/** The betas that concern credential, cache and context; the others follow the model and its thinking. */
const concerned = /^(?:claude-code|oauth|context-1m|context-management|extended-cache-ttl)-/;

describe.skipIf(!sharedPresent)('what the real OpenClaw put on the wire', () => {
  test('there are cases for every version', () => {
    expect(new Set(cases.map(([version]) => version))).toEqual(new Set(versions));
  });

  test.each(cases)('%s, %s', async (version, _name, { given, openclaw }) => {
    const route = await routeOf(stateOf(version, given));
    if (valueAt(openclaw, 'sent') === 0) {
      const said = JSON.stringify(valueAt(openclaw, 'stderr'));
      expect(route.error).toMatchObject({ code: 'config-refused', refusal: { path: ['agents', 'list', '1', 'params'] } });
      expect(said).toContain('agents.list.1: Unrecognized key: \\"params\\"');
      expect(route).toMatchObject({ auth: null, betas: [], cacheRetention: null, cacheTtl: null });
      return;
    }
    const names = route.betas.map(({ name }) => name);
    const sent = textsOf(valueAt(openclaw, 'betas'));
    expect(route.error).toBeNull();
    expect(route.auth).toBe(textAt(openclaw, 'auth'));
    expect(route.cacheRetention).toBe(textAt(openclaw, 'retention'));
    expect(route.cacheTtl).toBe(ttlOf(openclaw));
    expect(route.model.modelId).toBe(textAt(openclaw, 'model'));
    if (version === '2026.2.24') expect(names).toEqual(sent.toSorted());
    else expect(names.filter((name) => concerned.test(name))).toEqual(sent.filter((name) => concerned.test(name)).toSorted());
  });
});

function stateOf(version: string, given: unknown): GivenState {
  const config = objectAt(given, 'config');
  const proxy = { models: { providers: { anthropic: { baseUrl: 'http://127.0.0.1:1', models: [] } } } };
  const stores = JSON.parse(JSON.stringify(objectAt(given, 'stores')).replaceAll(/"now([+-]\d+)"/g, (_all, offset: string) => `${now + Number(offset)}`));
  const env = Object.entries(objectAt(given, 'env')).map(([name, value]) => [name, String(value)]);
  return {
    version,
    config: valueAt(given, 'http') === true ? { ...config, ...proxy } : config,
    stores,
    env: Object.fromEntries(env),
    agent: textAt(given, 'agent') ?? 'main',
  };
}

/** What the markers carry: none at all, plain ones (five minutes), or an hour. */
function ttlOf(openclaw: unknown): string | null {
  const markers = valueAt(openclaw, 'cache_control');
  const [first]: readonly unknown[] = Array.isArray(markers) ? markers : [];
  return isJsonObject(first) ? (textAt(first, 'ttl') ?? '5m') : null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
