import { safeText, type SafeText } from '../../src/terminal/safe-text.ts';
import { editorWords } from '../../src/words/cache-screens.ts';
import type { EditorState } from './state.ts';

/** What the present screen of the editor is called. */
export function titleOf({ screen }: EditorState): SafeText {
  switch (screen.name) {
    case 'table':
      return editorWords.title;
    case 'advice':
      return editorWords.adviceTitle;
    case 'migrate':
      return editorWords.migrateTitle;
    case 'menu':
      return editorWords.menuTitle(safeText(screen.target.kind === 'agent' ? screen.target.agentId : screen.target.ref));
    case 'review':
      return editorWords.reviewTitle;
  }
}
