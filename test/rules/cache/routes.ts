import { hostLayers, configLayers } from '../../../src/openclaw/environment.ts';
import { isJsonObject } from '../../../src/openclaw/json-object.ts';
import { localFiles } from '../../../src/openclaw/local-files.ts';
import type { JsonObject, Snapshot, StoreReading } from '../../../src/openclaw/snapshot.ts';
import { parseStore } from '../../../src/openclaw/stores/parse-store.ts';
import { effectiveConfig } from '../../../src/rules/agents.ts';
import { cacheRoute, type Route } from '../../../src/rules/cache/route.ts';
import { credentialsFor } from '../../../src/rules/candidates.ts';
import { emptyStore } from '../../../src/rules/store-merge.ts';
import { Secret } from '../../../src/terminal/secret.ts';
import { apiKey, makeHome, setupToken } from '../../support/homes.ts';
import { agentNamed, readHome } from '../../support/read.ts';

export const now = 1_790_000_000_000;

/** A state of an OpenClaw and the agent that is asked. */
export interface GivenState {
  readonly version?: string;
  readonly config?: object | string;
  /** Agent id to store, in the shape of 2026.2.24, whatever the version keeps it in. */
  readonly stores?: Readonly<Record<string, JsonObject>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly agent?: string;
  readonly files?: Readonly<Record<string, string>>;
}

export const opus = 'anthropic/claude-opus-4-6';

export const keyStore: JsonObject = { version: 1, profiles: { 'anthropic:default': { type: 'api_key', provider: 'anthropic', key: apiKey('a') } } };
export const tokenStore: JsonObject = { version: 1, profiles: { 'anthropic:default': { type: 'token', provider: 'anthropic', token: setupToken('t') } } };

/** `agents.defaults` with that model and, for its key, these params. */
export function withParams(params: unknown, more: object = {}): object {
  return { agents: { defaults: { model: { primary: opus }, models: { [opus]: { params } } } }, ...more };
}

/** What makes OpenClaw seed `short`: an API key that the config declares. */
export const declaredKey = { auth: { profiles: { 'anthropic:default': { provider: 'anthropic', mode: 'api_key' } } } };

/** The route of an agent, read from real files; stores are handed over as data, so that every layout can be asked. */
export async function routeOf(given: GivenState): Promise<Route> {
  const home = await makeHome({ ...(given.config === undefined ? {} : { config: given.config }), ...(given.files === undefined ? {} : { files: given.files }) });
  try {
    const host = home.host({ ...given.env, CLAWDIAL_OPENCLAW_VERSION: given.version ?? '2026.2.24' });
    const snapshot = withStores(await readHome(host, now), given.stores ?? { main: keyStore });
    const agent = agentNamed(snapshot, given.agent ?? 'main');
    const layers = await hostLayers(host, home.stateDir, localFiles);
    const environment = [...layers, ...configLayers(effectiveConfig(snapshot.config), snapshot.installation.config.path)];
    return cacheRoute(snapshot, agent, credentialsFor(snapshot, agent, now), now, environment);
  } finally {
    await home.dispose();
  }
}

function withStores(snapshot: Snapshot, stores: Readonly<Record<string, JsonObject>>): Snapshot {
  const reading = (id: string, path: string): StoreReading => {
    const store = isJsonObject(stores[id]) ? parseStore(stores[id], stores[id], snapshot.installation.version) : emptyStore;
    return { state: 'read', from: 'files', path, stateImage: null, image: { path, text: new Secret(''), sha256: '' }, store: store ?? emptyStore };
  };
  const agents = snapshot.agents.map((agent) => ({ ...agent, store: reading(agent.id, `${agent.agentDir}/store`) }));
  return { ...snapshot, agents, sharedStore: reading('main', `${snapshot.installation.mainAgentDir.path}/store`) };
}
