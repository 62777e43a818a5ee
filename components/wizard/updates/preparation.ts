import { classifyBaseUrl } from '../../../src/anthropic/base-url.ts';
import { advance, goBack, show, stay } from '../navigation.ts';
import { onward, startCheck, towardsName } from '../onward.ts';
import type { Screen, WizardEvent, WizardState, WizardUpdate } from '../state.ts';

type PreparationScreen = Extract<Screen, { readonly name: 'found' | 'choose' | 'notice' | 'obtain' | 'agents' | 'trust' }>;

/** The screens before there is a credential to check: each waits for one answer. */
export function updatePreparation(state: WizardState, screen: PreparationScreen, event: WizardEvent): WizardUpdate {
  if (event.type === 'back') return goBack(state);
  switch (screen.name) {
    case 'found':
      return event.type === 'continue' ? advance(state, { name: 'choose' }) : rereadOr(state, event);
    case 'choose':
      return updateChoose(state, event);
    case 'notice':
      return event.type === 'continue' ? acknowledge(state, screen) : stay(state);
    case 'obtain':
      return updateObtain(state, screen, event);
    case 'agents':
      return event.type === 'scoped' ? onward(state, { ...screen.answers, scope: event.scope }) : stay(state);
    case 'trust':
      return updateTrust(state, screen, event);
  }
}

function rereadOr(state: WizardState, event: WizardEvent): WizardUpdate {
  return event.type === 'read-again' ? { state, effects: [{ do: 'read' }] } : stay(state);
}

function updateChoose(state: WizardState, event: WizardEvent): WizardUpdate {
  if (event.type === 'demo') return { state, effects: [{ do: 'demo' }] };
  if (event.type !== 'chose' || state.facts.obstacle !== null) return stay(state);
  return onward(state, { choice: event.choice, obtained: false, scope: null, credential: null });
}

/** The notice makes way for what comes after it: Esc must not lead back to a question that was answered. */
function acknowledge(state: WizardState, screen: Extract<Screen, { readonly name: 'notice' }>): WizardUpdate {
  const before = state.history.at(-1);
  if (before === undefined) return stay(state);
  const acknowledged = { ...state, noticeAcknowledged: true, screen: before, history: state.history.slice(0, -1) };
  const next = onward(acknowledged, screen.answers);
  return { state: next.state, effects: [{ do: 'remember-notice' }, ...next.effects] };
}

function updateObtain(state: WizardState, screen: Extract<Screen, { readonly name: 'obtain' }>, event: WizardEvent): WizardUpdate {
  if (event.type === 'run-claude' && state.settings.claudeProgram !== null) return { state, effects: [{ do: 'run-claude' }] };
  if (event.type !== 'continue') return stay(state);
  return onward(state, { ...screen.answers, obtained: true });
}

function updateTrust(state: WizardState, screen: Extract<Screen, { readonly name: 'trust' }>, event: WizardEvent): WizardUpdate {
  const baseUrl = classifyBaseUrl(state.facts.snapshot.baseUrl);
  if (event.type === 'save-anyway') return towardsName(state, screen.answers, null);
  if (event.type !== 'continue' || baseUrl.kind === 'refused') return stay(state);
  return startCheck(show({ ...state, trustedBaseUrl: baseUrl.url }, screen).state, screen.answers);
}
