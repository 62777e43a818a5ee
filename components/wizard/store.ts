import { createStore, type Store } from '../store.ts';
import type { WizardEffect, WizardEvent, WizardState } from './state.ts';
import { update } from './update.ts';

export type WizardStore = Store<WizardState, WizardEvent>;

/** @param onEffect carries out what an event asks of the world */
export function createWizardStore(initial: WizardState, onEffect: (effect: WizardEffect, state: WizardState) => void): WizardStore {
  return createStore(initial, update, onEffect);
}
