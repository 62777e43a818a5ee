import type { OpenClawVersion } from '../../openclaw/installation.ts';
import { isJsonObject, objectAt, textAt, valueAt } from '../../openclaw/json-object.ts';
import type { JsonObject, Snapshot } from '../../openclaw/snapshot.ts';
import { formatModelRef, keyOfBuiltInAlias, parseModelRef, type ModelRef } from '../model-ref.ts';
import { anthropic } from '../provider-id.ts';
import { supports } from '../versions.ts';

/** How OpenClaw thinks it signs in to Anthropic, for its defaults; it looks at the config, never at a store. */
export type AuthMode = 'api_key' | 'oauth';

/** Rows that are added to the models in API-key mode: the last from 2026.5.28, both from 2026.7.1 (openclaw-2026.9, section 2.6; run). */
const addedRows = ['anthropic/claude-sonnet-5', 'anthropic/claude-sonnet-4-6'];

/**
 * The mode from which OpenClaw takes its defaults: the first profile of `auth.order.anthropic` that `auth.profiles`
 * declares, else all declared ones if they agree, else the variables; null when nothing tells (2026.2.24, section 7.3).
 */
export function authModeOf({ config, variables }: Snapshot): AuthMode | null {
  return config.state === 'read' ? authModeIn(config.resolved, variables) : null;
}

type Variables = Snapshot['variables'];

function authModeIn(config: JsonObject, variables: Variables): AuthMode | null {
  const ordered = valueAt(config, 'auth', 'order', anthropic);
  for (const id of Array.isArray(ordered) ? ordered : []) {
    const mode = typeof id === 'string' ? declaredMode(valueAt(config, 'auth', 'profiles', id)) : null;
    if (mode !== null) return mode;
  }
  const declared = new Set(Object.values(objectAt(config, 'auth', 'profiles')).map(declaredMode).filter((mode) => mode !== null));
  const [only] = declared;
  if (declared.size === 1 && only !== undefined) return only;
  const isSet = (name: string): boolean => variables.some((variable) => variable.name === name && variable.effective);
  if (isSet('ANTHROPIC_OAUTH_TOKEN')) return 'oauth';
  return isSet('ANTHROPIC_API_KEY') ? 'api_key' : null;
}

function declaredMode(profile: unknown): AuthMode | null {
  if (valueAt(profile, 'provider') !== anthropic) return null;
  const mode = valueAt(profile, 'mode');
  if (mode === 'api_key') return 'api_key';
  return mode === 'oauth' || mode === 'token' ? 'oauth' : null;
}

/** True when 2026.9.6 and 2026.2.24 apply their defaults at all: there is a config, and it has `agents.defaults` where that counts. */
export function takesDefaults(snapshot: Snapshot): boolean {
  if (snapshot.config.state !== 'read') return false;
  if (!supports(snapshot.installation.version, 'agent-entries')) return true;
  return isJsonObject(valueAt(snapshot.config.resolved, 'agents', 'defaults'));
}

/**
 * True when OpenClaw puts `cacheRetention: "short"` into the params of this key of `agents.defaults.models` as it loads
 * the config: API-key mode, a Claude model of Anthropic or Bedrock, and no text as `cacheRetention` yet, be it a wrong
 * one (2026.2.24, section 7.3; openclaw-2026.9, section 2.6). The primary of the defaults gets it without an entry.
 */
export function seedsShort(snapshot: Snapshot, key: string): boolean {
  if (snapshot.config.state !== 'read' || !takesDefaults(snapshot) || !seedsRuns(snapshot.installation.version) || authModeOf(snapshot) !== 'api_key') return false;
  const config = snapshot.config.resolved;
  const ref = parseModelRef(key);
  if (ref === null || !isClaude(ref)) return false;
  const entry = valueAt(config, 'agents', 'defaults', 'models', key);
  const reached = entry !== undefined || primaryKey(config, snapshot.installation.version) === key || addedModels(config, snapshot.installation.version).includes(key);
  return reached && typeof valueAt(entry, 'params', 'cacheRetention') !== 'string';
}

/** From 2026.5.28 to 2026.7.1 status showed the seeded models, and runs went without (seen on the wire). */
function seedsRuns(version: OpenClawVersion): boolean {
  return !supports(version, 'own-transport') || supports(version, 'new-request-builder');
}

/** The keys that a version adds to the models in API-key mode, where the primary or another key is a Claude model (run). */
export function addedModels(config: JsonObject, version: OpenClawVersion): readonly string[] {
  if (!supports(version, 'opus-4-8')) return [];
  const keys = [primaryKey(config, version) ?? '', ...Object.keys(objectAt(config, 'agents', 'defaults', 'models'))];
  const hasClaude = keys.map(parseModelRef).some((ref) => ref !== null && isClaude(ref));
  if (!hasClaude) return [];
  return supports(version, 'own-betas') ? addedRows : addedRows.slice(1);
}

function isClaude({ provider, modelId }: ModelRef): boolean {
  return provider === anthropic || (provider === 'amazon-bedrock' && modelId.toLowerCase().includes('anthropic.claude'));
}

/**
 * The keys that OpenClaw adds to `agents.defaults.models` as it loads the config for a run; with a key comes its built-in
 * alias, so that a primary such as `opus` means a model (2026.2.24, sections 7.3 and 9; seen).
 */
export function seededModels(config: JsonObject, variables: Variables, version: OpenClawVersion): readonly string[] {
  if (!seedsRuns(version) || authModeIn(config, variables) !== 'api_key') return [];
  const primary = primaryKey(config, version);
  return [...addedModels(config, version), ...(primary === null ? [] : [primary])];
}

function primaryKey(config: JsonObject, version: OpenClawVersion): string | null {
  const written = textAt(config, 'agents', 'defaults', 'model') ?? textAt(config, 'agents', 'defaults', 'model', 'primary');
  if (written === null) return null;
  const ref = parseModelRef(keyOfBuiltInAlias(written, version) ?? written);
  return ref === null ? null : formatModelRef(ref);
}

/**
 * True when old tool results are pruned with the cache's life in mind: set so, or set by OpenClaw because it found a
 * sign of Anthropic credentials (2026.2.24, section 7.3).
 */
export function prunesByCache(snapshot: Snapshot): boolean {
  if (snapshot.config.state !== 'read') return false;
  const mode = valueAt(snapshot.config.resolved, 'agents', 'defaults', 'contextPruning', 'mode');
  return mode === undefined ? takesDefaults(snapshot) && authModeOf(snapshot) !== null : mode === 'cache-ttl';
}
