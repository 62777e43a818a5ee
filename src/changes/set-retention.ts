import type { ConfigEdit } from '../openclaw/config-edit.ts';
import { isJsonObject, valueAt } from '../openclaw/json-object.ts';
import type { Agent, JsonObject, Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig, normaliseAgentId } from '../rules/agents.ts';
import { agentEntry, valueAtPath, type ConfigPath } from '../rules/cache/config-path.ts';
import { formatModelRef, modelAliases, resolveModelRef } from '../rules/model-ref.ts';
import { firstVersionWith, supports } from '../rules/versions.ts';
import { safeText } from '../terminal/safe-text.ts';
import { retentionTitle } from '../words/cache-editor.ts';
import { planCacheEdits } from './cache-edits.ts';
import type { CacheFacts, CachePlan, CacheRefusal, RetentionTarget, RetentionWish } from './cache-plan.ts';
import { retentionWarnings } from './set-retention-warnings.ts';

/** The edits that a wish means, in paths as OpenClaw sees the config. */
export type RetentionEdits =
  | { readonly ok: true; readonly edits: readonly ConfigEdit[]; readonly target: RetentionTarget }
  | { readonly ok: false; readonly reason: CacheRefusal };

/**
 * Plans setting the retention of one agent, or of a model for all agents that say nothing themselves. Writes the shape
 * that is on disk (`agents.list`, or `agents.entries`), and makes as little as possible. Works in every store layout:
 * the config is a file in all of them.
 */
export function planSetRetention(facts: CacheFacts, wish: RetentionWish): CachePlan {
  const meant = retentionEdits(facts.snapshot, wish);
  if (!meant.ok) return { state: 'refused', reason: meant.reason };
  const { target } = meant;
  const name = safeText(target.kind === 'agent' ? target.agentId : target.ref);
  const plan = planCacheEdits(facts, retentionTitle(name, wish.value), meant.edits, target.kind === 'agent' ? [target.agentId] : null);
  if (plan.state === 'refused') return plan;
  return { ...plan, warnings: [...retentionWarnings(facts, { ...wish, target }, meant.edits), ...plan.warnings] };
}

/** What a wish means for the config, without looking at any text; for looking ahead too. */
export function retentionEdits(snapshot: Snapshot, wish: RetentionWish): RetentionEdits {
  const { config } = snapshot;
  if (config.state === 'broken') return refuse({ code: 'broken-config', path: config.path, problem: config.problem });
  return wish.target.kind === 'agent' ? agentEdits(snapshot, wish, wish.target.agentId) : modelEdits(snapshot, wish, wish.target.ref);
}

function agentEdits(snapshot: Snapshot, { value }: RetentionWish, written: string): RetentionEdits {
  const agentId = normaliseAgentId(written);
  const target = { kind: 'agent', agentId } as const;
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  if (agent === undefined) return refuse({ code: 'unknown-agent', agentId: written });
  const config = effectiveConfig(snapshot.config);
  if (isListedTwice(config, agentId)) return refuse({ code: 'duplicate-agent', agentId });
  const { version } = snapshot.installation;
  const entry = agentEntry(config, agentId, version);
  if (value === null) {
    return { ok: true, target, edits: entry === null ? [] : removals(config, [...entry.path, 'params']) };
  }
  if (!supports(version, 'agent-params')) return refuse(tooEarly(snapshot, agent));
  if (entry === null) return { ok: true, target, edits: [newEntry(snapshot, config, agentId, value)] };
  if (!entry.applies) return refuse({ code: 'agent-id-form', agentId, at: entry.path });
  return { ok: true, target, edits: [{ kind: 'set', path: [...entry.path, 'params', 'cacheRetention'], value }] };
}

/** For the agent that exists without being listed. */
function newEntry(snapshot: Snapshot, config: JsonObject, agentId: string, value: string): ConfigEdit {
  const params = { cacheRetention: value };
  const list = valueAt(config, 'agents', 'list');
  if (Array.isArray(list)) return { kind: 'set', path: ['agents', 'list', String(list.length)], value: { id: agentId, params } };
  if (list === undefined && supports(snapshot.installation.version, 'agent-entries')) {
    return { kind: 'set', path: ['agents', 'entries', agentId, 'params', 'cacheRetention'], value };
  }
  // A list that is no list is refused by the edit: an index is no key of an object.
  return list === undefined
    ? { kind: 'set', path: ['agents', 'list'], value: [{ id: agentId, params }] }
    : { kind: 'set', path: ['agents', 'list', '0', 'params', 'cacheRetention'], value };
}

function modelEdits(snapshot: Snapshot, { value }: RetentionWish, written: string): RetentionEdits {
  const config = effectiveConfig(snapshot.config);
  const ref = resolveModelRef(written, modelAliases(config));
  if (ref === null || written.trim() === '') return refuse({ code: 'model-ref', written });
  const key = formatModelRef(ref);
  const target = { kind: 'model', ref: key } as const;
  const path = ['agents', 'defaults', 'models', key, 'params'];
  if (value === null) return { ok: true, target, edits: removals(config, path) };
  return { ok: true, target, edits: [{ kind: 'set', path: [...path, 'cacheRetention'], value }] };
}

/** Both names of the setting go, else the older one would come into force; the rest of the params stays. */
function removals(config: JsonObject, params: ConfigPath): readonly ConfigEdit[] {
  const held = valueAtPath(config, params);
  const keys = isJsonObject(held) ? ['cacheRetention', 'cacheControlTtl'].filter((key) => Object.hasOwn(held, key)) : [];
  return keys.map((key) => ({ kind: 'remove', path: [...params, key] }));
}

function tooEarly(snapshot: Snapshot, { id, model }: Agent): CacheRefusal {
  const sharing = snapshot.agents.filter((other) => other.id !== id && other.model.ref === model.ref).map((other) => other.id);
  const { text } = snapshot.installation.version;
  return { code: 'agent-params', version: text, firstVersion: firstVersionWith('agent-params'), ref: model.ref, sharing };
}

function isListedTwice(config: JsonObject, agentId: string): boolean {
  const entries = valueAt(config, 'agents', 'entries');
  const list = valueAt(config, 'agents', 'list');
  const keys = isJsonObject(entries) ? Object.keys(entries) : [];
  const ids = keys.length > 0 || !Array.isArray(list) ? keys : list.map((entry: unknown) => String(valueAt(entry, 'id') ?? ''));
  return ids.filter((id) => normaliseAgentId(id) === agentId).length > 1;
}

function refuse(reason: CacheRefusal): RetentionEdits {
  return { ok: false, reason };
}
