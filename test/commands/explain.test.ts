import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { placeFinder, type Place } from '../../src/commands/explain/places.ts';
import { routesJson } from '../../src/commands/explain/route-json.ts';
import { routePage } from '../../src/commands/explain/route-page.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import type { ConfigPath } from '../../src/rules/cache/config-path.ts';
import { cacheRoutes, type Route } from '../../src/rules/cache/route.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { apiKey, makeHome, type HomeContent, type TestHome } from '../support/homes.ts';
import { readHome } from '../support/read.ts';

const now = 1_790_000_000_000;
const opus = 'anthropic/claude-opus-4-6';
const stores = { main: { version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('a') } } } };
const homes: TestHome[] = [];

afterEach(async () => {
  for (const home of homes.splice(0)) await home.dispose();
});

interface Explained {
  readonly home: TestHome;
  readonly routes: readonly Route[];
  readonly find: (path: ConfigPath) => Promise<Place | null>;
}

async function explained(content: HomeContent, version: string): Promise<Explained> {
  const home = await makeHome(content);
  homes.push(home);
  const snapshot = await readHome(home.host({ CLAWDIAL_OPENCLAW_VERSION: version }), now);
  const credentials = snapshot.agents.map((agent) => credentialsFor(snapshot, agent, now));
  return { home, routes: cacheRoutes(snapshot, credentials, now, []), find: placeFinder(snapshot.config, localFiles) };
}

function first(routes: readonly Route[]): Route {
  const [route] = routes;
  if (route === undefined) throw new Error('no route');
  return route;
}

describe('the place of a key', () => {
  const place = async (config: string, path: ConfigPath, files: Readonly<Record<string, string>> = {}): Promise<string | null> => {
    const { home, find } = await explained({ config, files }, '2026.3.13');
    const found = await find(path);
    return found === null ? null : `${relative(home.stateDir, found.file)}:${found.line}`;
  };

  test.each([
    ['{\n// one\n"a": {\n  "b": 1 } }', '4'],
    ['{\r\n\r\n a: {\r\n b: 1 } }', '4'],
    ["\uFEFF{ /* x\n */ 'a': { b: 0x1,\n }, }", '2'],
    ['{ a: 1,\n a: { b: 1,\n b: 2 } }', '3'],
    ['{ "\\u0061": {\n\n b: 1 } }', '3'],
  ])('%j: line %s', async (config, line) => {
    expect(await place(config, ['a', 'b'])).toBe(`openclaw.json:${line}`);
  });

  test('lists, by index', async () => {
    expect(await place('{ agents: { list: [\n{ id: 1 },\n{ id:\n2 } ] } }', ['agents', 'list', '1', 'id'])).toBe('openclaw.json:3');
  });

  test('an included file, also one beside own keys, and one that is included by another', async () => {
    const files = { '.openclaw/parts/one.json5': '{ b: 1,\n $include: ["./two.json5"] }', '.openclaw/parts/two.json5': '{\n\n c: 2 }' };
    const config = '{ a: {\n $include: "./parts/one.json5", d: 3 } }';
    expect(await place(config, ['a', 'b'], files)).toBe('parts/one.json5:1');
    expect(await place(config, ['a', 'c'], files)).toBe('parts/two.json5:3');
    expect(await place(config, ['a', 'd'], files)).toBe('openclaw.json:2');
    expect(await place(config, ['a', 'e'], files)).toBeNull();
  });

  test('what lies below a value or is not there has none', async () => {
    expect(await place('{ a: 1 }', ['a', 'b'])).toBeNull();
    expect(await place('{ a: ', ['a'])).toBeNull();
  });
});

