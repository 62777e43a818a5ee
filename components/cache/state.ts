import type { CacheFacts, CachePlan, CacheRefusal, RetentionTarget, RetentionWish } from '../../src/changes/cache-plan.ts';
import type { ApplyResult, Change, LockHolder } from '../../src/changes/change.ts';
import type { Keep } from '../../src/changes/migrate-retention.ts';
import type { UndoRefusal } from '../../src/changes/undo-refusal.ts';
import type { Agent } from '../../src/openclaw/snapshot.ts';
import type { Retention } from '../../src/rules/cache/retention.ts';
import type { CacheEffect, CacheLine } from '../../src/rules/cache-table.ts';
import type { UsageSummary } from '../../src/rules/usage-summary.ts';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import type { Saving } from '../review/saving.ts';
import type { Tone } from '../theme.ts';
import type { Sliders } from './sliders.ts';

export type Choice = 'inherit' | Retention;

/** What a choice would do, looked at before anything is planned. */
export type Preview = { readonly state: 'effects'; readonly effects: readonly CacheEffect[] } | { readonly state: 'refused'; readonly reason: CacheRefusal };

/** What the person wants written; enough to plan it again when the file changed. */
export type EditorWish =
  | { readonly kind: 'retention'; readonly wish: RetentionWish }
  /** Every `cacheControlTtl` of the agents' params becomes `cacheRetention`. */
  | { readonly kind: 'migration'; readonly keep: Keep };

/** What OpenClaw's own records say of the selected agent's calls; null where they say too little. */
export type Usage = { readonly state: 'reading' } | { readonly state: 'read'; readonly summary: UsageSummary | null };

export type EditorScreen =
  | { readonly name: 'table' }
  /** Which of the two a migration keeps, where they differ. */
  | { readonly name: 'migrate'; readonly effects: Readonly<Record<Keep, Preview>> }
  /** What each retention would cost the selected agent. */
  | { readonly name: 'advice'; readonly sliders: Sliders; readonly usage: Usage }
  | { readonly name: 'menu'; readonly target: RetentionTarget; readonly highlighted: Choice; readonly preview: Preview }
  | {
      readonly name: 'review';
      readonly wish: EditorWish;
      readonly plan: CachePlan;
      readonly saving: Saving;
      /** The file changed after it was shown: this is the new plan. */
      readonly replanned: boolean;
      readonly trouble: Exclude<ApplyResult, { readonly state: 'applied' }> | null;
    };

/** What the last action came to, under the table. */
export interface Message {
  readonly tone: Tone;
  readonly text: SafeText;
}

export interface EditorState {
  readonly facts: CacheFacts;
  readonly lines: readonly CacheLine[];
  /** Index into `lines`. */
  readonly selected: number;
  readonly screen: EditorScreen;
  readonly message: Message | null;
  /** True while the last save is being taken back. */
  readonly undoing: boolean;
}

export type UndoOutcome =
  | { readonly state: 'undone'; readonly title: SafeText }
  | { readonly state: 'refused'; readonly reason: UndoRefusal }
  | { readonly state: 'not-applied'; readonly result: Exclude<ApplyResult, { readonly state: 'applied' }> };

export type EditorEvent =
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'edit-agent' }
  | { readonly type: 'edit-model' }
  | { readonly type: 'advise' }
  | { readonly type: 'migrate' }
  | { readonly type: 'keep'; readonly keep: Keep }
  | { readonly type: 'slide'; readonly which: keyof Sliders; readonly by: 1 | -1 }
  /** Both sliders back to what was measured. */
  | { readonly type: 'as-measured' }
  | { readonly type: 'measured'; readonly usage: UsageSummary | null }
  | { readonly type: 'highlight'; readonly choice: Choice }
  | { readonly type: 'choose'; readonly choice: Choice }
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'undo' }
  | { readonly type: 'leave' }
  | { readonly type: 'planned'; readonly plan: CachePlan; readonly wish: EditorWish }
  | { readonly type: 'waiting'; readonly holder: LockHolder; readonly elapsedMs: number }
  /** `plan` is made anew after a conflict. */
  | { readonly type: 'applied'; readonly result: ApplyResult; readonly remembered: boolean; readonly facts: CacheFacts; readonly plan: CachePlan | null }
  | { readonly type: 'undone'; readonly outcome: UndoOutcome; readonly facts: CacheFacts };

export type EditorEffect =
  | { readonly do: 'plan'; readonly wish: EditorWish }
  | { readonly do: 'apply'; readonly change: Change; readonly wish: EditorWish }
  /** Reads the records of the agent's calls. */
  | { readonly do: 'measure'; readonly agent: Agent }
  | { readonly do: 'undo' }
  | { readonly do: 'cancel' }
  | { readonly do: 'leave' };

export interface EditorUpdate {
  readonly state: EditorState;
  readonly effects: readonly EditorEffect[];
}
