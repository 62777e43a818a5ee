/** The state of one run of an app, outside React, so that no event depends on what was rendered last. */
export interface Store<State, Event> {
  getState(): State;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  dispatch(event: Event): void;
}

/** What an event makes of a state, and what the world has to do for it. */
export interface Update<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/**
 * @param update the whole behaviour of the app, pure
 * @param onEffect carries out what an event asks of the world, after the state has changed
 */
export function createStore<State, Event, Effect>(
  initial: State,
  update: (state: State, event: Event) => Update<State, Effect>,
  onEffect: (effect: Effect, state: State) => void,
): Store<State, Event> {
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
