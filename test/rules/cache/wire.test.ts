import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/openclaw/snapshot.ts';
import { apiKey, setupToken } from '../../support/homes.ts';
import { routeOf } from './routes.ts';

/**
 * A state in which one turn of that release was played (`openclaw agent --local`, in a network of its own where
 * api.anthropic.com is a fake one), and what then arrived there. `$KEY` and `$TOKEN` stand for credentials.
 */
interface Turn {
  readonly given: { readonly config: JsonObject; readonly env: Readonly<Record<string, string>>; readonly agent: string };
  /** `ttl` null: nothing was to be cached. Null for a turn in which nothing was sent. */
  readonly sent: { readonly auth: string; readonly betas: readonly string[]; readonly ttl: string | null; readonly model: string } | null;
}

const turns: Readonly<Record<string, Readonly<Record<string, Turn>>>> = JSON.parse(readFileSync(new URL('wire.json', import.meta.url), 'utf8'));
const cases = Object.entries(turns).flatMap(([version, byName]) => Object.entries(byName).map(([name, turn]) => [version, name, turn] as const));

test.each(cases)('%s, %s', async (version, _name, { given, sent }) => {
  const env = Object.fromEntries(Object.entries(given.env).map(([name, value]) => [name, value.replace('$KEY', apiKey('w')).replace('$TOKEN', setupToken('w'))]));
  const route = await routeOf({ version, config: given.config, env, agent: given.agent, stores: {} });
  if (sent === null) {
    expect(route).toMatchObject({ auth: null, betas: [], cacheRetention: null, cacheTtl: null, error: expect.anything() });
    return;
  }
  expect(route.error).toBeNull();
  expect({ auth: route.auth, betas: route.betas.map(({ name }) => name), ttl: route.cacheTtl, model: route.model.modelId }).toEqual(sent);
});
