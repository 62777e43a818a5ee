import { isJsonObject, objectAt, valueAt } from '../../openclaw/json-object.ts';
import type { OpenClawVersion } from '../../openclaw/installation.ts';
import type { ConfigReading, JsonObject } from '../../openclaw/snapshot.ts';
import { normaliseAgentId } from '../agents.ts';
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
  const exact = findEntry(config, (id) => id === agentId);
  if (exact !== null) return { path: exact, applies: true };
  const near = findEntry(config, (id) => normaliseAgentId(id) === agentId);
  return near === null ? null : { path: near, applies: supports(version, 'agent-entries') };
}

/** Ids are compared as they stand, spaces included. */
function findEntry(config: JsonObject, fits: (writtenId: string) => boolean): ConfigPath | null {
  const ids = Object.keys(objectAt(config, 'agents', 'entries'));
  if (ids.length > 0) {
    const id = ids.find(fits);
    return id === undefined ? null : ['agents', 'entries', id];
  }
  const list = valueAt(config, 'agents', 'list');
  if (!Array.isArray(list)) return null;
  const index = list.findIndex((entry: unknown) => fits(idOf(entry)));
  return index === -1 ? null : ['agents', 'list', String(index)];
}

function idOf(entry: unknown): string {
  const id = valueAt(entry, 'id');
  return typeof id === 'string' ? id : '';
}
