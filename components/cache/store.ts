import type { EditorEffect, EditorEvent, EditorState } from './state.ts';
import { update } from './update.ts';

/** The state of one editor, outside React, so that no event depends on what was rendered last. */
export interface EditorStore {
  getState(): EditorState;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  dispatch(event: EditorEvent): void;
}

/** @param onEffect carries out what an event asks of the world, after the state has changed */
export function createEditorStore(initial: EditorState, onEffect: (effect: EditorEffect, state: EditorState) => void): EditorStore {
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
