import type { Agent, JsonObject, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../agents.ts';
import { supports } from '../versions.ts';
import { seedsShort } from './api-key-default.ts';
import { agentEntry, fileOf, objectAtPath, type ConfigPath } from './config-path.ts';

/** A place that can set the retention, weakest first as OpenClaw merges them. */
export type LayerName =
  /** What OpenClaw does when nothing is set. */
  | 'built-in'
  /** `PI_CACHE_RETENTION`. */
  | 'environment'
  /** `agents.defaults.params`, from 2026.4.1. */
  | 'defaults-params'
  /** `agents.defaults.models[ref].params`. */
  | 'model-params'
  /** The `short` that OpenClaw puts there itself in API-key mode. */
  | 'api-key-default'
  /** `models[ref].params` of the agent, seen in 2026.9.6. */
  | 'agent-model-params'
  /** `params` of the agent, from 2026.3.13. */
  | 'agent-params'
  /** What the provider's own rule makes of it, whatever is set. */
  | 'provider';

export interface Layer {
  readonly layer: LayerName;
  /** Of the key that sets the value; for a variable its name; empty for a rule of OpenClaw's own. */
  readonly path: ConfigPath;
  /** The file it stands in; null for an included file, the process environment and OpenClaw's own rules. */
  readonly file: string | null;
  /** As OpenClaw sees it: variables substituted. */
  readonly value: unknown;
  /** True when OpenClaw understands the value. */
  readonly valid: boolean;
  /** True for the one layer that decides. */
  readonly wins: boolean;
}

/** One object of params on its way into the merged ones. */
export interface ParamsSource {
  readonly layer: LayerName;
  readonly path: ConfigPath;
  readonly params: JsonObject;
}

/** One value of a key, with the place it comes from. */
export interface SetValue {
  readonly source: ParamsSource;
  readonly value: unknown;
}

/**
 * The params that OpenClaw merges for an agent and its model, weakest first, by version (2026.2.24, section 7.1;
 * openclaw-2026.9, section 2.6; the order of the last two was seen in a run). Keys of models count only when they are
 * exactly the model's own. A place that the version does not read is left out.
 */
export function paramsSources(snapshot: Snapshot, agent: Agent): readonly ParamsSource[] {
  const config = effectiveConfig(snapshot.config);
  const { version } = snapshot.installation;
  const { ref } = agent.model;
  const source = (layer: LayerName, path: ConfigPath): ParamsSource => ({ layer, path, params: objectAtPath(config, path) });
  const model = ['agents', 'defaults', 'models', ref, 'params'];
  const sources: ParamsSource[] = [];
  if (supports(version, 'defaults-params')) sources.push(source('defaults-params', ['agents', 'defaults', 'params']));
  sources.push(source('model-params', model));
  if (seedsShort(snapshot, ref)) sources.push({ layer: 'api-key-default', path: model, params: { cacheRetention: 'short' } });
  const entry = agentEntry(config, agent.id, version);
  if (entry === null || !entry.applies) return sources;
  if (supports(version, 'agent-model-params')) sources.push(source('agent-model-params', [...entry.path, 'models', ref, 'params']));
  return [...sources, source('agent-params', [...entry.path, 'params'])];
}

/** Everything that sets a key, weakest first; the last one is what OpenClaw merges to. */
export function valuesOf(sources: readonly ParamsSource[], key: string): readonly SetValue[] {
  return sources.flatMap((source) => (Object.hasOwn(source.params, key) ? [{ source, value: source.params[key] }] : []));
}

/** The merged value of a key, or undefined. */
export function mergedValue(sources: readonly ParamsSource[], key: string): unknown {
  return valuesOf(sources, key).at(-1)?.value;
}

/** True when no place sets any param at all, which OpenClaw treats differently from params without a retention. */
export function isEmpty(sources: readonly ParamsSource[]): boolean {
  return sources.every(({ params }) => Object.keys(params).length === 0);
}

/** A layer for a key of a params object. */
export function paramLayer(snapshot: Snapshot, { source, value }: SetValue, key: string, valid: boolean): Layer {
  const path = [...source.path, key];
  const file = source.layer === 'api-key-default' ? null : fileOf(snapshot.config, path);
  return { layer: source.layer, path, file, value, valid, wins: false };
}

