import type { Screen, ScreenName, WizardEffect, WizardState, WizardUpdate } from './state.ts';

/** Nothing changes. */
export function stay(state: WizardState): WizardUpdate {
  return { state, effects: [] };
}

/** The same place, with another content. */
export function show(state: WizardState, screen: Screen, ...effects: readonly WizardEffect[]): WizardUpdate {
  return { state: { ...state, screen }, effects };
}

/** On to the next screen; Esc comes back to this one as it is now. */
export function advance(state: WizardState, screen: Screen, ...effects: readonly WizardEffect[]): WizardUpdate {
  return { state: { ...state, screen, history: [...state.history, state.screen] }, effects };
}

/** Back to the screen before; from the first one the wizard is left. */
export function goBack(state: WizardState, ...effects: readonly WizardEffect[]): WizardUpdate {
  const previous = state.history.at(-1);
  if (previous === undefined) return { state, effects: [...effects, { do: 'leave' }] };
  return { state: { ...state, screen: previous, history: state.history.slice(0, -1) }, effects };
}

/** Back to the newest screen of that name; screens in between are forgotten. */
export function returnTo(state: WizardState, name: ScreenName): WizardUpdate {
  const index = state.history.findLastIndex((screen) => screen.name === name);
  const target = state.history[index];
  if (target === undefined) return goBack(state);
  return { state: { ...state, screen: target, history: state.history.slice(0, index) }, effects: [] };
}
