import type { PlanResult } from '../../../src/changes/save-plan.ts';
import { goBack, show, stay } from '../navigation.ts';
import type { Review, Screen, WizardEvent, WizardState, WizardUpdate } from '../state.ts';

type ReviewScreen = Extract<Screen, { readonly name: 'review' }>;

/** The plan is on the screen: Enter applies it, once; whatever goes wrong leaves the plan there to try again. */
export function updateReview(state: WizardState, screen: ReviewScreen, event: WizardEvent): WizardUpdate {
  if (event.type === 'waiting') return waiting(state, screen, event);
  if (event.type === 'applied') return applied(state, screen, event);
  if (screen.saving.state !== 'idle') return whileSaving(state, screen, event);
  if (event.type === 'back') return goBack(state);
  if (event.type !== 'continue' || screen.review.state !== 'planned') return stay(state);
  const saving: Screen = { ...screen, saving: { state: 'saving' }, trouble: null };
  return show(state, saving, { do: 'apply', change: screen.review.change, wish: screen.wish });
}

/** Esc gives up waiting for a lock, and for OpenClaw; a write of ours that began is always finished. */
function whileSaving(state: WizardState, screen: ReviewScreen, event: WizardEvent): WizardUpdate {
  const canEnd = screen.saving.state === 'waiting' || asksProgram(screen.review);
  if (event.type !== 'back' || !canEnd) return stay(state);
  return show(state, screen, { do: 'cancel' });
}

function waiting(state: WizardState, screen: ReviewScreen, event: Extract<WizardEvent, { readonly type: 'waiting' }>): WizardUpdate {
  if (screen.saving.state === 'idle') return stay(state);
  return show(state, { ...screen, saving: { state: 'waiting', holder: event.holder, elapsedMs: event.elapsedMs } });
}

function applied(state: WizardState, screen: ReviewScreen, event: Extract<WizardEvent, { readonly type: 'applied' }>): WizardUpdate {
  const { result, facts } = event;
  if (result.state === 'applied') {
    const done: Screen = { name: 'done', wish: screen.wish, files: result.files, durable: result.durable, byProgram: asksProgram(screen.review), loss: result.loss ?? null };
    return { state: { ...state, facts, screen: done, history: [], saved: screen.wish.profileId }, effects: [] };
  }
  const review = event.plan === null ? screen.review : reviewOf(event.plan);
  return show({ ...state, facts }, { ...screen, review, saving: { state: 'idle' }, trouble: result });
}

/** True where OpenClaw itself carries out a part of the plan. */
export function asksProgram(review: Review): boolean {
  return review.state === 'planned' && (review.change.commands ?? []).length > 0;
}

/** A plan as the review shows it. */
export function reviewOf(result: PlanResult): Review {
  return result.state === 'planned'
    ? { state: 'planned', change: result.change, warnings: result.warnings }
    : { state: 'refused', reason: result.reason };
}