describe('as JSON', () => {
  test('has the fields of the contract, in their order', async () => {
    const config = { agents: { defaults: { model: { primary: opus }, models: { [opus]: { params: { cacheRetention: 'long' } } } } } };
    const { home, routes, find } = await explained({ config, stores }, '2026.2.24');
    const json = await routesJson([first(routes)], false, find);
    expect(Object.keys(json ?? {})).toEqual(
      'agent model provider openclawVersion auth profileId source betas cacheRetention cacheTtl layers warnings error'.split(' '),
    );
    expect(json).toMatchObject({ agent: 'main', model: opus, provider: 'anthropic', auth: 'x-api-key', profileId: 'anthropic:default', source: 'profile' });
    expect(json).toMatchObject({
      betas: ['fine-grained-tool-streaming-2025-05-14', 'interleaved-thinking-2025-05-14'],
      layers: [
        { layer: 'built-in', path: [], file: null, value: 'short', valid: true, wins: false },
        {
          layer: 'model-params',
          path: ['agents', 'defaults', 'models', opus, 'params', 'cacheRetention'],
          file: join(home.stateDir, 'openclaw.json'),
          value: 'long',
          valid: true,
          wins: true,
        },
      ],
      error: null,
    });
  });

  test('a layer from an included file names that file', async () => {
    const config = '{ agents: { defaults: { $include: "./models.json5" } } }';
    const files = { '.openclaw/models.json5': `{ models: { '${opus}': { params: { cacheRetention: 'none' } } } }` };
    const { home, routes, find } = await explained({ config, stores, files }, '2026.2.24');
    expect(await routesJson([first(routes)], false, find)).toMatchObject({ layers: [{}, { file: join(home.stateDir, 'models.json5'), value: 'none' }] });
  });

  test('no credential gets out, wherever someone wrote it', async () => {
    const secret = apiKey('s');
    const config = { agents: { defaults: { model: opus, models: { [opus]: { params: { cacheRetention: { deep: [secret] }, cacheControlTtl: secret, anthropicBeta: secret } } } } } };
    const { routes, find } = await explained({ config, stores }, '2026.2.24');
    const text = JSON.stringify(await routesJson([first(routes)], false, find)) + (await routePage(first(routes), find)).join('\n');
    expect(text).not.toContain('sk-ant-api03-');
    expect(text).toContain('[secret]');
  });
});

describe('as a page', () => {
  test('each value stands with its reason and its place', async () => {
    const config = `{
  agents: {
    defaults: { model: '${opus}',
      models: { '${opus}': { params: { cacheRetention: 'long' } } } },
    list: [{ id: 'main' },
      { id: 'alerts', params: { cacheRetention: 'none' } }],
  },
}`;
    const { home, routes, find } = await explained({ config, stores }, '2026.3.13');
    const file = join(home.stateDir, 'openclaw.json');
    const alerts = (await routePage(routes[1] ?? first(routes), find)).join('\n');
    expect(alerts).toContain('Agent alerts, OpenClaw 2026.3.13');
    expect(alerts).toContain(`agents.defaults.model, ${file}:3`);
    expect(alerts).toContain('none: nothing is marked for the cache');
    expect(alerts).toContain(`"none" decides — this agent: agents.list[1].params.cacheRetention, ${file}:6`);
    expect(alerts).toContain(`"long" beaten — this model, all agents: agents.defaults.models["${opus}"].params.cacheRetention, ${file}:4`);
    expect(alerts).toContain('x-api-key, because');
    expect(alerts).toContain('fine-grained-tool-streaming-2025-05-14 (sent with every request)');
  });

  test('a refused config names the key, its line and the version that takes it', async () => {
    const { home, routes, find } = await explained({ config: '{ agents: { list: [{ id: "main",\n params: {} }] } }', stores }, '2026.2.24');
    const page = (await routePage(first(routes), find)).join('\n');
    expect(page).toContain('OpenClaw 2026.2.24 does not accept agents.list[0].params.');
    expect(page).toContain(`${join(home.stateDir, 'openclaw.json')}:2`);
    expect(page).toContain('2026.3.13 accepts it');
  });

  test('text of the config cannot act on the terminal', async () => {
    const config = { agents: { defaults: { model: opus, models: { [opus]: { params: { cacheRetention: '\u001B[2Jlong', anthropicBeta: 'x\u202Ey' } } } }, list: [{ id: 'main' }] } };
    const { routes, find } = await explained({ config, stores }, '2026.2.24');
    const page = (await routePage(first(routes), find)).join('\n');
    expect(page).not.toMatch(/[\u001B\u202E]/);
    expect(page).toContain('x\\u{202E}y');
  });
});

test('nothing that explain loads draws screens, asks Anthropic or keeps preferences', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const seen = new Set(['src/commands/explain.ts']);
  const packages = new Set<string>();
  for (const file of seen) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/^(?:import|export) (?!type )[^'"]*from '([^']+)'/gm)) {
      if (target.startsWith('.')) seen.add(relative(root, resolve(root, file, '..', target)));
      else if (!target.startsWith('node:')) packages.add(target);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
  expect([...packages].toSorted()).toEqual(['get-east-asian-width', 'jju', 'json5']);
});
