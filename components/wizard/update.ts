import { updateCheck } from './updates/check.ts';
import { updateName } from './updates/name.ts';
import { updatePaste } from './updates/paste.ts';
import { updatePreparation } from './updates/preparation.ts';
import { updateReview } from './updates/review.ts';
import { goBack, stay } from './navigation.ts';
import type { WizardEvent, WizardState, WizardUpdate } from './state.ts';

/**
 * The whole behaviour of the wizard: what a state becomes by an event, and what the world must do for it.
 * Pure; the same events end in the same state however fast they come.
 */
export function update(state: WizardState, event: WizardEvent): WizardUpdate {
  if (event.type === 'leave') return { state, effects: [{ do: 'cancel' }, { do: 'leave' }] };
  if (event.type === 'facts') return stay({ ...state, facts: event.facts });
  const { screen } = state;
  switch (screen.name) {
    case 'paste':
      return updatePaste(state, screen, event);
    case 'check':
      return updateCheck(state, screen, event);
    case 'name':
      return updateName(state, screen, event);
    case 'review':
      return updateReview(state, screen, event);
    case 'done':
      return updateEnd(state, event);
    case 'found':
    case 'choose':
    case 'notice':
    case 'obtain':
    case 'agents':
    case 'trust':
      return updatePreparation(state, screen, event);
  }
}

/** After saving there is no way back into the wizard: Enter goes on to the dashboard, Esc leaves. */
function updateEnd(state: WizardState, event: WizardEvent): WizardUpdate {
  if (event.type === 'continue') return { state, effects: [{ do: 'dashboard' }] };
  if (event.type === 'back') return goBack({ ...state, history: [] });
  return stay(state);
}
