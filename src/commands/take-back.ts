import { forgetNewest } from '../changes/journal.ts';
import type { ApplyResult } from '../changes/change.ts';
import { planUndo, type UndoPlan } from '../changes/undo.ts';
import type { UndoRefusal } from '../changes/undo-refusal.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { applyConfigChange } from './cache/apply-plan.ts';

/** How taking the newest remembered change back ended; what others wrote since to the files in `merged` stays. */
export type TakenBack =
  | { readonly state: 'undone'; readonly title: SafeText; readonly merged: readonly string[]; readonly result: Extract<ApplyResult, { readonly state: 'applied' }> }
  | { readonly state: 'refused'; readonly reason: UndoRefusal }
  | { readonly state: 'not-applied'; readonly result: Exclude<ApplyResult, { readonly state: 'applied' }> };

/** Takes the newest remembered change back, in every file of it, under OpenClaw's locks. */
export async function takeBack(snapshot: Snapshot, signal?: AbortSignal): Promise<TakenBack> {
  return carryOut(snapshot, planUndo(snapshot.installation.config.path), signal);
}

async function carryOut(snapshot: Snapshot, plan: UndoPlan, signal: AbortSignal | undefined): Promise<TakenBack> {
  if (plan.state === 'refused') return plan;
  const { result } = await applyConfigChange(snapshot, plan.change, { ...(signal === undefined ? {} : { signal }), remember: false });
  if (result.state !== 'applied') return { state: 'not-applied', result };
  forgetNewest(snapshot.installation.config.path);
  return { state: 'undone', title: plan.undone, merged: plan.merged, result };
}
