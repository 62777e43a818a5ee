import { isJsonObject, objectAt, valueAt } from '../../openclaw/json-object.ts';
import type { OpenClawVersion } from '../../openclaw/installation.ts';
import type { ConfigReading, JsonObject } from '../../openclaw/snapshot.ts';
import { normaliseAgentId } from '../agents.ts';
import { oncePer } from '../once-per.ts';
import { supports } from '../versions.ts';

/** Keys from the top of the config; an element of a list by its index. */
export type ConfigPath = readonly string[];

/** The value at a path, through lists too; undefined when there is none. */
export function valueAtPath(root: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
    return valueAt(value, key);
  }, root);
}

/** The object at a path, or an empty one. */
export function objectAtPath(root: unknown, path: ConfigPath): JsonObject {
  const value = valueAtPath(root, path);
  return isJsonObject(value) ? value : {};
}

/** The config file when the path is written in it; null when it comes from an included file, or from no file. */
export function fileOf(config: ConfigReading, path: ConfigPath): string | null {
  return config.state === 'read' && valueAtPath(config.written, path) !== undefined ? config.image.path : null;
}

/** How OpenClaw finds the entry of an agent that it runs. */
export interface AgentEntry {
  readonly path: ConfigPath;
  /** False when the id is written in another form, so that a version which compares it strictly ignores `params` (S19). */
  readonly applies: boolean;
}

/**
 * The entry of an agent, by its normalised id: in `agents.entries`, else in `agents.list`, the first that fits. Before
 * 2026.8.1 the written id must be the normalised one for `params` to count; 2026.9.6 takes any form (facts, observed 8).
 */
export function agentEntry(config: JsonObject, agentId: string, version: OpenClawVersion): AgentEntry | null {
  const { exact, near } = entryPaths(config);
  const found = exact.get(agentId);
  if (found !== undefined) return { path: found, applies: true };
  const path = near.get(agentId);
  return path === undefined ? null : { path, applies: supports(version, 'agent-entries') };
}

interface EntryPaths {
  /** By the id as it is written, spaces included. */
  readonly exact: ReadonlyMap<string, ConfigPath>;
  /** By the normalised id. */
  readonly near: ReadonlyMap<string, ConfigPath>;
}

const entryPaths = oncePer((config: JsonObject): EntryPaths => {
  const entries = writtenPaths(config);
  // Of two with one id the first counts, so it is set last.
  const first = (keyOf: (id: string) => string): ReadonlyMap<string, ConfigPath> => new Map(entries.toReversed().map(([id, path]) => [keyOf(id), path]));
  return { exact: first((id) => id), near: first(normaliseAgentId) };
});

function writtenPaths(config: JsonObject): readonly (readonly [string, ConfigPath])[] {
  const ids = Object.keys(objectAt(config, 'agents', 'entries'));
  if (ids.length > 0) return ids.map((id) => [id, ['agents', 'entries', id]]);
  const list = valueAt(config, 'agents', 'list');
  return Array.isArray(list) ? list.map((entry: unknown, index) => [idOf(entry), ['agents', 'list', String(index)]]) : [];
}

function idOf(entry: unknown): string {
  const id = valueAt(entry, 'id');
  return typeof id === 'string' ? id : '';
}
