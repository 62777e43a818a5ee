import { nameProblemWords } from '../../src/words/name-problem.ts';
import { waitingWords } from '../../src/words/saving.ts';
import { line, marked, type Row } from '../parts/rows.ts';
import { pasteRows, pasteViewOf } from '../wizard/paste-rows.ts';
import type { Screen, WizardEvent, WizardState } from '../wizard/state.ts';
import { checkNews } from './check-news.ts';
import type { LinearView } from './page.ts';
import { wizardPage } from './wizard-page.ts';
import { lineCells } from './page.ts';
import { wordMarks } from './word-marks.ts';

type ScreenOf<Name extends Screen['name']> = Extract<Screen, { readonly name: Name }>;

/** The wizard in lines. */
export const linearWizard: LinearView<WizardState, WizardEvent> = {
  page: wizardPage,
  news: wizardNews,
  back: { type: 'back' },
  leave: { type: 'leave' },
};

/** What the field made of a paste, a step of the check that ended, who holds a lock, what is wrong with an answer. */
export function wizardNews(before: WizardState, after: WizardState): readonly Row[] {
  const was = before.screen;
  const { screen } = after;
  if (was.name === 'paste' && screen !== was) return pasteNews(after, was);
  if (screen.name === 'check') return checkNews(was.name === 'check' && was.id === screen.id ? was.run : null, screen.run);
  if (screen.name === 'review') return reviewNews(was, screen);
  if (screen.name === 'name' && screen.form.problem !== null && screen !== was) return marked({ text: wordMarks.bad }, nameProblemWords(screen.form.problem), lineCells);
  return [];
}

/** Whether it was taken or not: what was read, what was taken out of it, what is wrong with it. */
function pasteNews(after: WizardState, was: ScreenOf<'paste'>): readonly Row[] {
  const { screen, history } = after;
  const last = screen.name === 'paste' ? screen : history.at(-1);
  if (last?.name !== 'paste' || last === was || last.asking) return [];
  return pasteRows({ ...pasteViewOf(after, last), demo: false }, lineCells, wordMarks);
}

/** Said once for each program that holds the lock; the seconds are not counted aloud. */
function reviewNews(was: Screen, { saving }: ScreenOf<'review'>): readonly Row[] {
  if (saving.state !== 'waiting') return [];
  const told = was.name === 'review' && was.saving.state === 'waiting' && was.saving.holder.pid === saving.holder.pid;
  return told ? [] : [line(waitingWords(saving.holder, saving.elapsedMs))];
}
