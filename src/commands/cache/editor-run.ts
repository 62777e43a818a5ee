import { createEditorStore, type EditorStore } from '../../../components/cache/store.ts';
import { initialEditor } from '../../../components/cache/update.ts';
import { EditorSession, type EditorRun } from './editor-session.ts';
import type { CacheReading } from './facts.ts';

/** One run of the editor, wherever it is shown. */
export interface Editor {
  readonly store: EditorStore;
  readonly session: EditorSession;
}

export function createEditor(run: EditorRun, reading: CacheReading): Editor {
  const session = new EditorSession(run);
  const store = createEditorStore(initialEditor(reading), (effect, state) => session.carryOut(effect, state));
  return { store, session };
}
