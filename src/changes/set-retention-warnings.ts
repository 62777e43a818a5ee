import type { ConfigEdit } from '../openclaw/config-edit.ts';
import { cacheTable, type CacheLine } from '../rules/cache-table.ts';
import { withEdits } from '../rules/changed-config.ts';
import { modelDoubt } from '../rules/model-doubt.ts';
import { parseModelRef } from '../rules/model-ref.ts';
import { fallbackModels, modelMap } from '../rules/model-settings.ts';
import { effectiveConfig } from '../rules/agents.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { supports } from '../rules/versions.ts';
import type { CacheFacts, CacheWarning, RetentionTarget, RetentionWish } from './cache-plan.ts';

/** What the person should know before a retention is set: where it has no effect, and what else it touches. */
export function retentionWarnings({ snapshot, environment }: CacheFacts, wish: RetentionWish, edits: readonly ConfigEdit[]): readonly CacheWarning[] {
  const { target, value } = wish;
  const after = withEdits(snapshot, edits);
  const meant = cacheTable(after, environment, idsOf(after, target));
  if (value === null) return target.kind === 'agent' ? meant.flatMap(leftWarning) : liftedWarning(snapshot, after);
  const routing = target.kind === 'agent' && supports(snapshot.installation.version, 'agent-entries') ? meant.flatMap(routingWarning) : [];
  return [...meant.flatMap((line) => effectWarning(line, wish)), ...routing, ...unknownWarning(snapshot, target), ...allowlistWarning(snapshot, after, wish)];
}

function idsOf({ agents }: Snapshot, target: RetentionTarget): readonly string[] {
  return target.kind === 'agent' ? [target.agentId] : agents.filter(({ model }) => model.ref === target.ref).map(({ id }) => id);
}

/** The agent's own setting for its model stays when the one for all its models goes (2026.9.6). */
function leftWarning({ agent, override }: CacheLine): readonly CacheWarning[] {
  return override === null ? [] : [{ code: 'beaten', agent: agent.id, path: override.path }];
}

function effectWarning(line: CacheLine, { value }: RetentionWish): readonly CacheWarning[] {
  const { agent, effective, onWire, from } = line;
  if (effective === null || from?.layer === 'provider') return [{ code: 'no-effect', agent: agent.id, provider: agent.model.provider }];
  if (effective === value && effective === 'long' && onWire === 'short') return [{ code: 'hour-lost', agent: agent.id }];
  return effective !== value && from !== null ? [{ code: 'beaten', agent: agent.id, path: from.path }] : [];
}

function routingWarning({ agent }: CacheLine): readonly CacheWarning[] {
  return agent.model.provider === 'openai' ? [{ code: 'routing', agent: agent.id, ref: agent.model.ref }] : [];
}

function unknownWarning(snapshot: Snapshot, target: RetentionTarget): readonly CacheWarning[] {
  const model = target.kind === 'model' ? parseModelRef(target.ref) : null;
  return target.kind === 'model' && model !== null && modelDoubt(snapshot, model) !== null ? [{ code: 'model-unknown', ref: target.ref }] : [];
}

/**
 * Before 2026.8.1 the first entry of `agents.defaults.models` makes it the list of models that may be chosen; fallbacks
 * that are not in it are dropped, while an agent's primary is used all the same (S15).
 */
function allowlistWarning(before: Snapshot, after: Snapshot, { target }: RetentionWish): readonly CacheWarning[] {
  if (target.kind !== 'model' || !isAllowlist(before) || modelMap(before).allowed.length > 0) return [];
  const allowed = new Set(modelMap(after).allowed);
  const dropped = fallbackModels(effectiveConfig(before.config), before.installation.version).filter((ref) => !allowed.has(ref));
  return [{ code: 'allowlist', ref: target.ref, dropped }];
}

/** The other way round: without its last entry the map keeps no model away any more. */
function liftedWarning(before: Snapshot, after: Snapshot): readonly CacheWarning[] {
  const lifts = isAllowlist(before) && modelMap(before).allowed.length > 0 && modelMap(after).allowed.length === 0;
  return lifts ? [{ code: 'allowlist-lifted' }] : [];
}

function isAllowlist({ installation }: Snapshot): boolean {
  return !supports(installation.version, 'agent-entries');
}
