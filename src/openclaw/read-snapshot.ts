import { seededModels } from '../rules/cache/api-key-default.ts';
import { agentModel } from '../rules/model-ref.ts';
import { effectiveConfig, listAgents } from '../rules/agents.ts';
import { anthropic, forProvider } from '../rules/provider-id.ts';
import { Secret } from '../terminal/secret.ts';
import { readConfigWith } from './config.ts';
import { configLayers, hostLayers } from './environment.ts';
import type { HostFiles } from './host-files.ts';
import type { HostEnvironment, Installation } from './installation.ts';
import { objectAt, textAt, valueAt } from './json-object.ts';
import { readLegacyFiles } from './legacy-files.ts';
import type { Agent, AgentModel, JsonObject, Snapshot } from './snapshot.ts';
import { followReferences } from './secret-references.ts';
import { readStrayFiles, unmovedStore } from './stray-files.ts';
import { storeReader } from './stores/store-reader.ts';
import { credentialVariables } from './variables.ts';

/**
 * Reads everything of an installation that the rules need, each file once. Never throws for what it finds: a file that
 * cannot be used is a state of its reading. The snapshot does not change afterwards.
 *
 * @param now epoch ms; becomes `takenAt`.
 */
export async function readSnapshot(installation: Installation, host: HostEnvironment, files: HostFiles, now: number): Promise<Snapshot> {
  const layers = await hostLayers(host, installation.stateDir.path, files);
  const config = await readConfigWith(installation.config.path, layers, files);
  const resolved = effectiveConfig(config);
  const places = { home: installation.home, workingDirectory: host.workingDirectory, stateDir: installation.stateDir.path };
  const environment = [...layers, ...configLayers(resolved, installation.config.path)];
  const sources = { config: resolved, layers: environment, base: places, files };
  const stores = storeReader(installation, files, (reading) => followReferences(reading, sources));
  const sharedStore = await stores.shared();
  const variables = credentialVariables(environment);
  const seeded = config.state === 'read' ? seededModels(resolved, variables, installation.version) : [];
  const modelOf = (entry: JsonObject): AgentModel => Object.freeze(agentModel(resolved, entry, installation.version, seeded));
  const usualModel = modelOf({});
  const agents: Agent[] = [];
  for (const { id, name, isDefault, agentDir, entry } of listAgents(resolved, places)) {
    const model = valueAt(entry, 'model') === undefined ? usualModel : modelOf(entry);
    agents.push(Object.freeze({ id, name, isDefault, agentDir, model, store: await stores.own(agentDir) }));
  }
  const agentDirs = agents.map(({ agentDir }) => agentDir);
  const mainDir = installation.mainAgentDir.path;
  const strayFiles = [...(await readStrayFiles(installation.readLayout, [mainDir, ...agentDirs], files)), ...unmovedStore(await stores.passedOver(), mainDir)];
  const provider = forProvider(Object.entries(objectAt(resolved, 'models', 'providers')), anthropic);
  const providerKey = textAt(provider, 'apiKey');
  return Object.freeze({
    takenAt: now,
    installation,
    config: Object.freeze(config),
    agents: Object.freeze(agents),
    sharedStore,
    legacyFiles: await readLegacyFiles(installation, agentDirs, host, files),
    strayFiles: Object.freeze(strayFiles),
    variables: Object.freeze(variables),
    providerKey: providerKey === null ? null : new Secret(providerKey),
    baseUrl: withoutVersion(textAt(provider, 'baseUrl')),
  });
}

/** OpenClaw strips a trailing `/v1` (2026.2.24, section 2.8). */
function withoutVersion(baseUrl: string | null): string | null {
  const stripped = baseUrl?.replace(/\/+$/, '').replace(/\/v1$/, '').replace(/\/+$/, '') ?? '';
  return stripped === '' ? null : stripped;
}
