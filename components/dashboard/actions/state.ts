import type { Change, LockHolder, ApplyResult } from '../../../src/changes/change.ts';
import type { ProfilePlan, ProfileWish } from '../../../src/changes/profiles/profile-plan.ts';
import type { UndoRefusal } from '../../../src/changes/undo-refusal.ts';
import type { BoardEntry } from '../../../src/rules/board.ts';
import type { SafeText } from '../../../src/terminal/safe-text.ts';
import type { NameProblem } from '../../../src/words/name-problem.ts';
import type { SecretDraft } from '../../parts/secret-draft.ts';
import type { Saving, SaveTrouble } from '../../review/saving.ts';
import type { PreparedCredential } from '../../wizard/state.ts';
import type { ProfileAct } from './profile-act.ts';

/** What a live check is made for: to know, to end a wait, or before a new secret takes the place of the old one. */
export type CheckPurpose = { readonly for: 'look' } | { readonly for: 'clear-cooldown' } | { readonly for: 'rotate'; readonly credential: PreparedCredential };

/** Where a person is on the way from a profile to a change that was written. */
export type ActionMode =
  | { readonly name: 'actions'; readonly entry: BoardEntry }
  /** `tried`: Enter was pressed on what stands in the field. */
  | { readonly name: 'secret'; readonly entry: BoardEntry; readonly draft: SecretDraft; readonly tried: boolean }
  /** How long a new token lasts; blank records no end. `proved`: a message was answered with it. */
  | { readonly name: 'lifetime'; readonly entry: BoardEntry; readonly credential: PreparedCredential; readonly proved: boolean; readonly text: string; readonly problem: NameProblem | null }
  | { readonly name: 'rename'; readonly entry: BoardEntry; readonly text: string; readonly problem: NameProblem | null }
  | { readonly name: 'copy'; readonly entry: BoardEntry }
  | ReviewMode;

export interface ReviewMode {
  readonly name: 'review';
  readonly entry: BoardEntry;
  readonly wish: ProfileWish;
  readonly plan: ProfilePlan;
  readonly saving: Saving;
  /** A file changed after it was shown: this is the new plan. */
  readonly replanned: boolean;
  readonly trouble: SaveTrouble | null;
}

/** How taking the newest change back ended. */
export type UndoOutcome =
  | { readonly state: 'undone'; readonly title: SafeText }
  | { readonly state: 'refused'; readonly reason: UndoRefusal }
  | { readonly state: 'not-applied'; readonly result: SaveTrouble };

export type ActionEvent =
  /** To what can be done with the selected profile. */
  | { readonly type: 'manage' }
  | { readonly type: 'act'; readonly act: ProfileAct }
  | { readonly type: 'draft'; readonly draft: SecretDraft }
  | { readonly type: 'profile-id'; readonly text: string }
  | { readonly type: 'lifetime'; readonly text: string }
  /** On with a new secret that was not proved. */
  | { readonly type: 'save-anyway' }
  | { readonly type: 'copy-to'; readonly agentId: string }
  | { readonly type: 'planned'; readonly wish: ProfileWish; readonly plan: ProfilePlan }
  | { readonly type: 'waiting'; readonly holder: LockHolder; readonly elapsedMs: number }
  /** `plan` is made anew after a conflict. `remembered`: u takes it back. */
  | { readonly type: 'applied'; readonly result: ApplyResult; readonly remembered: boolean; readonly plan: ProfilePlan | null }
  | { readonly type: 'undo' }
  | { readonly type: 'undone'; readonly outcome: UndoOutcome };

export type ActionEffect =
  | { readonly do: 'plan'; readonly wish: ProfileWish }
  | { readonly do: 'apply'; readonly change: Change; readonly wish: ProfileWish }
  | { readonly do: 'undo' };
