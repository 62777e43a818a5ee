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
/** The list is exact for 2026.2.24, and for Opus 4.6 as far as it was seen; of other models those of credential, cache and context. */
const promised = (betas: readonly string[], version: string, model: string): readonly string[] =>
  version === '2026.2.24' || model === 'claude-opus-4-6' ? betas : betas.filter((name) => /^(?:claude-code|oauth|context-1m|context-management|extended-cache-ttl)-/u.test(name));

const cases = Object.entries(turns).flatMap(([version, byName]) => Object.entries(byName).map(([name, turn]) => [version, name, turn] as const));

test.each(cases)('%s, %s', async (version, _name, { given, sent }) => {
  const env = Object.fromEntries(Object.entries(given.env).map(([name, value]) => [name, value.replace('$KEY', apiKey('w')).replace('$TOKEN', setupToken('w'))]));
  const route = await routeOf({ version, config: given.config, env, agent: given.agent, stores: {} });
  if (sent === null) {
    expect(route).toMatchObject({ auth: null, betas: [], cacheRetention: null, cacheTtl: null });
    // With another provider's model nothing was asked of Anthropic, and no more is said of it.
    expect(route.error === null).toBe(route.model.provider !== 'anthropic');
    return;
  }
  expect(route.error).toBeNull();
  const names = route.betas.map(({ name }) => name);
  expect({ auth: route.auth, betas: promised(names, version, sent.model), ttl: route.cacheTtl, model: route.model.modelId }).toEqual({ ...sent, betas: promised(sent.betas, version, sent.model) });
});
