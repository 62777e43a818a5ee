import { createStore, type Store } from '../store.ts';
import type { DashboardEffect, DashboardEvent, DashboardState } from './state.ts';
import { update } from './update.ts';

export type DashboardStore = Store<DashboardState, DashboardEvent>;

/** @param onEffect carries out what an event asks of the world */
export function createDashboardStore(initial: DashboardState, onEffect: (effect: DashboardEffect, state: DashboardState) => void): DashboardStore {
  return createStore(initial, update, onEffect);
}
