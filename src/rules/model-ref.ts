import type { OpenClawVersion } from '../openclaw/installation.ts';
import { objectAt, textAt, trimmedText, valueAt } from '../openclaw/json-object.ts';
import type { AgentModel, JsonObject } from '../openclaw/snapshot.ts';
import { anthropic, normaliseProvider } from './provider-id.ts';
import { builtInModelOf, supports } from './versions.ts';

export interface ModelRef {
  readonly provider: string;
  readonly modelId: string;
}

/** Short names of Anthropic's models (2026.2.24, section 9); whole id, any case. */
const shorthands: ReadonlyMap<string, string> = new Map([
  ['opus-4.6', 'claude-opus-4-6'],
  ['opus-4.5', 'claude-opus-4-5'],
  ['sonnet-4.6', 'claude-sonnet-4-6'],
  ['sonnet-4.5', 'claude-sonnet-4-5'],
]);

/** Aliases that exist as soon as `agents.defaults.models` has the model's exact key without an alias of its own. */
const builtInAliases: ReadonlyMap<string, string> = new Map([
  ['anthropic/claude-opus-4-6', 'opus'],
  ['anthropic/claude-sonnet-4-6', 'sonnet'],
  ['openai/gpt-5.2', 'gpt'],
  ['openai/gpt-5-mini', 'gpt-mini'],
  ['google/gemini-3-pro-preview', 'gemini'],
  ['google/gemini-3-flash-preview', 'gemini-flash'],
]);

/** The same from 2026.8.2 on (read in 2026.9.6). */
const newerAliases: ReadonlyMap<string, string> = new Map([
  ['anthropic/claude-opus-5', 'opus'],
  ['anthropic/claude-sonnet-5', 'sonnet'],
  ['openai/gpt-5.4', 'gpt'],
  ['openai/gpt-5.4-mini', 'gpt-mini'],
  ['openai/gpt-5.4-nano', 'gpt-nano'],
  ['google/gemini-3.1-pro-preview', 'gemini'],
  ['google/gemini-3-flash-preview', 'gemini-flash'],
  ['google/gemini-3.1-flash-lite', 'gemini-flash-lite'],
]);

/** The key that has this built-in alias, or null. */
export function keyOfBuiltInAlias(alias: string, version: OpenClawVersion): string | null {
  const keys = [...builtInAliases.keys(), 'anthropic/claude-opus-4-8', ...newerAliases.keys()];
  return keys.find((key) => builtInAlias(key, version) === alias.toLowerCase()) ?? null;
}

/** The alias that a key of `agents.defaults.models` has without one of its own, or null. */
export function builtInAlias(key: string, version: OpenClawVersion): string | null {
  if (supports(version, 'newer-aliases')) return newerAliases.get(key) ?? null;
  if (!supports(version, 'opus-4-8')) return builtInAliases.get(key) ?? null;
  if (key === 'anthropic/claude-opus-4-8') return 'opus';
  return key === 'anthropic/claude-opus-4-6' ? null : (builtInAliases.get(key) ?? null);
}

/** Parses `provider/model`, or a bare model as Anthropic's; null when a part is empty (2026.2.24, section 9). */
export function parseModelRef(written: string): ModelRef | null {
  const text = written.trim();
  const slash = text.indexOf('/');
  const provider = slash === -1 ? anthropic : normaliseProvider(text.slice(0, slash));
  const modelId = text.slice(slash + 1).trim();
  if (provider === '' || modelId === '') return null;
  return { provider, modelId: provider === anthropic ? (shorthands.get(modelId.toLowerCase()) ?? modelId) : modelId };
}

/** `provider/model`. */
export function formatModelRef(ref: ModelRef): string {
  return `${ref.provider}/${ref.modelId}`;
}

/**
 * Alias (lower-case) to the key of `agents.defaults.models` that it stands for.
 *
 * @param seeded keys that OpenClaw adds by itself, with their built-in aliases
 */
