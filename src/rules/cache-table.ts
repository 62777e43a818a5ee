import type { EnvironmentLayer } from '../openclaw/environment.ts';
import type { Agent, Snapshot } from '../openclaw/snapshot.ts';
import { cacheWarnings } from './cache/cache-warnings.ts';
import { familyOf, type Family } from './cache/family.ts';
import { mergedValue, paramsSources, type Layer, type ParamsSource } from './cache/layers.ts';
import type { RouteWarning } from './cache/route-warning.ts';
import { resolveRetention, servesAnHour, type CacheTtl, type Retention } from './cache/retention.ts';
import { supports } from './versions.ts';

/** The beta that one hour of cache needed once. */
const extendedTtlBeta = 'extended-cache-ttl-2025-04-11';

/** What an agent's cache settings come to, the credential left aside. */
export interface CacheStanding {
  /** What the settings come to; null where OpenClaw does not decide. */
  readonly effective: Retention | null;
  readonly onWire: Retention | null;
  readonly ttl: CacheTtl | null;
  /** The place that decides, or null where OpenClaw does not decide. */
  readonly from: Layer | null;
}

/** One agent's line in the table of cache settings. */
export interface CacheLine extends CacheStanding {
  readonly agent: Agent;
  readonly family: Family;
  /** What counts for the agent's model when the agent itself says nothing: the strongest such place, or null. */
  readonly baseline: Layer | null;
  /** What the agent itself says, or null. */
  readonly override: Layer | null;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** What `long` comes to in this agent's requests, whatever is set. */
  readonly longTtl: CacheTtl;
  /** What a person would not expect of the settings. */
  readonly warnings: readonly RouteWarning[];
}

/**
 * The table of agents.
 *
 * @param environment strongest first, the config's own layers included
 * @param agentIds only these agents; all unless told otherwise
 */
export function cacheTable(snapshot: Snapshot, environment: readonly EnvironmentLayer[], agentIds: readonly string[] | null = null): readonly CacheLine[] {
  const agents = agentIds === null ? snapshot.agents : snapshot.agents.filter(({ id }) => agentIds.includes(id));
  return agents.map((agent) => cacheLine(snapshot, agent, environment));
}

/** The line of one agent. @param environment strongest first, the config's own layers included */
export function cacheLine(snapshot: Snapshot, agent: Agent, environment: readonly EnvironmentLayer[]): CacheLine {
  const family = familyOf(snapshot, agent);
  const sources = paramsSources(snapshot, agent);
  const retention = resolveRetention(snapshot, agent, family, sources, environment);
  const { resolved, onWire, ttl, layers } = retention;
  return {
    agent,
    family,
    effective: resolved,
    onWire,
    ttl,
    from: layers.find(({ wins }) => wins) ?? null,
    baseline: strongest(layers, (layer) => !isOwn(layer) && isConfigured(layer)),
    override: strongest(layers, isOwn),
    layers,
    longTtl: servesAnHour(snapshot, agent, family) ? '1h' : '5m',
    warnings: [...cacheWarnings(snapshot, agent, family, retention, environment), ...deadSettings(snapshot, sources)],
  };
}

/** Settings that once had to do with the cache or with context, and do nothing any more (facts, observed 7 and 10). */
function deadSettings({ installation }: Snapshot, sources: readonly ParamsSource[]): readonly RouteWarning[] {
  const betas = mergedValue(sources, 'anthropicBeta');
  const list: readonly unknown[] = Array.isArray(betas) ? betas : [betas];
  const isRetired = mergedValue(sources, 'context1m') === true && supports(installation.version, 'context1m-retired');
  return [...(isRetired ? [{ code: 'context1m-retired' } as const] : []), ...(list.includes(extendedTtlBeta) ? [{ code: 'extended-cache-ttl' } as const] : [])];
}

/** True for a place that speaks for one agent. */
export function isOwn({ layer }: Layer): boolean {
  return layer === 'agent-params' || layer === 'agent-model-params';
}

function isConfigured({ layer }: Layer): boolean {
  return layer === 'defaults-params' || layer === 'model-params' || layer === 'api-key-default';
}

/** A `cacheRetention` beats any `cacheControlTtl`; of each the last counts. */
function strongest(layers: readonly Layer[], fits: (layer: Layer) => boolean): Layer | null {
  const fitting = layers.filter(fits);
  return fitting.findLast(({ path }) => path.at(-1) === 'cacheRetention') ?? fitting.at(-1) ?? null;
}

/** An agent for whom a change of the config makes a difference. */
export interface CacheEffect {
  readonly agent: string;
  readonly before: CacheStanding;
  readonly after: CacheStanding;
}

/** The agents whose requests would be cached otherwise. Both tables list the same agents. */
export function cacheEffects(before: readonly CacheLine[], after: readonly CacheLine[]): readonly CacheEffect[] {
  const later = new Map(after.map((line) => [line.agent.id, line]));
  return before.flatMap((line): readonly CacheEffect[] => {
    const now = later.get(line.agent.id);
    if (now === undefined || isSameCaching(line, now)) return [];
    return [{ agent: line.agent.id, before: line, after: now }];
  });
}

/** True when both mean the same for requests, wherever it comes from. */
export function isSameCaching(a: CacheStanding, b: CacheStanding): boolean {
  return a.effective === b.effective && a.onWire === b.onWire && a.ttl === b.ttl;
}
