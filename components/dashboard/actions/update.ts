import { isEmptyChange } from '../../../src/changes/is-empty.ts';
import type { ProfilePlan, ProfileWish } from '../../../src/changes/profiles/profile-plan.ts';
import type { BoardEntry } from '../../../src/rules/board.ts';
import { isProfileName } from '../../../src/rules/profile-id.ts';
import { actionWords } from '../../../src/words/actions.ts';
import { applyResultWords } from '../../../src/words/changes.ts';
import { undoneWords, undoRefusalWords } from '../../../src/words/undo.ts';
import type { SafeText } from '../../../src/terminal/safe-text.ts';
import { check } from '../checks.ts';
import { focusedEntry } from '../selection.ts';
import type { DashboardEffect, DashboardEvent, DashboardState, DashboardUpdate, Mode } from '../state.ts';
import { movedInOrder, orderPlace } from './reorder.ts';
import { afterRotationCheck, askSecret, saveAnyway, submitLifetime, submitSecret } from './rotation.ts';
import type { ProfileAct } from './profile-act.ts';
import type { ActionEvent, ActionMode, ReviewMode, UndoOutcome } from './state.ts';

type CheckMode = Extract<Mode, { readonly name: 'check' }>;

const actionModes: ReadonlySet<Mode['name']> = new Set<ActionMode['name']>(['actions', 'secret', 'lifetime', 'rename', 'copy', 'review']);
const actionEvents: ReadonlySet<DashboardEvent['type']> = new Set<ActionEvent['type']>([
  'manage', 'act', 'draft', 'lifetime', 'save-anyway', 'profile-id', 'copy-to', 'planned', 'waiting', 'applied', 'undo', 'undone',
]);

export function isActionMode(mode: Mode): mode is ActionMode {
  return actionModes.has(mode.name);
}

export function isActionEvent(event: DashboardEvent): event is ActionEvent {
  return actionEvents.has(event.type);
}

/** From a profile to a change that was written, and back. Pure, like the rest of the dashboard. */
export function updateAction(state: DashboardState, event: ActionEvent | { readonly type: 'continue' }): DashboardUpdate {
  switch (event.type) {
    case 'manage':
      return manage(state, focusedEntry(state));
    case 'undo':
      return effect({ ...state, notice: actionWords.undoing }, { do: 'undo' });
    case 'undone':
      return stay({ ...state, notice: undoNotice(event.outcome) });
    case 'planned':
      return stay(reviewed(state, event));
    case 'save-anyway':
      return saveAnyway(state);
    default:
      return isActionMode(state.mode) ? updateMode(state, state.mode, event) : stay(state);
  }
}

type ModeEvent = Exclude<ActionEvent, { readonly type: 'manage' | 'undo' | 'undone' | 'planned' | 'save-anyway' }> | { readonly type: 'continue' };

function updateMode(state: DashboardState, mode: ActionMode, event: ModeEvent): DashboardUpdate {
  switch (mode.name) {
    case 'actions':
      return event.type === 'act' ? act(state, mode.entry, event.act) : stay(state);
    case 'secret':
      if (event.type === 'draft') return stay({ ...state, mode: { ...mode, draft: event.draft, tried: false } });
      return event.type === 'continue' ? submitSecret(state, mode) : stay(state);
    case 'lifetime':
      if (event.type === 'lifetime') return stay({ ...state, mode: { ...mode, text: event.text, problem: null } });
      return event.type === 'continue' ? submitLifetime(state, mode) : stay(state);
    case 'rename':
      if (event.type === 'profile-id') return stay({ ...state, mode: { ...mode, text: event.text, problem: null } });
      return event.type === 'continue' ? submitName(state, mode) : stay(state);
    case 'copy':
      return event.type === 'copy-to' ? plan(state, { action: 'copy', profileId: idOf(mode.entry), to: event.agentId, from: mode.entry.owner }) : stay(state);
    case 'review':
      return updateReview(state, mode, event);
  }
}

/** Only what lies in a store can be changed there. */
function manage(state: DashboardState, entry: BoardEntry | null): DashboardUpdate {
  if (entry === null || entry.source.from !== 'profile' || entry.type === null) return stay({ ...state, notice: actionWords.notStored });
  return stay({ ...state, mode: { name: 'actions', entry } });
}

function act(state: DashboardState, entry: BoardEntry, wanted: ProfileAct): DashboardUpdate {
  const profileId = idOf(entry);
  switch (wanted) {
    case 'clear-cooldown':
      return check(state, entry, { for: 'clear-cooldown' });
    case 'rotate':
      return askSecret(state, entry);
    case 'earlier':
    case 'later':
      return reorder(state, entry, wanted === 'earlier' ? -1 : 1);
    case 'rename':
      return stay({ ...state, mode: { name: 'rename', entry, text: profileId, problem: null } });
    case 'copy':
      return stay({ ...state, mode: { name: 'copy', entry } });
    case 'refresh-copies':
    case 'remove':
      return plan(state, { action: wanted, profileId });
  }
}

