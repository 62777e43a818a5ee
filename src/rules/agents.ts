import { agentFile } from '../openclaw/agent-file.ts';
import { isJsonObject, objectAt, textAt, valueAt } from '../openclaw/json-object.ts';
import type { ConfigReading, JsonObject } from '../openclaw/snapshot.ts';
import { oncePer } from './once-per.ts';
import { resolveUserPath, type PathBase } from './user-path.ts';

/** OpenClaw's name for the agent that exists without a list. */
export const mainAgentId = 'main';

/** An agent as the config describes it, before its store and model are looked at. */
export interface ListedAgent {
  /** Normalised id. */
  readonly id: string;
  /** As written; OpenClaw compares some things with this one (2026.2.24, S19). Null for an agent that no list names. */
  readonly writtenId: string | null;
  readonly name: string | null;
  readonly isDefault: boolean;
  readonly agentDir: string;
  /** Its entry in `agents.list` or `agents.entries`; empty for an agent that no list names. */
  readonly entry: JsonObject;
}

export interface AgentPlaces extends PathBase {
  /** Absolute. */
  readonly stateDir: string;
}

/** An agent as an entry of the config has it. */
export interface WrittenAgent {
  readonly writtenId: string | null;
  readonly entry: JsonObject;
}

/** The config that OpenClaw works with: a missing or broken one counts as empty (2026.2.24, section 1.8). */
export function effectiveConfig(config: ConfigReading): JsonObject {
  return config.state === 'read' ? config.resolved : {};
}

/** OpenClaw's form of an agent id (2026.2.24, section 1.5); `main` for a blank one. */
export function normaliseAgentId(written: string): string {
  const trimmed = written.trim();
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(trimmed)) return trimmed.toLowerCase();
  const cleaned = trimmed
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64);
  return cleaned === '' ? mainAgentId : cleaned;
}

/**
 * The agents of a config, in its order: `agents.entries` (from 2026.8.1; then the list is ignored) or `agents.list`; of
 * two with one id the first counts; without any the only agent is `main`. Exactly one is the default.
 */
export function listAgents(config: JsonObject, places: AgentPlaces): readonly ListedAgent[] {
  const found = entriesById(config);
  const byId = found.size > 0 ? found : new Map([[mainAgentId, { writtenId: null, entry: {} }]]);
  const defaultId = defaultAgentId(config, writtenAgents(config), byId);
  return [...byId].map(([id, { writtenId, entry }]) => ({
    id,
    writtenId,
    name: textAt(entry, 'name'),
    isDefault: id === defaultId,
    agentDir: agentDirOf(id, entry, places),
    entry,
  }));
}

/** Normalised id to the entry of the config that counts; of two with one id the first. */
export const entriesById: (config: JsonObject) => ReadonlyMap<string, WrittenAgent> = oncePer((config) => {
  const byId = new Map<string, WrittenAgent>();
  for (const agent of writtenAgents(config)) {
    const id = normaliseAgentId(agent.writtenId ?? '');
    if (!byId.has(id)) byId.set(id, agent);
  }
  return byId;
});

/** The entries of `agents.entries`, else of `agents.list`, in the order of the file; ids may stand twice. */
export function writtenAgents(config: JsonObject): readonly WrittenAgent[] {
  const entries = Object.entries(objectAt(config, 'agents', 'entries'));
  if (entries.length > 0) return entries.map(([writtenId, entry]) => ({ writtenId, entry: isJsonObject(entry) ? entry : {} }));
  const list = valueAt(config, 'agents', 'list');
  if (!Array.isArray(list)) return [];
  return list.filter(isJsonObject).map((entry) => ({ writtenId: textAt(entry, 'id'), entry }));
}

/** The first with `default: true`, else the one that `systemAgent` names (2026.9.6), else the first. */
function defaultAgentId(config: JsonObject, written: readonly WrittenAgent[], byId: ReadonlyMap<string, WrittenAgent>): string {
  const marked = written.find(({ entry }) => valueAt(entry, 'default') === true);
  if (marked !== undefined) return normaliseAgentId(marked.writtenId ?? '');
  const named = textAt(config, 'agents', 'defaults', 'systemAgent', 'agentId');
  if (named !== null && byId.has(normaliseAgentId(named))) return normaliseAgentId(named);
  const [first = mainAgentId] = byId.keys();
  return first;
}

function agentDirOf(id: string, entry: JsonObject, places: AgentPlaces): string {
  const written = textAt(entry, 'agentDir');
  return written === null ? agentFile(agentFile(agentFile(places.stateDir, 'agents'), id), 'agent') : resolveUserPath(written, places);
}
