import type { ConfigEdit } from '../openclaw/config-edit.ts';
import { readTree } from '../openclaw/config-edit-tree.ts';
import { isJsonObject, valueAt } from '../openclaw/json-object.ts';
import type { Agent, JsonObject, Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig, normaliseAgentId } from '../rules/agents.ts';
import { agentEntry, objectAtPath, valueAtPath, type ConfigPath } from '../rules/cache/config-path.ts';
import { withEdits } from '../rules/changed-config.ts';
import { modelDoubt } from '../rules/model-doubt.ts';
import { formatModelRef, modelAliases, resolveModelRef } from '../rules/model-ref.ts';
import { usedModels } from '../rules/model-settings.ts';
import { firstVersionWith, supports } from '../rules/versions.ts';
import { safeText } from '../terminal/safe-text.ts';
import { retentionTitle } from '../words/cache-editor.ts';
import { planCacheEdits } from './cache-edits.ts';
import type { CacheFacts, CachePlan, CacheRefusal, RetentionTarget, RetentionWish } from './cache-plan.ts';
import { retentionWarnings } from './set-retention-warnings.ts';

/** The edits that a wish means, in paths as OpenClaw sees the config. */
export type RetentionEdits =
  | {
      readonly ok: true;
      readonly target: RetentionTarget;
      readonly edits: readonly ConfigEdit[];
      /** Means the same and leaves an empty object where `edits` take it away; null where that is not possible. */
      readonly leavingEmpty: readonly ConfigEdit[] | null;
    }
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
  const planFor = (edits: readonly ConfigEdit[]): CachePlan => {
    const plan = planCacheEdits(facts, retentionTitle(name, wish.value), edits, target.kind === 'agent' ? [target.agentId] : null);
    return plan.state === 'refused' ? plan : { ...plan, warnings: [...retentionWarnings(facts, { ...wish, target }, edits), ...plan.warnings] };
  };
  const plan = planFor(meant.edits);
  const gentle = meant.leavingEmpty === null ? plan : planFor(meant.leavingEmpty);
  return commentsAfter(gentle) > commentsAfter(plan) ? gentle : plan;
}

/** How many comments a plan leaves: an empty object that holds some is not worth theirs. */
function commentsAfter(plan: CachePlan): number {
  if (plan.state === 'refused') return 0;
  const trees = plan.change.files.map(({ after }) => readTree(after.reveal()));
  return trees.flatMap((reading) => (reading.ok ? reading.tree.tokens.filter(({ type }) => type === 'comment') : [])).length;
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
    const removal = entry === null ? nothing : removals(config, [...entry.path, 'params']);
    return { ok: true, target, edits: removal.edits, leavingEmpty: supports(version, 'agent-params') ? removal.leavingEmpty : null };
  }
  if (!supports(version, 'agent-params')) return refuse(tooEarly(snapshot, agent));
  if (entry === null) return { ok: true, target, edits: [newEntry(snapshot, config, agentId, value)], leavingEmpty: null };
  if (!entry.applies) return refuse({ code: 'agent-id-form', agentId, at: entry.path });
  return { ok: true, target, edits: [{ kind: 'set', path: [...entry.path, 'params', 'cacheRetention'], value }], leavingEmpty: null };
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
  const ref = resolveModelRef(written, modelAliases(config, snapshot.installation.version));
  if (ref === null || written.trim() === '') return refuse({ code: 'model-ref', written });
  const key = formatModelRef(ref);
  const meant = modelDoubt(snapshot, ref)?.meant ?? null;
  if (meant !== null) return refuse({ code: 'model-unknown', ref: key, meant });
  const target = { kind: 'model', ref: key } as const;
  const entry = ['agents', 'defaults', 'models', key];
  if (value === null) return { ok: true, target, ...baselineRemovals(snapshot, entry) };
  return { ok: true, target, edits: [{ kind: 'set', path: [...entry, 'params', 'cacheRetention'], value }], leavingEmpty: null };
}

const settingKeys = ['cacheRetention', 'cacheControlTtl'];

type Removal = Pick<Extract<RetentionEdits, { readonly ok: true }>, 'edits' | 'leavingEmpty'>;

const nothing: Removal = { edits: [], leavingEmpty: null };

/**
 * Both names of the setting go, else the older one would come into force; other params stay. Params that would be left
 * empty go whole: before 2026.3.13 the bare key is refused too (S1).
 */
function removals(config: JsonObject, params: ConfigPath): Removal {
  const held = valueAtPath(config, params);
  if (!isJsonObject(held)) return nothing;
  const keys = settingKeys.filter((key) => Object.hasOwn(held, key));
  const edits = keys.map((key): ConfigEdit => ({ kind: 'remove', path: [...params, key] }));
  return holdsOnly(held, settingKeys) ? { edits: [{ kind: 'remove', path: params }], leavingEmpty: edits } : { edits, leavingEmpty: null };
}

/**
 * The entry of a model goes with its last param when it is the only one: it was made for the setting, and by itself it
 * keeps other models away (S15). Beside other entries an empty one stays, because it allows its model; so does one
 * whose built-in alias is in use.
 */
function baselineRemovals(snapshot: Snapshot, entry: ConfigPath): Removal {
  const config = effectiveConfig(snapshot.config);
  const removal = removals(config, [...entry, 'params']);
  const siblings = Object.keys(objectAtPath(config, entry.slice(0, -1)));
  const isAlone = siblings.length === 1 && holdsOnly(objectAtPath(config, entry), ['params']);
  if (removal.leavingEmpty === null || !isAlone) return removal;
  const whole: ConfigEdit = { kind: 'remove', path: entry };
  const meant = (one: Snapshot): string => usedModels(one).join('\n');
  return meant(withEdits(snapshot, [whole])) === meant(snapshot) ? { ...removal, edits: [whole] } : removal;
}

function holdsOnly(object: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(object).every((key) => keys.includes(key));
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
