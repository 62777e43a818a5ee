import { applyToValue, type ConfigEdit } from '../openclaw/config-edit-value.ts';
import { isJsonObject } from '../openclaw/json-object.ts';
import type { ConfigReading, JsonObject, Snapshot } from '../openclaw/snapshot.ts';
import { Secret } from '../terminal/secret.ts';
import { effectiveConfig, entriesById } from './agents.ts';
import { seededModels } from './cache/api-key-default.ts';
import { agentModel } from './model-ref.ts';

/**
 * The snapshot as it would be read after these edits of the config, for looking ahead; stores and variables stay as they
 * are. Its config is not for writing.
 *
 * @param edits paths as OpenClaw sees the config, includes merged.
 */
export function withEdits(snapshot: Snapshot, edits: readonly ConfigEdit[]): Snapshot {
  const edited = applyToValue(effectiveConfig(snapshot.config), edits);
  const resolved: JsonObject = isJsonObject(edited) ? edited : {};
  const { installation } = snapshot;
  const seeded = seededModels(resolved, snapshot.variables, installation.version);
  const entries = entriesById(resolved);
  const agents = snapshot.agents.map((agent) => ({ ...agent, model: agentModel(resolved, entries.get(agent.id)?.entry ?? {}, installation.version, seeded) }));
  return { ...snapshot, config: withResolved(snapshot.config, resolved), agents };
}

function withResolved(config: ConfigReading, resolved: JsonObject): ConfigReading {
  if (config.state === 'read') return { ...config, resolved };
  const image = { path: config.path, text: new Secret(''), sha256: '' };
  return { state: 'read', image, written: resolved, resolved, includes: [] };
}
