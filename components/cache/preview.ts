import type { CacheFacts, RetentionTarget, RetentionWish } from '../../src/changes/cache-plan.ts';
import { retentionEdits } from '../../src/changes/set-retention.ts';
import { cacheEffects, cacheTable } from '../../src/rules/cache-table.ts';
import { withEdits } from '../../src/rules/changed-config.ts';
import type { Choice, Preview } from './state.ts';

export function wishOf(target: RetentionTarget, choice: Choice): RetentionWish {
  return { target, value: choice === 'inherit' ? null : choice };
}

/** What a choice would do for whom, by the rules alone; whether the file can be edited is found when it is planned. */
export function previewOf({ snapshot, environment }: CacheFacts, target: RetentionTarget, choice: Choice): Preview {
  const meant = retentionEdits(snapshot, wishOf(target, choice));
  if (!meant.ok) return { state: 'refused', reason: meant.reason };
  const concerns = meant.target.kind === 'agent' ? [meant.target.agentId] : null;
  const after = withEdits(snapshot, meant.edits);
  return { state: 'effects', effects: cacheEffects(cacheTable(snapshot, environment, concerns), cacheTable(after, environment, concerns)) };
}
