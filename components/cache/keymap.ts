import { editorKeyLabels as labels, keyNames as names, wizardKeyLabels } from '../../src/words/keys.ts';
import { say } from '../../src/terminal/safe-text.ts';
import { character, control, named, taken, type Binding, type Press } from '../parts/keymap.ts';
import type { EditorEvent, EditorScreen, EditorState } from './state.ts';

type EditorBinding = Binding<EditorState, EditorEvent>;

const on = (...screens: readonly EditorScreen['name'][]) => ({ screen }: EditorState): boolean => screens.includes(screen.name);

const canSave = ({ screen }: EditorState): boolean => screen.name === 'review' && screen.plan.state === 'planned' && screen.saving.state === 'idle';

/** The sliders of the cost stand elsewhere than where the records put them. */
function canGoBackToMeasured({ screen }: EditorState): boolean {
  if (screen.name !== 'advice') return false;
  const { usage, sliders } = screen;
  return usage.state === 'read' && usage.summary !== null && (sliders.every !== 'measured' || sliders.prefix !== 'measured');
}

const goesBack = named<EditorEvent>('escape', { type: 'back' });

/** What the keys of the editor do, most important first. */
export const bindings: readonly EditorBinding[] = [
  { keys: names.enter, label: labels.change, when: on('table', 'advice'), event: named('return', { type: 'edit-agent' }) },
  { keys: names.enter, label: labels.review, when: on('menu', 'migrate'), event: taken },
  { keys: names.enter, label: labels.save, when: canSave, event: named('return', { type: 'continue' }) },
  { keys: say`b`, label: labels.model, when: on('table'), event: character('b', { type: 'edit-model' }) },
  { keys: say`a`, label: labels.advice, when: on('table'), event: character('a', { type: 'advise' }) },
  { keys: say`u`, label: labels.undo, when: on('table'), event: character('u', { type: 'undo' }) },
  { keys: say`m`, label: labels.asMeasured, when: canGoBackToMeasured, event: character('m', { type: 'as-measured' }) },
  { keys: names.escape, label: labels.leave, when: on('table'), event: goesBack },
  { keys: say`q`, label: labels.leave, when: on('table'), event: character('q', { type: 'back' }), helpOnly: true },
  { keys: names.escape, label: labels.back, when: (state) => !on('table')(state), event: goesBack },
  { keys: say`m`, label: labels.migrate, when: on('table'), event: character('m', { type: 'migrate' }) },
  { keys: names.help, label: wizardKeyLabels.help, when: () => true, event: taken },
  { keys: names.arrows, label: labels.move, when: on('table'), event: moves },
  { keys: names.pages, label: labels.move, when: on('table'), event: pages, helpOnly: true },
  { keys: names.arrows, label: labels.move, when: on('menu', 'migrate'), event: taken },
  { keys: names.across, label: labels.every, when: on('advice'), event: slidesEvery, helpOnly: true },
  { keys: names.arrows, label: labels.prefix, when: on('advice'), event: slidesPrefix, helpOnly: true },
  { keys: names.arrows, label: labels.scroll, when: on('review'), event: taken, helpOnly: true },
  { keys: names.controlC, label: wizardKeyLabels.interrupt, when: () => true, event: control('c', { type: 'leave' }), helpOnly: true },
];

function moves({ input, key }: Press): EditorEvent | null {
  if (key.upArrow || input === 'k') return { type: 'move', by: -1 };
  return key.downArrow || input === 'j' ? { type: 'move', by: 1 } : null;
}

function pages({ key, page }: Press): EditorEvent | null {
  if (key.pageUp) return { type: 'move', by: -page };
  return key.pageDown ? { type: 'move', by: page } : null;
}

function slidesEvery({ key }: Press): EditorEvent | null {
  if (key.leftArrow) return { type: 'slide', which: 'every', by: -1 };
  return key.rightArrow ? { type: 'slide', which: 'every', by: 1 } : null;
}

function slidesPrefix({ key }: Press): EditorEvent | null {
  if (key.downArrow) return { type: 'slide', which: 'prefix', by: -1 };
  return key.upArrow ? { type: 'slide', which: 'prefix', by: 1 } : null;
}
