import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { safeText, say } from '../../src/terminal/safe-text.ts';
import { applyResultWords, refusalWords } from '../../src/words/changes.ts';
import { linearWords } from '../../src/words/linear.ts';
import { checkWords, nameWords, pasteWords, reviewWords } from '../../src/words/wizard.ts';
import { line, marked, type Row } from '../parts/rows.ts';
import { outcomeRows } from '../wizard/check-rows.ts';
import { doneRows } from '../wizard/done-rows.ts';
import { foundRows } from '../wizard/found-rows.ts';
import { stepOf } from '../wizard/step-of.ts';
import { choicesOf } from '../wizard/menus.ts';
import { answeredFields, profileIdHint, recordedEnd } from '../wizard/name-answers.ts';
import { pasteRows, pasteViewOf, wantedKind } from '../wizard/paste-rows.ts';
import { agentsRows, chooseRows, trustRows } from '../wizard/question-rows.ts';
import { reviewRows } from '../wizard/review-rows.ts';
import { noticeRows, obtainRows } from '../wizard/setup-token-rows.ts';
import type { Screen, WizardEvent, WizardState } from '../wizard/state.ts';
import { choice, lineCells, type Answer, type Page, type Question } from './page.ts';
import { wordMarks } from './word-marks.ts';

type WizardPage = Page<WizardEvent>;
type Part = Pick<WizardPage, 'key' | 'rows' | 'question'>;
type ScreenOf<Name extends Screen['name']> = Extract<Screen, { readonly name: Name }>;

/** The present screen of the wizard in lines. */
export function wizardPage(state: WizardState): WizardPage {
  const { current, total, title } = stepOf(state.screen.name);
  return { title: linearWords.step(current, total, title), ...partOf(state) };
}

const { answers } = linearWords;

function partOf(state: WizardState): Part {
  const { screen, facts } = state;
  switch (screen.name) {
    case 'found':
      return {
        key: [screen.name, facts],
        rows: foundRows(facts, lineCells, wordMarks),
        question: choice([onward(answers.continue), { label: answers.readAgain, events: [{ type: 'read-again' }] }]),
      };
    case 'choose':
      return menuPart(state, chooseRows(facts, lineCells, wordMarks));
    case 'notice':
      return { key: [screen.name], rows: noticeRows(lineCells), question: choice([onward(answers.understood)]) };
    case 'obtain':
      return obtainPart(state);
    case 'agents':
      return menuPart(state, agentsRows(lineCells));
    case 'paste':
      return pastePart(state, screen);
    case 'trust':
      return menuPart(state, trustRows(facts, lineCells, wordMarks));
    case 'check':
      return checkPart(state, screen);
    case 'name':
      return namePart(state, screen);
    case 'review':
      return reviewPart(state, screen);
    case 'done':
      return { key: [screen.name], rows: doneRows(facts, screen, lineCells, wordMarks), question: choice([onward(answers.status)]) };
  }
}

function onward(label: WizardPage['title']): Answer<WizardEvent> {
  return { label, events: [{ type: 'continue' }] };
}

function menuPart(state: WizardState, rows: readonly Row[], ...key: readonly unknown[]): Part {
  return { key: [state.screen.name, ...key], rows, question: menu(state) };
}

function menu(state: WizardState): Question<WizardEvent> {
  return choice(choicesOf(state).map(({ event, ...item }) => ({ ...item, events: [event] })));
}

function obtainPart({ screen, settings }: WizardState): Part {
  const isHere = settings.claudeProgram !== null;
  const run: Answer<WizardEvent> = { label: answers.runClaude, events: [{ type: 'run-claude' }] };
  const letters = isHere ? [{ letter: 'c', label: answers.runClaude, events: run.events }] : [];
  return { key: [screen.name], rows: obtainRows(isHere, lineCells), question: choice([onward(answers.haveToken), ...(isHere ? [run] : [])], letters) };
}

