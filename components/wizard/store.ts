import type { WizardEffect, WizardEvent, WizardState } from './state.ts';
import { update } from './update.ts';

/** The state of one run, outside React, so that no event depends on what was rendered last. */
export interface WizardStore {
  getState(): WizardState;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  dispatch(event: WizardEvent): void;
}

/** @param onEffect carries out what an event asks of the world, after the state has changed */
export function createWizardStore(initial: WizardState, onEffect: (effect: WizardEffect, state: WizardState) => void): WizardStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(event) {
      const result = update(state, event);
      state = result.state;
      for (const listener of listeners) listener();
      for (const effect of result.effects) onEffect(effect, state);
    },
  };
}
