import { isJsonObject } from '../../openclaw/json-object.ts';
import type { JsonValue } from '../../openclaw/config-edit-value.ts';

/** `*` stands for any key or element, `**` at the end for all that is below. */
type Pattern = readonly string[];

/** Values that say how OpenClaw is set up and nothing of whom it serves. Anything else is shown by its kind alone. */
const harmless: readonly Pattern[] = [
  'meta.lastTouchedVersion',
  'meta.lastTouchedAt',
  'auth.profiles.*.provider',
  'auth.profiles.*.mode',
  'auth.order.*.*',
  'auth.cooldowns.**',
  'agents.ownership',
  'agents.defaults.model',
  'agents.defaults.model.primary',
  'agents.defaults.model.fallbacks.*',
  'agents.defaults.params.*',
  'agents.defaults.models.*.params.*',
  'agents.defaults.models.*.params.anthropicBeta.*',
  'agents.defaults.heartbeat.every',
  'agents.defaults.contextPruning.mode',
  'agents.defaults.contextPruning.ttl',
  'agents.defaults.compaction.mode',
  'agents.defaults.maxConcurrent',
  'agents.list.*.id',
  'agents.list.*.default',
  'agents.list.*.model',
  'agents.list.*.model.primary',
  'agents.list.*.model.fallbacks.*',
  'agents.list.*.params.*',
  'agents.list.*.heartbeat.every',
  'agents.entries.*.default',
  'agents.entries.*.model',
  'agents.entries.*.model.primary',
  'agents.entries.*.model.fallbacks.*',
  'agents.entries.*.params.*',
  'agents.entries.*.models.*.params.*',
  'agents.entries.*.heartbeat.every',
  'gateway.mode',
  'gateway.port',
  'gateway.bind',
  'gateway.reload.mode',
  'env.shellEnv.enabled',
].map((path) => path.split('.'));

/** Params that are about the cache, context and size; others may hold anything. */
const knownParams: ReadonlySet<string> = new Set(['cacheRetention', 'cacheControlTtl', 'context1m', 'anthropicBeta', 'maxTokens', 'temperature', 'thinking']);

/** Sections whose keys are OpenClaw's own or names of agents, profiles and models; of others only the size is told. */
const outlined: ReadonlySet<string> = new Set(['meta', 'auth', 'agents', 'models', 'gateway', 'env', 'diagnostics', 'logging', 'update']);

/**
 * The shape of a config: every key of the sections that matter here, with the value where it is known to be harmless and
 * its kind (`<text>`, `<number>`) where it is not. A reference to a variable shows its name.
 */
export function configOutline(written: unknown): JsonValue {
  if (!isJsonObject(written)) return kindOf(written);
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, outlined.has(key) ? outline(value, [key]) : sizeOf(value)]));
}

function outline(value: unknown, path: readonly string[]): JsonValue {
  if (Array.isArray(value)) return value.map((element: unknown, index) => outline(element, [...path, String(index)]));
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, outline(member, [...path, key])]));
  const isKnown = harmless.some((pattern) => fits(path, pattern)) && (!path.includes('params') || knownParams.has(path[path.indexOf('params') + 1] ?? ''));
  if (isKnown && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)) return value;
  return kindOf(value);
}

function fits(path: readonly string[], pattern: Pattern): boolean {
  const open = pattern.at(-1) === '**';
  const keys = open ? pattern.slice(0, -1) : pattern;
  if (open ? path.length < keys.length : path.length !== keys.length) return false;
  return keys.every((key, index) => key === '*' || key === path[index]);
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') {
    const reference = /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(value)?.[1];
    return reference === undefined ? '<text>' : `\${${reference}}`;
  }
  return value === null ? '<null>' : `<${typeof value}>`;
}

function sizeOf(value: unknown): string {
  if (Array.isArray(value)) return `<list of ${value.length}>`;
  return isJsonObject(value) ? `<object of ${Object.keys(value).length}>` : kindOf(value);
}
