import { effectiveLayer, type EnvironmentLayer } from '../../openclaw/environment.ts';
import { textAt } from '../../openclaw/json-object.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../agents.ts';
import { anthropic } from '../provider-id.ts';
import { supports } from '../versions.ts';
import { providerSettings, type Family } from './family.ts';
import { isEmpty, paramLayer, valuesOf, type Layer, type LayerName, type ParamsSource, type SetValue } from './layers.ts';

/** OpenClaw's `cacheRetention`. */
export type Retention = 'none' | 'short' | 'long';

/** What stands as `ttl` in effect: five minutes is the API's own default and is not written out. */
export type CacheTtl = '5m' | '1h';

export interface ResolvedRetention {
  /** What the settings come to; null where OpenClaw does not decide. */
  readonly resolved: Retention | null;
  /** What a request carries: `long` without its hour is `short`. */
  readonly onWire: Retention | null;
  readonly ttl: CacheTtl | null;
  /** Weakest first. */
  readonly layers: readonly Layer[];
}

/** The variable that 2026.2.24 and 2026.3.13 read; only `long` means something. */
export const cacheVariable = 'PI_CACHE_RETENTION';

const legacyValues: Readonly<Record<string, Retention>> = { '5m': 'short', '1h': 'long' };

/** Exactly these three; `Long`, `standard` and null are none of them. */
export function asRetention(value: unknown): Retention | null {
  return value === 'none' || value === 'short' || value === 'long' ? value : null;
}

/** What a legacy `cacheControlTtl` means, or null. */
export function asLegacyRetention(value: unknown): Retention | null {
  return typeof value === 'string' && Object.hasOwn(legacyValues, value) ? (legacyValues[value] ?? null) : null;
}

/** A layer and the retention it stands for. */
interface Claim {
  readonly layer: Layer;
  readonly retention: Retention | null;
}

/**
 * The retention of an agent and everything that could set it (2026.2.24, section 7; openclaw-2026.9, section 2.6;
 * observed, "What goes on the wire"). The last place that sets `cacheRetention` counts, valid or not; without a valid
 * one the last `cacheControlTtl`; then the default.
 *
 * @param environment strongest first, the config's own layers included.
 */
export function resolveRetention(
  snapshot: Snapshot,
  agent: Agent,
  family: Family,
  sources: readonly ParamsSource[],
  environment: readonly EnvironmentLayer[],
): ResolvedRetention {
  const modern = supports(snapshot.installation.version, 'own-transport');
  const legacy = valuesOf(sources, 'cacheControlTtl').map((set) => claim(snapshot, set, 'cacheControlTtl', asLegacyRetention(set.value)));
  const current = valuesOf(sources, 'cacheRetention').map((set) => claim(snapshot, set, 'cacheRetention', asRetention(set.value)));
  const explicit = [current.at(-1), legacy.at(-1)].find((last) => last !== undefined && last.retention !== null) ?? null;
  const variable = environmentClaim(environment);
  const variableCounts = !modern && variable?.retention === 'long' && (family !== 'anthropic' || isEmpty(sources));
  const fallback = variableCounts ? variable : builtIn('short');
  const start = [builtIn('short'), ...(variable === null ? [] : [variable])];
  const claims = [...start, ...legacy, ...current];
  switch (family) {
    case 'anthropic':
    case 'bedrock-claude':
      return settle(snapshot, agent, family, claims, explicit ?? fallback);
    case 'compatible':
      return settle(snapshot, agent, family, claims, modern ? (explicit ?? fallback) : fallback);
    case 'openrouter':
      return settle(snapshot, agent, family, claims, modern ? (explicit ?? builtIn('short')) : provider('short'));
    case 'bedrock-nova':
      return settle(snapshot, agent, family, claims, explicit ?? provider('none'));
    case 'bedrock-other':
      return settle(snapshot, agent, family, claims, provider('none'));
    case 'claude-cli':
    case 'other':
      return { resolved: null, onWire: null, ttl: null, layers: [...legacy, ...current].map(({ layer }) => layer) };
  }
}

function claim(snapshot: Snapshot, set: SetValue, key: string, retention: Retention | null): Claim {
  return { layer: paramLayer(snapshot, set, key, retention !== null), retention };
}

function builtIn(retention: Retention): Claim {
  return ownRule('built-in', retention);
}

function provider(retention: Retention): Claim {
  return ownRule('provider', retention);
}

function ownRule(layer: LayerName, retention: Retention): Claim {
  return { layer: { layer, path: [], file: null, value: retention, valid: true, wins: false }, retention };
}

function environmentClaim(environment: readonly EnvironmentLayer[]): Claim | null {
  const place = effectiveLayer(cacheVariable, environment);
  if (place === null) return null;
  const value = place.values.get(cacheVariable);
  const valid = value === 'long';
  return { layer: { layer: 'environment', path: [cacheVariable], file: place.path, value, valid, wins: false }, retention: valid ? 'long' : null };
}

function settle(snapshot: Snapshot, agent: Agent, family: Family, claims: readonly Claim[], winner: Claim): ResolvedRetention {
  const all = claims.some(({ layer }) => isSame(layer, winner.layer)) ? claims : [...claims, winner];
  const layers = all.map(({ layer }) => (isSame(layer, winner.layer) ? { ...layer, wins: true } : layer));
  const resolved = winner.retention;
  if (resolved === null || resolved === 'none') return { resolved, onWire: resolved, ttl: null, layers };
  const hour = resolved === 'long' && servesAnHour(snapshot, agent, family);
  return { resolved, onWire: hour ? 'long' : 'short', ttl: hour ? '1h' : '5m', layers };
}

function isSame(a: Layer, b: Layer): boolean {
  return a.layer === b.layer && a.path.join('\n') === b.path.join('\n');
}

/** True when `long` is an hour on the wire: before 2026.5.28 only where the base URL contains Anthropic's host (2026.2.24, section 7.4); Bedrock has its own way. */
export function servesAnHour(snapshot: Snapshot, agent: Agent, family: Family): boolean {
  if (family === 'bedrock-claude') return true;
  if (family === 'bedrock-nova') return false;
  if (supports(snapshot.installation.version, 'own-transport')) return true;
  return foreignBaseUrl(snapshot, agent) === null;
}

/** The base URL of the agent's provider when it is not Anthropic's, or null. */
export function foreignBaseUrl(snapshot: Snapshot, agent: Agent): string | null {
  const { provider: name } = agent.model;
  const url = name === anthropic ? snapshot.baseUrl : textAt(providerSettings(effectiveConfig(snapshot.config), name), 'baseUrl');
  return url === null || url.includes('api.anthropic.com') ? null : url;
}