function pastePart(state: WizardState, screen: ScreenOf<'paste'>): Part {
  if (screen.asking) return menuPart(state, pasteRows(pasteViewOf(state, screen), lineCells, wordMarks), 'asking');
  const { demo } = state.settings;
  const wanted = wantedKind(screen);
  return {
    key: [screen.name, 'field'],
    rows: pasteRows({ ...pasteViewOf(state, screen), length: 0 }, lineCells, wordMarks),
    question: {
      kind: 'secret',
      label: wanted === 'api-key' ? pasteWords.apiKeyTitle : pasteWords.setupTokenTitle,
      sample: demo === null ? null : () => demo.credential(wanted),
      events: (draft) => [{ type: 'draft', draft }, { type: 'continue' }],
    },
  };
}

function checkPart(state: WizardState, { id, run }: ScreenOf<'check'>): Part {
  const { baseUrl, takenAt } = state.facts.snapshot;
  if (run.state === 'running') {
    return { key: ['check', id, run.state], rows: [line(checkWords.title(classifyBaseUrl(baseUrl).shown)), line(linearWords.escapeCancels)], question: { kind: 'wait' } };
  }
  const isValid = run.report.verdict === 'valid';
  return {
    key: ['check', id, run.state],
    rows: outcomeRows(run.report, state.settings.depth === 'models' ? 'models' : 'message', takenAt, lineCells, wordMarks),
    question: isValid ? choice([onward(answers.continue)]) : menu(state),
  };
}

function namePart(state: WizardState, screen: ScreenOf<'name'>): Part {
  const { form } = screen;
  const answered = answeredFields(state.facts, screen).map(({ label, value }) => line(say`${label}: ${value}`));
  const key = ['name', form.field];
  switch (form.field) {
    case 'profile-id':
      return { key, rows: answered, question: field(nameWords.profileId, form.profileId, 'profile-id', [profileIdHint(state.facts, screen)]) };
    case 'expiry':
      return { key, rows: answered, question: field(nameWords.expiry, form.expiry, 'expiry', [recordedEnd(state.facts, screen), nameWords.expiryHint, linearWords.minusEmpties]) };
    case 'model':
      return { key, rows: [...answered, line(nameWords.model)], question: menu(state) };
  }
}

/** Enter alone keeps what stands there; a minus sign leaves the field empty. */
function field(label: WizardPage['title'], value: string, type: 'profile-id' | 'expiry', hints: readonly WizardPage['title'][]): Question<WizardEvent> {
  const typed = (text: string): readonly WizardEvent[] => (text === '' ? [] : [{ type, text: text === '-' ? '' : text }]);
  return { kind: 'text', label, value: safeText(value), hints, events: (text) => [...typed(text), { type: 'continue' }] };
}

function reviewPart(state: WizardState, { review, saving, trouble }: ScreenOf<'review'>): Part {
  const bad = { text: wordMarks.bad };
  if (review.state === 'refused') {
    const { title, advice } = refusalWords(review.reason);
    return { key: ['review', review], rows: [...marked(bad, title, lineCells), line(advice)], question: choice<WizardEvent>([]) };
  }
  if (saving.state !== 'idle') return { key: ['review', 'saving'], rows: [line(linearWords.saving)], question: { kind: 'wait' } };
  return {
    key: ['review', review, trouble],
    rows: [...troubleRows(trouble), line(reviewWords.title), ...reviewRows(review, safeText(state.facts.snapshot.installation.home), lineCells, wordMarks)],
    question: choice([onward(answers.write)]),
  };
}

function troubleRows(trouble: ScreenOf<'review'>['trouble']): readonly Row[] {
  if (trouble === null) return [];
  if (trouble.state === 'conflict') return marked({ text: wordMarks.attention }, reviewWords.replanned, lineCells);
  const { title, advice } = applyResultWords(trouble);
  return [...marked({ text: wordMarks.bad }, title, lineCells), line(advice)];
}
