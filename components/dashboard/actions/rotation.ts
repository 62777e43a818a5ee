import { readCredential } from '../../../src/anthropic/credential.ts';
import type { NewSecret, ProfileWish } from '../../../src/changes/profiles/profile-plan.ts';
import type { BoardEntry } from '../../../src/rules/board.ts';
import { parseLifetime } from '../../../src/rules/duration.ts';
import { emptyDraft, secretOf } from '../../parts/secret-draft.ts';
import { expiryProblem } from '../../wizard/name-form.ts';
import type { PreparedCredential } from '../../wizard/state.ts';
import { check } from '../checks.ts';
import type { DashboardState, DashboardUpdate, Mode } from '../state.ts';
import type { ActionMode, CheckPurpose } from './state.ts';

type Rotation = Extract<CheckPurpose, { readonly for: 'rotate' }>;
type SecretMode = Extract<ActionMode, { readonly name: 'secret' }>;
type LifetimeMode = Extract<ActionMode, { readonly name: 'lifetime' }>;

export function askSecret(state: DashboardState, entry: BoardEntry): DashboardUpdate {
  return at(state, { name: 'secret', entry, draft: emptyDraft, tried: false });
}

/** What was pasted is checked live before anything is planned. */
export function submitSecret(state: DashboardState, mode: SecretMode): DashboardUpdate {
  const { secret, summary, diagnosis } = readCredential(secretOf(mode.draft));
  if (diagnosis.state !== 'usable') return at(state, { ...mode, tried: true });
  return check(state, mode.entry, { for: 'rotate', credential: { secret, summary, kind: diagnosis.kind, variable: null } });
}

/** Enter after the check of a new secret: on when it is good, else back to the field. */
export function afterRotationCheck(state: DashboardState, entry: BoardEntry, { credential }: Rotation, isValid: boolean): DashboardUpdate {
  return isValid ? askLifetime(state, entry, credential, true) : askSecret(state, entry);
}

/** Saves what was not proved, which a person has to ask for: Enter alone never does. */
export function saveAnyway(state: DashboardState): DashboardUpdate {
  const { mode } = state;
  if (!canSaveAnyway(mode)) return { state, effects: [] };
  return mode.purpose.for === 'rotate' ? askLifetime(state, mode.entry, mode.purpose.credential, false) : { state, effects: [] };
}

/** A new secret that was not sent, or whose check did not say that it is good. */
export function canSaveAnyway(mode: Mode): mode is Extract<Mode, { readonly name: 'trust' | 'check' }> {
  if (mode.name !== 'trust' && mode.name !== 'check') return false;
  const isOver = mode.name === 'trust' || (mode.run.state === 'finished' && mode.run.report.verdict !== 'valid');
  return isOver && mode.purpose.for === 'rotate';
}

/** What the old token had says nothing about the new one; an API key has no end. */
function askLifetime(state: DashboardState, entry: BoardEntry, credential: PreparedCredential, proved: boolean): DashboardUpdate {
  if (credential.kind === 'api-key') return plan(state, entry, { type: 'api_key', secret: credential.secret }, proved);
  return at(state, { name: 'lifetime', entry, credential, proved, text: '', problem: null });
}

export function submitLifetime(state: DashboardState, mode: LifetimeMode): DashboardUpdate {
  const problem = expiryProblem(mode.text);
  if (problem !== null) return at(state, { ...mode, problem });
  const lifetime = parseLifetime(mode.text);
  return plan(state, mode.entry, { type: 'token', secret: mode.credential.secret, expires: lifetime === null ? null : state.now + lifetime }, mode.proved);
}

function plan(state: DashboardState, { source }: BoardEntry, credential: NewSecret, proved: boolean): DashboardUpdate {
  if (source.from !== 'profile') return { state, effects: [] };
  const wish: ProfileWish = { action: 'rotate', profileId: source.profileId, credential, proved };
  return { state, effects: [{ do: 'plan', wish }] };
}

function at(state: DashboardState, mode: Mode): DashboardUpdate {
  return { state: { ...state, mode }, effects: [] };
}
