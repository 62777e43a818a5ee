import { dashboardKeyLabels as labels, dashboardKeyNames as names } from '../../src/words/dashboard.ts';
import { character, eventFrom, helpFrom, named, taken, type Binding, type KeyMeaning, type Press } from '../parts/keymap.ts';
import { plainInput } from '../parts/plain-input.ts';
import { canSaveAnyway } from './actions/rotation.ts';
import type { DashboardEvent, DashboardState, ModeName } from './state.ts';

/** A key of the dashboard: it works in some modes. */
interface ModeBinding extends Omit<Binding<DashboardState, DashboardEvent>, 'when'> {
  readonly modes: readonly ModeName[];
  readonly when?: (state: DashboardState) => boolean;
}

const tables = ['tables'] as const;
const escapes = named<DashboardEvent>('escape', { type: 'back' });
const readers = ['detail', 'command', 'help'] as const;
const menus = ['actions', 'copy'] as const;
const fields = ['secret', 'lifetime', 'rename'] as const;

/** Most important first. */
const keysByMode: readonly ModeBinding[] = [
  { keys: names.enter, label: labels.detail, modes: tables, event: named('return', { type: 'detail' }) },
  { keys: names.enter, label: labels.keep, modes: ['filter'], event: named('return', { type: 'continue' }) },
  { keys: names.enter, label: labels.back, modes: ['check'], event: named('return', { type: 'continue' }), when: (state) => isCheckOver(state) && !leadsOn(state) },
  { keys: names.enter, label: labels.goOn, modes: ['check'], event: named('return', { type: 'continue' }), when: (state) => isCheckOver(state) && leadsOn(state) && !canSaveAnyway(state.mode) },
  { keys: names.enter, label: labels.another, modes: ['check'], event: named('return', { type: 'continue' }), when: ({ mode }) => canSaveAnyway(mode) },
  { keys: names.save, label: labels.saveAnyway, modes: ['check'], event: character('s', { type: 'save-anyway' }), when: ({ mode }) => canSaveAnyway(mode) },
  { keys: names.enter, label: labels.write, modes: ['review'], event: named('return', { type: 'continue' }), when: canWrite },
  { keys: names.enter, label: labels.choose, modes: ['trust', ...menus], event: taken },
  { keys: names.enter, label: labels.next, modes: fields, event: taken },
  { keys: names.leave, label: labels.leave, modes: tables, event: character('q', { type: 'leave' }) },
  { keys: names.escape, label: labels.back, modes: [...readers, 'trust'], event: escapes },
  { keys: names.escape, label: labels.stepBack, modes: [...menus, ...fields, 'review'], event: escapes },
  { keys: names.escape, label: labels.back, modes: ['check'], event: escapes, helpOnly: true, when: isCheckOver },
  { keys: names.escape, label: labels.cancel, modes: ['check'], event: escapes, when: (state) => !isCheckOver(state) },
  { keys: names.escape, label: labels.clear, modes: ['filter'], event: escapes },
  { keys: names.escape, label: labels.backOrLeave, modes: tables, event: escapes, helpOnly: true },
  { keys: names.help, label: labels.help, modes: tables, event: character('?', { type: 'help' }) },
  { keys: names.check, label: labels.check, modes: [...tables, 'detail'], event: character('t', { type: 'check' }) },
  { keys: names.manage, label: labels.manage, modes: [...tables, 'detail'], event: character('m', { type: 'manage' }) },
  { keys: names.again, label: labels.checkAgain, modes: ['check'], event: character('t', { type: 'check' }), when: isCheckOver },
  { keys: names.add, label: labels.add, modes: [...tables, 'detail'], event: character('a', { type: 'add' }) },
  { keys: names.undo, label: labels.undo, modes: tables, event: character('u', { type: 'undo' }) },
  { keys: names.cache, label: labels.cache, modes: tables, event: character('c', { type: 'cache' }) },
  { keys: names.command, label: labels.command, modes: [...tables, 'detail'], event: character('y', { type: 'command' }) },
  { keys: names.agents, label: labels.agents, modes: [...tables, 'detail'], event: character('o', { type: 'agents' }), helpOnly: true },
  { keys: names.tab, label: labels.tab, modes: tables, event: named('tab', { type: 'switch' }) },
  { keys: names.filter, label: labels.filter, modes: tables, event: character('/', { type: 'filter' }) },
  { keys: names.sort, label: labels.sort, modes: tables, event: character('s', { type: 'sort' }) },
  { keys: names.readAgain, label: labels.readAgain, modes: tables, event: character('r', { type: 'read-again' }) },
  { keys: names.arrows, label: labels.move, modes: [...tables, 'filter'], event: arrows, helpOnly: true },
  { keys: names.pages, label: labels.pages, modes: [...tables, 'filter'], event: pages, helpOnly: true },
  { keys: names.leave, label: labels.back, modes: readers, event: character('q', { type: 'back' }), helpOnly: true },
  { keys: names.arrows, label: labels.scroll, modes: [...readers, 'review'], event: taken },
];

/** What the keys of the dashboard do, most important first. */
export const bindings: readonly Binding<DashboardState, DashboardEvent>[] = keysByMode.map(({ modes, when, ...binding }) => ({
  ...binding,
  when: (state) => modes.includes(state.mode.name) && when?.(state) !== false,
}));

/** What a press means now; null when the key has no meaning here. */
export function eventOf(state: DashboardState, press: Press): DashboardEvent | null {
  if (press.key.ctrl) return press.input === 'c' ? { type: 'leave' } : null;
  return eventFrom(bindings, state, press) ?? (state.mode.name === 'filter' ? filterEvent(press) : null);
}

/** The keys of the tables, each with a sentence. */
export function helpOf(state: DashboardState): readonly KeyMeaning[] {
  return [...helpFrom(bindings, { ...state, mode: { name: 'tables' } }), { keys: names.interrupt, meaning: labels.interrupt.long }];
}

function isCheckOver({ mode }: DashboardState): boolean {
  return mode.name === 'check' && mode.run.state === 'finished';
}

/** A check that was made for more than to know. */
function leadsOn({ mode }: DashboardState): boolean {
  return mode.name === 'check' && mode.purpose.for !== 'look';
}

function canWrite({ mode }: DashboardState): boolean {
  return mode.name === 'review' && mode.plan.state === 'planned' && mode.saving.state === 'idle';
}

function arrows({ key }: Press): DashboardEvent | null {
  if (key.downArrow) return { type: 'move', lines: 1 };
  return key.upArrow ? { type: 'move', lines: -1 } : null;
}

function pages({ key, page }: Press): DashboardEvent | null {
  if (key.pageDown) return { type: 'move', lines: page };
  if (key.pageUp) return { type: 'move', lines: -page };
  if (key.home) return { type: 'move', lines: -Infinity };
  return key.end ? { type: 'move', lines: Infinity } : null;
}

function filterEvent({ input, key }: Press): DashboardEvent | null {
  if (key.backspace || key.delete) return { type: 'filter-delete' };
  const text = key.meta ? '' : plainInput(input);
  return text === '' ? null : { type: 'filter-text', text };
}
