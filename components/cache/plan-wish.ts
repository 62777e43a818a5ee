import type { CacheFacts, CachePlan } from '../../src/changes/cache-plan.ts';
import { hasLegacySettings, planMigration, type Keep } from '../../src/changes/migrate-retention.ts';
import { planSetRetention } from '../../src/changes/set-retention.ts';
import type { EditorWish, Preview } from './state.ts';

/** Plans what a person wants from what was read. */
export function planWish(facts: CacheFacts, wish: EditorWish): CachePlan {
  return wish.kind === 'retention' ? planSetRetention(facts, wish.wish) : planMigration(facts, facts.snapshot.agents, wish.keep);
}

/** What either kind of migration would do for whom; null when nothing is left to migrate. */
export function migrationPreviews(facts: CacheFacts): Readonly<Record<Keep, Preview>> | null {
  if (!hasLegacySettings(facts, facts.snapshot.agents)) return null;
  return { effective: previewOfPlan(planWish(facts, { kind: 'migration', keep: 'effective' })), meant: previewOfPlan(planWish(facts, { kind: 'migration', keep: 'meant' })) };
}

function previewOfPlan(plan: CachePlan): Preview {
  return plan.state === 'planned' ? { state: 'effects', effects: plan.effects } : { state: 'refused', reason: plan.reason };
}
