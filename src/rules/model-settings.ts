import type { OpenClawVersion } from '../openclaw/installation.ts';
import { isJsonObject, objectAt, textAt, trimmedText, valueAt } from '../openclaw/json-object.ts';
import type { JsonObject, Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig, writtenAgents } from './agents.ts';
import { addedModels, authModeOf, takesDefaults } from './cache/api-key-default.ts';
import { bareProviderOf, builtInAlias, formatModelRef, keyOfBuiltInAlias, modelAliases, parseModelRef, resolveModelRef, type ModelRef } from './model-ref.ts';
import { anthropic } from './provider-id.ts';
import { compareTexts } from './text-order.ts';
import { supports } from './versions.ts';

/** A model and what OpenClaw falls back to, as the config has them. */
export interface ModelChoice {
  /** Trimmed, or null when nothing is written. */
  readonly primary: string | null;
  readonly fallbacks: readonly string[];
}

/** `agents.defaults.models` as a run sees it: the keys and their aliases. */
export interface ModelMap {
  /** Also the list of models that may be used (S15). */
  readonly allowed: readonly string[];
  /** Alias as written to the key it stands for. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** A model setting: a text, or an object with `primary` and `fallbacks` (2026.2.24, section 9). */
export function modelChoice(setting: unknown): ModelChoice {
  return { primary: trimmedText(setting) ?? textAt(setting, 'primary'), fallbacks: fallbacksOf(setting) ?? [] };
}

/**
 * An agent's own fallbacks, also an empty list; null when the defaults' hold. From 2026.5.28 on an agent with a model of its
 * own has none but its own (run).
 */
export function ownFallbacks(entry: JsonObject, version: OpenClawVersion): readonly string[] | null {
  const setting = valueAt(entry, 'model');
  const written = fallbacksOf(setting);
  return written === null && supports(version, 'own-model-alone') && modelChoice(setting).primary !== null ? [] : written;
}

/** The models that a config starts with and falls back to, as `provider/model`; each once, the agents' own first. */
export function usedModels({ agents, config, installation }: Snapshot): readonly string[] {
  return [...new Set([...agents.map(({ model }) => model.ref), ...fallbackModels(effectiveConfig(config), installation.version)])];
}

/** What the defaults and the agents fall back to, as `provider/model`. */
export function fallbackModels(config: JsonObject, version: OpenClawVersion): readonly string[] {
  const aliases = modelAliases(config, version);
  const entries = writtenAgents(config).map(({ entry }) => entry);
  const written = [objectAt(config, 'agents', 'defaults'), ...entries].flatMap((entry) => fallbacksOf(valueAt(entry, 'model')) ?? []);
  const refs = written.map((text) => resolveModelRef(text, aliases, bareProviderOf(text, config, version))).filter((ref) => ref !== null);
  return [...new Set(refs.map(formatModelRef))];
}

/**
 * The models of `agents.defaults.models` after OpenClaw's own defaults: with an API key as the way in, the primary gets
 * an entry if it has none, in 2026.9.6 other models too, and known models without an alias get theirs (2026.2.24,
 * sections 7.3 and 9; openclaw-2026.9, section 2.6). A config that does not exist gets no defaults.
 */
export function modelMap(snapshot: Snapshot): ModelMap {
  const config = effectiveConfig(snapshot.config);
  const { version } = snapshot.installation;
  const models = objectAt(config, 'agents', 'defaults', 'models');
  const seeded = authModeOf(snapshot) === 'api_key' && takesDefaults(snapshot) ? seededKeys(config, version) : [];
  const keys = [...new Set([...Object.keys(models), ...seeded])];
  const aliases = new Map<string, string>();
  for (const key of keys) {
    const written = valueAt(models, key, 'alias');
    const alias = written === undefined ? builtInAlias(key, version) : trimmedText(written);
    if (alias !== null) aliases.set(alias, key);
  }
  return { allowed: allowedModels(config, keys, version), aliases };
}

function fallbacksOf(setting: unknown): readonly string[] | null {
  const written = isJsonObject(setting) ? valueAt(setting, 'fallbacks') : undefined;
  return Array.isArray(written) ? written.filter((one) => typeof one === 'string') : null;
}

/** From 2026.8.1 a list of its own says what may be used, and the answer is sorted (run). */
function allowedModels(config: JsonObject, keys: readonly string[], version: OpenClawVersion): readonly string[] {
  if (!supports(version, 'agent-entries')) return keys;
  const written = valueAt(config, 'agents', 'defaults', 'modelPolicy', 'allow');
  // Once OpenClaw notes that it moved the list there, the models of the config say nothing about it any more.
  const unlisted = valueAt(config, 'meta', 'migrations', 'modelPolicyAllowlist') === true ? [] : keys;
  const allowed = Array.isArray(written) ? written.filter((one) => typeof one === 'string') : unlisted;
  return allowed.toSorted(compareTexts);
}

/** The keys that OpenClaw adds: the primary's, when it is a model of Anthropic's, and fixed ones. */
function seededKeys(config: JsonObject, version: OpenClawVersion): readonly string[] {
  const primary = seededKey(config, version);
  return [...(primary === null ? [] : [primary]), ...addedModels(config, version)];
}

function seededKey(config: JsonObject, version: OpenClawVersion): string | null {
  const { primary } = modelChoice(valueAt(config, 'agents', 'defaults', 'model'));
  const ref = primary === null ? null : parseModelRef(keyOfBuiltInAlias(primary, version) ?? primary);
  return ref !== null && isAnthropicModel(ref) ? formatModelRef(ref) : null;
}

function isAnthropicModel({ provider, modelId }: ModelRef): boolean {
  return provider === anthropic || (provider === 'amazon-bedrock' && modelId.toLowerCase().includes('anthropic.claude'));
}
