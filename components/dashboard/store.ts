import type { DashboardEffect, DashboardEvent, DashboardState } from './state.ts';
import { update } from './update.ts';

/** The state of one run, outside React, so that no event depends on what was rendered last. */
export interface DashboardStore {
  getState(): DashboardState;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  dispatch(event: DashboardEvent): void;
}

/** @param onEffect carries out what an event asks of the world, after the state has changed */
export function createDashboardStore(initial: DashboardState, onEffect: (effect: DashboardEffect, state: DashboardState) => void): DashboardStore {
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
