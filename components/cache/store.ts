import { createStore, type Store } from '../store.ts';
import type { EditorEffect, EditorEvent, EditorState } from './state.ts';
import { update } from './update.ts';

export type EditorStore = Store<EditorState, EditorEvent>;

/** @param onEffect carries out what an event asks of the world */
export function createEditorStore(initial: EditorState, onEffect: (effect: EditorEffect, state: EditorState) => void): EditorStore {
  return createStore(initial, update, onEffect);
}
