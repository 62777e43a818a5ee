import type { ConfigEdit } from '../openclaw/config-edit.ts';
import type { Agent } from '../openclaw/snapshot.ts';
import { paramsSources, type ParamsSource } from '../rules/cache/layers.ts';
import { asLegacyRetention } from '../rules/cache/retention.ts';
import { cacheTable } from '../rules/cache-table.ts';
import { migrateTitle } from '../words/cache-editor.ts';
import { planCacheEdits } from './cache-edits.ts';
import type { CacheFacts, CachePlan } from './cache-plan.ts';

/** What a migration keeps: the requests as they are, or what the old setting says although something beats it today. */
export type Keep = 'effective' | 'meant';

/**
 * Plans replacing `cacheControlTtl` (`5m`, `1h`) by `cacheRetention` (2026.2.24, section 7.2), wherever the agents' params
 * have it. Beside a `cacheRetention` of the same params the old key is only taken away: it counts for nothing there.
 *
 * @param agents whose places are changed; a model's place counts for other agents too, and the effects name them.
 */
export function planMigration(facts: CacheFacts, agents: readonly Agent[], keep: Keep): CachePlan {
  const places = legacyPlaces(facts, agents);
  const winners = winningPlaces(facts);
  const edits = places.flatMap(({ path, params }): readonly ConfigEdit[] => {
    const removal: ConfigEdit = { kind: 'remove', path: [...path, 'cacheControlTtl'] };
    const value = asLegacyRetention(params['cacheControlTtl']);
    const counts = keep === 'meant' || winners.has(removal.path.join('\n'));
    if (value === null || !counts || Object.hasOwn(params, 'cacheRetention')) return [removal];
    return [{ kind: 'set', path: [...path, 'cacheRetention'], value }, removal];
  });
  const plan = planCacheEdits(facts, migrateTitle, edits);
  const [changed] = plan.state === 'planned' ? plan.effects : [];
  if (keep === 'effective' && changed !== undefined) return { state: 'refused', reason: { code: 'cannot-keep', agent: changed.agent } };
  return plan;
}

/** True when some params of these agents still have `cacheControlTtl`. */
export function hasLegacySettings(facts: CacheFacts, agents: readonly Agent[]): boolean {
  return legacyPlaces(facts, agents).length > 0;
}

/** Each place once, however many agents it speaks for. The default that OpenClaw puts in by itself is none. */
function legacyPlaces({ snapshot }: CacheFacts, agents: readonly Agent[]): readonly ParamsSource[] {
  const places = new Map<string, ParamsSource>();
  for (const agent of agents) {
    for (const source of paramsSources(snapshot, agent)) {
      if (source.layer !== 'api-key-default' && Object.hasOwn(source.params, 'cacheControlTtl')) places.set(source.path.join('\n'), source);
    }
  }
  return [...places.values()];
}

/** Paths that decide for some agent today. */
function winningPlaces({ snapshot, environment }: CacheFacts): ReadonlySet<string> {
  return new Set(cacheTable(snapshot, environment).flatMap(({ from }) => (from === null ? [] : [from.path.join('\n')])));
}