function reorder(state: DashboardState, entry: BoardEntry, by: 1 | -1): DashboardUpdate {
  const place = orderPlace(state.snapshot, entry, state.now);
  const profileIds = place === null ? null : movedInOrder(place, idOf(entry), by);
  return place === null || profileIds === null ? stay(state) : plan(state, { action: 'order-set', agentId: place.agentId, profileIds });
}

function submitName(state: DashboardState, mode: Extract<ActionMode, { readonly name: 'rename' }>): DashboardUpdate {
  const to = mode.text.trim();
  if (to === idOf(mode.entry)) return stay({ ...state, mode: { name: 'actions', entry: mode.entry } });
  if (!to.startsWith('anthropic:')) return stay({ ...state, mode: { ...mode, problem: { kind: 'provider-prefix' } } });
  if (!isProfileName(to)) return stay({ ...state, mode: { ...mode, problem: { kind: 'characters' } } });
  return plan(state, { action: 'rename', profileId: idOf(mode.entry), to });
}

/** Enter after a check: back to the tables, or on with what it was made for. */
export function afterCheck(state: DashboardState, { entry, run, purpose }: CheckMode): DashboardUpdate {
  if (run.state !== 'finished') return stay(state);
  const { verdict } = run.report;
  switch (purpose.for) {
    case 'look':
      return stay({ ...state, mode: { name: 'tables' } });
    case 'clear-cooldown':
      return plan(state, { action: 'clear-cooldown', profileId: idOf(entry), proof: { by: 'verdict', verdict, secret: entry.secret } });
    case 'rotate':
      return afterRotationCheck(state, entry, purpose, verdict === 'valid');
  }
}

function reviewed(state: DashboardState, { wish, plan: planned }: Extract<ActionEvent, { readonly type: 'planned' }>): DashboardState {
  const { mode } = state;
  if (!isActionMode(mode) && mode.name !== 'check' && mode.name !== 'trust') return state;
  return { ...state, mode: { name: 'review', entry: mode.entry, wish, plan: planned, saving: { state: 'idle' }, replanned: false, trouble: null } };
}

function updateReview(state: DashboardState, mode: ReviewMode, event: ModeEvent): DashboardUpdate {
  switch (event.type) {
    case 'continue':
      return write(state, mode);
    case 'waiting':
      if (mode.saving.state === 'idle') return stay(state);
      return stay({ ...state, mode: { ...mode, saving: { state: 'waiting', holder: event.holder, elapsedMs: event.elapsedMs } } });
    case 'applied':
      return stay(afterApply(state, mode, event));
    default:
      return stay(state);
  }
}

function write(state: DashboardState, mode: ReviewMode): DashboardUpdate {
  const { plan: planned, saving, wish } = mode;
  if (planned.state === 'refused' || saving.state !== 'idle') return stay(state);
  if (isEmptyChange(planned.change)) return stay({ ...state, mode: { name: 'tables' }, notice: actionWords.nothingToDo });
  return effect({ ...state, mode: { ...mode, saving: { state: 'saving' }, trouble: null } }, { do: 'apply', change: planned.change, wish });
}

function afterApply(state: DashboardState, mode: ReviewMode, { result, remembered, plan: anew }: Extract<ActionEvent, { readonly type: 'applied' }>): DashboardState {
  if (result.state === 'applied') {
    return { ...state, mode: { name: 'tables' }, notice: doneNotice(mode.plan, remembered) };
  }
  const idle = { ...mode, saving: { state: 'idle' as const } };
  if (result.state === 'conflict' && anew !== null) return { ...state, mode: { ...idle, plan: anew, replanned: true, trouble: null } };
  return { ...state, mode: { ...idle, replanned: false, trouble: result } };
}

function doneNotice(planned: ProfilePlan, remembered: boolean): SafeText {
  if (planned.state === 'refused') return actionWords.nothingToDo;
  const { title, commands } = planned.change;
  if (commands !== undefined) return actionWords.doneByOpenclaw(title);
  return remembered ? actionWords.done(title) : actionWords.notRemembered;
}

/** Esc: a step back; a write that began is finished, waiting for a lock is given up. */
export function actionBack(state: DashboardState, mode: ActionMode): DashboardUpdate {
  if (mode.name === 'actions') return stay({ ...state, notice: null, mode: { name: 'tables' } });
  if (mode.name === 'review' && mode.saving.state !== 'idle') return effect(state, { do: 'cancel' });
  return stay({ ...state, mode: { name: 'actions', entry: mode.entry } });
}

function undoNotice(outcome: UndoOutcome): SafeText {
  switch (outcome.state) {
    case 'undone':
      return undoneWords(outcome.title);
    case 'refused':
      return undoRefusalWords(outcome.reason).title;
    case 'not-applied':
      return applyResultWords(outcome.result).title;
  }
}

function plan(state: DashboardState, wish: ProfileWish): DashboardUpdate {
  return effect(state, { do: 'plan', wish });
}

function idOf({ source }: BoardEntry): string {
  return source.from === 'profile' ? source.profileId : '';
}

function effect(state: DashboardState, wanted: DashboardEffect): DashboardUpdate {
  return { state, effects: [wanted] };
}

function stay(state: DashboardState): DashboardUpdate {
  return { state, effects: [] };
}
