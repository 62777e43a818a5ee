import { keyNames as names, wizardKeyLabels as labels } from '../../src/words/keys.ts';
import { character, control, named, taken, type Binding } from '../parts/keymap.ts';
import { editDraft, emptyDraft } from '../parts/secret-draft.ts';
import { choicesOf } from './menus.ts';
import { asksProgram } from './updates/review.ts';
import { wantedKind } from './paste-rows.ts';
import type { Screen, ScreenName, WizardEvent, WizardState } from './state.ts';

type WizardBinding = Binding<WizardState, WizardEvent>;

const on = (...screens: readonly ScreenName[]) => ({ screen }: WizardState): boolean => screens.includes(screen.name);

/** A menu stands on the screen. */
const asks = (state: WizardState): boolean => choicesOf(state).length > 0;

/** The secret is being typed. */
const pastes = ({ screen }: WizardState): boolean => screen.name === 'paste' && !screen.asking;

/** A text is being typed, which could hold any character. */
const writes = ({ screen }: WizardState): boolean => screen.name === 'name' && screen.form.field !== 'model';

const isValid = ({ screen }: WizardState): boolean => screen.name === 'check' && screen.run.state === 'finished' && screen.run.report.verdict === 'valid';

const isChecking = ({ screen }: WizardState): boolean => screen.name === 'check' && screen.run.state === 'running';

const reviews = (holds: (screen: Extract<Screen, { readonly name: 'review' }>) => boolean) => ({ screen }: WizardState): boolean => screen.name === 'review' && holds(screen);

const canSave = reviews(({ review, saving }) => review.state === 'planned' && saving.state === 'idle');

/** OpenClaw saves, which takes its time and can be called off; a write of ours is finished. */
const asksOpenClaw = reviews(({ saving, review }) => saving.state === 'saving' && asksProgram(review));

const isSaving = reviews(({ saving, review }) => saving.state === 'saving' && !asksProgram(review));

const isWaiting = (state: WizardState): boolean => reviews(({ saving }) => saving.state === 'waiting')(state) || asksOpenClaw(state);

const canRunClaude = ({ screen, settings }: WizardState): boolean => screen.name === 'obtain' && settings.claudeProgram !== null;

const goesOn = named<WizardEvent>('return', { type: 'continue' });
const goesBack = named<WizardEvent>('escape', { type: 'back' });

/** What the keys of the set-up do, most important first. */
export const bindings: readonly WizardBinding[] = [
  { keys: names.enter, label: labels.continue, when: on('found', 'obtain'), event: goesOn },
  { keys: names.enter, label: labels.continue, when: isValid, event: goesOn },
  { keys: names.enter, label: labels.understood, when: on('notice'), event: goesOn },
  { keys: names.enter, label: labels.apply, when: canSave, event: goesOn },
  { keys: names.enter, label: labels.status, when: on('done'), event: goesOn },
  { keys: names.enter, label: labels.check, when: pastes, event: taken },
  { keys: names.enter, label: labels.next, when: writes, event: taken },
  { keys: names.enter, label: labels.choose, when: asks, event: taken },
  { keys: names.tab, label: labels.sample, when: (state) => pastes(state) && state.settings.demo !== null, event: ({ key }, state) => (key.tab ? sampleOf(state) : null) },
  { keys: names.runClaude, label: labels.runClaude, when: canRunClaude, event: character('c', { type: 'run-claude' }) },
  { keys: names.escape, label: labels.cancel, when: (state) => isChecking(state) || isWaiting(state), event: goesBack },
  { keys: names.escape, label: labels.leave, when: on('found', 'done'), event: goesBack },
  { keys: names.escape, label: labels.back, when: (state) => !isChecking(state) && !isWaiting(state) && !isSaving(state) && !on('found', 'done')(state), event: goesBack },
  { keys: names.readAgain, label: labels.readAgain, when: on('found'), event: character('r', { type: 'read-again' }) },
  { keys: names.controlU, label: labels.clear, when: (state) => pastes(state) || writes(state), event: taken },
  { keys: names.arrows, label: labels.select, when: asks, event: taken },
  { keys: names.arrows, label: labels.scroll, when: (state) => on('found', 'notice', 'done')(state) || canSave(state), event: taken },
  { keys: names.help, label: labels.help, when: (state) => !isSaving(state), event: taken },
  { keys: names.controlC, label: labels.interrupt, when: (state) => !isSaving(state), event: control('c', { type: 'leave' }) },
];

/** In the demo Tab fills in a made-up credential of the wanted kind. */
function sampleOf({ screen, settings }: WizardState): WizardEvent | null {
  if (screen.name !== 'paste' || settings.demo === null) return null;
  return { type: 'draft', draft: editDraft(emptyDraft, { edit: 'insert', text: settings.demo.credential(wantedKind(screen)).reveal() }) };
}
