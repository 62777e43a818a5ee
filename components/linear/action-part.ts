import { safeText } from '../../src/terminal/safe-text.ts';
import { actionWords } from '../../src/words/actions.ts';
import { applyResultWords } from '../../src/words/changes.ts';
import { entryName } from '../../src/words/dashboard.ts';
import { linearWords } from '../../src/words/linear.ts';
import { nameProblemWords } from '../../src/words/name-problem.ts';
import { nameWords, reviewWords } from '../../src/words/wizard.ts';
import { actionChoices, copyChoices, type ActionChoice } from '../dashboard/actions/choices.ts';
import { actionRows, lifetimeRows, planRows, refusalText, secretRows } from '../dashboard/actions/rows.ts';
import type { ActionMode, ReviewMode } from '../dashboard/actions/state.ts';
import type { DashboardEvent, DashboardState } from '../dashboard/state.ts';
import { line, marked, type Row } from '../parts/rows.ts';
import { choice, lineCells, type Answer, type Page } from './page.ts';
import { wordMarks } from './word-marks.ts';

type Part = Pick<Page<DashboardEvent>, 'key' | 'rows' | 'question'>;

/** The way from a profile to a change of it, in lines. */
export function actionPart(state: DashboardState, mode: ActionMode): Part {
  switch (mode.name) {
    case 'actions':
      return { key: ['actions', mode.entry.key], rows: actionRows({ state, columns: lineCells }, mode), question: choice(answersOf(actionChoices(state, mode.entry))) };
    case 'copy': {
      const choices = copyChoices(state, mode.entry);
      return { key: ['copy'], rows: [line(choices.length === 0 ? actionWords.noAgentLeft : actionWords.copyTo(entryName(mode.entry)))], question: choice(answersOf(choices)) };
    }
    case 'secret':
      return {
        key: ['secret', mode.tried],
        rows: secretRows({ columns: lineCells, marks: wordMarks }, mode),
        question: { kind: 'secret', label: actionWords.newSecret(entryName(mode.entry)), sample: null, events: (draft) => [{ type: 'draft', draft }, { type: 'continue' }] },
      };
    case 'lifetime': {
      const problem = mode.problem === null ? [] : [line(nameProblemWords(mode.problem))];
      return {
        key: ['lifetime', mode.problem],
        rows: [...problem, ...lifetimeRows(mode, state.now, lineCells)],
        question: { kind: 'text', label: nameWords.expiry, value: safeText(mode.text), hints: [], events: (text) => [{ type: 'lifetime', text }, { type: 'continue' }] },
      };
    }
    case 'rename':
      return {
        key: ['rename', mode.problem],
        rows: mode.problem === null ? [] : [line(nameProblemWords(mode.problem))],
        question: { kind: 'text', label: actionWords.newName, value: safeText(mode.text), hints: [actionWords.newNameHint], events: (text) => [...(text === '' ? [] : [{ type: 'profile-id' as const, text }]), { type: 'continue' }] },
      };
    case 'review':
      return reviewPart(state, mode);
  }
}

function answersOf(choices: readonly ActionChoice[]): readonly Answer<DashboardEvent>[] {
  return choices.map(({ label, description, event }) => ({ label, ...(description === undefined ? {} : { description }), events: [event] }));
}

function reviewPart(state: DashboardState, { plan, saving, replanned, trouble }: ReviewMode): Part {
  if (plan.state === 'refused') return { key: ['review', plan], rows: marked({ text: wordMarks.bad }, refusalText(plan), lineCells), question: choice<DashboardEvent>([]) };
  if (saving.state !== 'idle') return { key: ['review', 'saving'], rows: [line(linearWords.saving)], question: { kind: 'wait' } };
  const rows = [line(plan.change.title), ...planRows(plan, state.snapshot.installation.home, lineCells, wordMarks)];
  return { key: ['review', plan, trouble], rows: [...troubleRows(replanned, trouble), ...rows], question: choice([{ label: linearWords.answers.write, events: [{ type: 'continue' }] }]) };
}

function troubleRows(replanned: boolean, trouble: ReviewMode['trouble']): readonly Row[] {
  if (replanned) return marked({ text: wordMarks.attention }, reviewWords.replanned, lineCells);
  if (trouble === null) return [];
  const { title, advice } = applyResultWords(trouble);
  return [...marked({ text: wordMarks.bad }, title, lineCells), line(advice)];
}
