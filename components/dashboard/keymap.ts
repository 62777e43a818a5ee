import type { Key } from 'ink';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { dashboardKeyLabels as labels, dashboardKeyNames as names } from '../../src/words/dashboard.ts';
import type { FooterKey } from '../parts/fit-footer.ts';
import { plainInput } from '../parts/plain-input.ts';
import type { DashboardEvent, DashboardState, ModeName } from './state.ts';

/** One key as Ink tells it, and how many lines a page has. */
export interface Press {
  readonly input: string;
  readonly key: Key;
  readonly page: number;
}

/** What a key does in some modes. The footer, the help and the keys themselves come from these alone. */
export interface Binding {
  readonly keys: SafeText;
  readonly label: { readonly short: SafeText; readonly long: SafeText };
  readonly modes: readonly ModeName[];
  /** The event of a press that is this key; null for any other. */
  readonly event: (press: Press) => DashboardEvent | null;
  /** Left out of the footer, where room is short; the help names it. */
  readonly helpOnly?: boolean;
  readonly when?: (state: DashboardState) => boolean;
}

const tables = ['tables'] as const;
const readers = ['detail', 'command', 'help'] as const;

/** Most important first. */
export const bindings: readonly Binding[] = [
  { keys: names.enter, label: labels.detail, modes: tables, event: enter({ type: 'detail' }) },
  { keys: names.enter, label: labels.keep, modes: ['filter'], event: enter({ type: 'continue' }) },
  { keys: names.enter, label: labels.back, modes: ['check'], event: enter({ type: 'continue' }), when: isCheckOver },
  { keys: names.leave, label: labels.leave, modes: tables, event: character('q', { type: 'leave' }) },
  { keys: names.escape, label: labels.back, modes: [...readers, 'trust'], event: escape },
  { keys: names.escape, label: labels.back, modes: ['check'], event: escape, helpOnly: true, when: isCheckOver },
  { keys: names.escape, label: labels.cancel, modes: ['check'], event: escape, when: (state) => !isCheckOver(state) },
  { keys: names.escape, label: labels.clear, modes: ['filter'], event: escape },
  { keys: names.escape, label: labels.backOrLeave, modes: tables, event: escape, helpOnly: true },
  { keys: names.help, label: labels.help, modes: tables, event: character('?', { type: 'help' }) },
  { keys: names.check, label: labels.check, modes: [...tables, 'detail'], event: character('t', { type: 'check' }) },
  { keys: names.again, label: labels.checkAgain, modes: ['check'], event: character('t', { type: 'check' }), when: isCheckOver },
  { keys: names.add, label: labels.add, modes: tables, event: character('a', { type: 'add' }) },
  { keys: names.cache, label: labels.cache, modes: tables, event: character('c', { type: 'cache' }) },
  { keys: names.command, label: labels.command, modes: [...tables, 'detail'], event: character('y', { type: 'command' }) },
  { keys: names.agents, label: labels.agents, modes: [...tables, 'detail'], event: character('o', { type: 'agents' }), helpOnly: true },
  { keys: names.tab, label: labels.tab, modes: tables, event: ({ key }) => (key.tab ? { type: 'switch' } : null) },
  { keys: names.filter, label: labels.filter, modes: tables, event: character('/', { type: 'filter' }) },
  { keys: names.sort, label: labels.sort, modes: tables, event: character('s', { type: 'sort' }) },
  { keys: names.readAgain, label: labels.readAgain, modes: tables, event: character('r', { type: 'read-again' }) },
  { keys: names.arrows, label: labels.move, modes: [...tables, 'filter'], event: arrows, helpOnly: true },
  { keys: names.pages, label: labels.pages, modes: [...tables, 'filter'], event: pages, helpOnly: true },
  { keys: names.leave, label: labels.back, modes: readers, event: character('q', { type: 'back' }), helpOnly: true },
  { keys: names.enter, label: labels.choose, modes: ['trust'], event: nothing },
  { keys: names.arrows, label: labels.scroll, modes: readers, event: nothing },
];

/** What a press means now; null when the key has no meaning here. */
export function eventOf(state: DashboardState, press: Press): DashboardEvent | null {
  if (press.key.ctrl) return press.input === 'c' ? { type: 'leave' } : null;
  for (const { modes, when, event } of bindings) {
    if (!modes.includes(state.mode.name) || when?.(state) === false) continue;
    const found = event(press);
    if (found !== null) return found;
  }
  return state.mode.name === 'filter' ? filterEvent(press) : null;
}

/** The keys that work now, most important first. */
export function footerOf(state: DashboardState): readonly FooterKey[] {
  const present = bindings.filter(({ modes, when, helpOnly }) => helpOnly !== true && modes.includes(state.mode.name) && when?.(state) !== false);
  return present.map(({ keys, label }) => ({ keys, label: label.short }));
}

/** The keys of the tables, each with a sentence. */
export function helpOf(): readonly { readonly keys: SafeText; readonly meaning: SafeText }[] {
  const rows = bindings.filter(({ modes }) => modes.includes('tables')).map(({ keys, label }) => ({ keys, meaning: label.long }));
  return [...rows, { keys: names.interrupt, meaning: labels.interrupt.long }];
}

function isCheckOver({ mode }: DashboardState): boolean {
  return mode.name === 'check' && mode.run.state === 'finished';
}

function character(wanted: string, event: DashboardEvent): Binding['event'] {
  return ({ input, key }) => (input === wanted && !key.meta ? event : null);
}

function enter(event: DashboardEvent): Binding['event'] {
  return ({ key }) => (key.return ? event : null);
}

function escape({ key }: Press): DashboardEvent | null {
  return key.escape ? { type: 'back' } : null;
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

/** The menu or the list that has these keys takes them by itself. */
function nothing(): null {
  return null;
}

function filterEvent({ input, key }: Press): DashboardEvent | null {
  if (key.backspace || key.delete) return { type: 'filter-delete' };
  const text = key.meta ? '' : plainInput(input);
  return text === '' ? null : { type: 'filter-text', text };
}