export function modelAliases(config: JsonObject, version: OpenClawVersion, seeded: readonly string[] = []): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  const models = objectAt(config, 'agents', 'defaults', 'models');
  const added = seeded.filter((name) => !Object.hasOwn(models, name)).map((name) => [name, {}] as const);
  for (const [key, settings] of [...Object.entries(models), ...added]) {
    // An alias that is written, even an empty one, keeps the built-in one away.
    const alias = valueAt(settings, 'alias') === undefined ? builtInAlias(key, version) : textAt(settings, 'alias');
    if (alias !== null && !aliases.has(alias.toLowerCase())) aliases.set(alias.toLowerCase(), key);
  }
  return aliases;
}

/**
 * The model that a text in the config means: an alias, `provider/model`, or a bare name, which counts as Anthropic's
 * exactly as written, without short names (2026.2.24, section 9). Null when it names nothing.
 *
 * @param bareProvider whose model a bare name is
 */
export function resolveModelRef(written: string, aliases: ReadonlyMap<string, string>, bareProvider: string = anthropic): ModelRef | null {
  const text = written.trim();
  if (text.includes('/')) return parseModelRef(text);
  if (text === '') return null;
  const target = aliases.get(text.toLowerCase());
  return target === undefined ? { provider: bareProvider, modelId: text } : parseModelRef(target);
}

export interface PinnedModel {
  /** Without the profile. */
  readonly model: string;
  readonly profileId: string | null;
}

/** A date or a quantisation, which belong to a model's own name: `llama@q4_k_m`, `claude@20260101`. */
const partOfTheName = /^(?:\d{8}|i?q\d+(?:_[a-z0-9]+)*|\d+bit)$/i;

/** Takes `@profile` off a model; before 2026.5.28 it is part of the name (run: 2026.2.24, 2026.5.28, 2026.7.1, 2026.9.6). */
export function splitPinned(written: string, version: OpenClawVersion): PinnedModel {
  const text = written.trim();
  const [name = '', ...suffixes] = text.slice(text.lastIndexOf('/') + 1).split('@');
  const own = suffixes.findIndex((suffix) => !partOfTheName.test(suffix));
  const profileId = own === -1 ? '' : suffixes.slice(own).join('@').trim();
  if (name === '' || profileId === '' || !supports(version, 'pinned-profile')) return { model: text, profileId: null };
  return { model: text.slice(0, text.length - suffixes.slice(own).join('@').length - 1).trim(), profileId };
}

/**
 * Whose model a bare name is in a config: Anthropic's as long as OpenClaw's own model is one; later that of the only
 * provider with such a model in `agents.defaults.models`, else of OpenClaw's own model (2026.7.1, read and seen).
 */
export function bareProviderOf(written: string, config: JsonObject, version: OpenClawVersion): string {
  const own = parseModelRef(builtInModelOf(version))?.provider ?? anthropic;
  if (own === anthropic) return own;
  const refs = Object.keys(objectAt(config, 'agents', 'defaults', 'models')).map(parseModelRef);
  const providers = new Set(refs.flatMap((ref) => (ref?.modelId === written.trim() ? [ref.provider] : [])));
  const [only] = providers;
  return providers.size === 1 && only !== undefined ? only : own;
}

/**
 * The model an agent starts with: its own primary, else the defaults', else OpenClaw's.
 *
 * @param seeded keys that OpenClaw adds to `agents.defaults.models` by itself
 */
export function agentModel(config: JsonObject, entry: JsonObject, version: OpenClawVersion, seeded: readonly string[] = []): AgentModel {
  const own = primaryOf(valueAt(entry, 'model'));
  const shared = primaryOf(valueAt(config, 'agents', 'defaults', 'model'));
  const written = own ?? shared;
  if (written === null) return builtInModel(version);
  const { model, profileId } = splitPinned(written, version);
  const ref = resolveModelRef(model, modelAliases(config, version, seeded), bareProviderOf(model, config, version));
  if (ref === null) return builtInModel(version);
  return { ref: formatModelRef(ref), ...ref, written, pinned: profileId, from: own === null ? 'defaults' : 'agent' };
}

function builtInModel(version: OpenClawVersion): AgentModel {
  const ref = builtInModelOf(version);
  const [provider = '', modelId = ''] = ref.split('/');
  return { ref, provider, modelId, written: null, pinned: null, from: 'built-in' };
}

/** `model` is a text or an object with `primary`. */
function primaryOf(model: unknown): string | null {
  return trimmedText(model) ?? textAt(model, 'primary');
}
