import { waitingWords } from '../../src/words/saving.ts';
import type { EditorEvent, EditorState } from '../cache/state.ts';
import { line, type Row } from '../parts/rows.ts';
import { cachePage } from './cache-page.ts';
import type { LinearView } from './page.ts';

/** The editor of cache settings in lines. */
export const linearCache: LinearView<EditorState, EditorEvent> = {
  page: cachePage,
  news: cacheNews,
  back: { type: 'back' },
  leave: { type: 'leave' },
};

/** What the last action came to, and who holds a lock that is waited for; the seconds are not counted aloud. */
export function cacheNews(before: EditorState, after: EditorState): readonly Row[] {
  const message = after.message === null || after.message === before.message ? [] : [line(after.message.text)];
  return [...message, ...lockNews(before, after)];
}

function lockNews({ screen: was }: EditorState, { screen }: EditorState): readonly Row[] {
  if (screen.name !== 'review' || screen.saving.state !== 'waiting') return [];
  const told = was.name === 'review' && was.saving.state === 'waiting' && was.saving.holder.pid === screen.saving.holder.pid;
  return told ? [] : [line(waitingWords(screen.saving.holder, screen.saving.elapsedMs))];
}
