import { effectiveValue, type EnvironmentLayer } from '../../openclaw/environment.ts';
import { objectAt, valueAt } from '../../openclaw/json-object.ts';
import type { Agent, JsonObject, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../agents.ts';
import { formatModelRef, parseModelRef } from '../model-ref.ts';
import { supports } from '../versions.ts';
import { agentEntry, objectAtPath, valueAtPath, type ConfigPath } from './config-path.ts';
import type { Family } from './family.ts';
import type { Layer } from './layers.ts';
import { asLegacyRetention, asRetention, cacheVariable, foreignBaseUrl, type ResolvedRetention } from './retention.ts';
import type { RouteWarning } from './route-warning.ts';

/** Params that speak of the cache or of context. */
const cacheKeys = ['cacheRetention', 'cacheControlTtl', 'context1m', 'anthropicBeta'];

/** Read by 2026.9.6, but without effect in any run of it (observed). */
const laterVariable = 'OPENCLAW_CACHE_RETENTION';

/** What a person would not expect of the settings and their result, the credential left aside. */
export function cacheWarnings(
  snapshot: Snapshot,
  agent: Agent,
  family: Family,
  retention: ResolvedRetention,
  environment: readonly EnvironmentLayer[],
): readonly RouteWarning[] {
  return [
    ...(family === 'anthropic' || family.startsWith('bedrock') ? invalidValues(retention.layers) : []),
    ...beatenValues(retention.layers),
    ...ignoredPlaces(snapshot, agent),
    ...withoutEffect(snapshot, agent, family, retention),
    ...lostHour(snapshot, agent, retention),
    ...variables(snapshot, family, retention, environment),
  ];
}

function invalidValues(layers: readonly Layer[]): readonly RouteWarning[] {
  const set = layers.filter(isFromConfig);
  return set.filter(({ valid }) => !valid).map((layer): RouteWarning => {
    const masked = set.slice(0, set.indexOf(layer)).findLast((lower) => lower.valid && lower.path.at(-1) === layer.path.at(-1));
    return { code: 'invalid-value', path: layer.path, value: layer.value, masks: masked?.path ?? null };
  });
}

function isFromConfig({ layer }: Layer): boolean {
  return layer !== 'built-in' && layer !== 'environment' && layer !== 'provider' && layer !== 'api-key-default';
}

/** A good value that loses, where the loser would not think so: to OpenClaw's own `short`, or to the newer key. */
function beatenValues(layers: readonly Layer[]): readonly RouteWarning[] {
  const winner = layers.find(({ wins }) => wins);
  if (winner === undefined) return [];
  const losers = layers.filter((layer) => isFromConfig(layer) && layer.valid && !layer.wins && meaningOf(layer) !== winner.value);
  if (winner.layer === 'api-key-default') return losers.map(({ path }) => ({ code: 'beaten-by-api-key-default', path }));
  if (winner.path.at(-1) !== 'cacheRetention') return [];
  return losers.filter(({ path }) => path.at(-1) === 'cacheControlTtl').map(({ path }) => ({ code: 'legacy-beaten', path, by: winner.path }));
}

function meaningOf({ value }: Layer): unknown {
  return asRetention(value) ?? asLegacyRetention(value);
}

/** Params that seem to be for this agent, but stand where OpenClaw does not look. */
function ignoredPlaces(snapshot: Snapshot, agent: Agent): readonly RouteWarning[] {
  const config = effectiveConfig(snapshot.config);
  const { ref } = agent.model;
  const models = objectAt(config, 'agents', 'defaults', 'models');
  const near = Object.keys(models).filter((key) => key !== ref && speaksOfCache(valueAt(models, key, 'params')) && meansSame(key, ref));
  const unmatched = near.map((key): RouteWarning => ({ code: 'key-not-matched', path: ['agents', 'defaults', 'models', key], ref }));
  const entry = agentEntry(config, agent.id, snapshot.installation.version);
  if (entry === null || entry.applies || !speaksOfCache(objectAtPath(config, [...entry.path, 'params']))) return unmatched;
  return [...unmatched, { code: 'agent-id-form', path: writtenIdPath(config, entry.path), id: agent.id }];
}

function writtenIdPath(config: JsonObject, path: ConfigPath): ConfigPath {
  const idPath = [...path, 'id'];
  return valueAtPath(config, idPath) === undefined ? path : idPath;
}

function speaksOfCache(params: unknown): boolean {
  return cacheKeys.some((key) => valueAt(params, key) !== undefined);
}

function meansSame(key: string, ref: string): boolean {
  const parsed = parseModelRef(key);
  return parsed !== null && formatModelRef(parsed).toLowerCase() === ref.toLowerCase();
}

function withoutEffect(snapshot: Snapshot, agent: Agent, family: Family, { layers }: ResolvedRetention): readonly RouteWarning[] {
  const { provider } = agent.model;
  const set = layers.findLast((layer) => isFromConfig(layer) && layer.valid);
  if (set === undefined || set.wins || family === 'anthropic' || family === 'bedrock-claude' || family === 'bedrock-nova') return [];
  const modern = supports(snapshot.installation.version, 'own-transport');
  if (modern && family === 'other') return [{ code: 'other-provider', provider }];
  if (modern && (family === 'openrouter' || family === 'compatible')) return [];
  return [{ code: 'no-effect', family, provider, path: set.path }];
}

function lostHour(snapshot: Snapshot, agent: Agent, { resolved, onWire }: ResolvedRetention): readonly RouteWarning[] {
  const baseUrl = foreignBaseUrl(snapshot, agent);
  return resolved === 'long' && onWire === 'short' && baseUrl !== null ? [{ code: 'long-needs-anthropic', baseUrl }] : [];
}

function variables(snapshot: Snapshot, family: Family, { layers }: ResolvedRetention, environment: readonly EnvironmentLayer[]): readonly RouteWarning[] {
  const modern = supports(snapshot.installation.version, 'own-transport');
  const warnings: RouteWarning[] = [];
  const value = effectiveValue(cacheVariable, environment);
  const wins = layers.some(({ layer, wins: decides }) => layer === 'environment' && decides);
  if (value !== null && !wins) warnings.push({ code: 'variable-without-effect', name: cacheVariable, because: reason(modern, value, family) });
  if (effectiveValue(laterVariable, environment) !== null) warnings.push({ code: 'variable-without-effect', name: laterVariable, because: 'version' });
  return warnings;
}

function reason(modern: boolean, value: string, family: Family): 'version' | 'params' | 'value' | 'provider' {
  if (modern) return 'version';
  if (value !== 'long') return 'value';
  return family === 'anthropic' || family === 'bedrock-claude' ? 'params' : 'provider';
}
