import { keepLastGood } from '../../src/rules/last-good.ts';
import { graphemesOf } from '../../src/terminal/graphemes.ts';
import { overlayWords } from '../../src/words/dashboard.ts';
import { actionBack, afterCheck, isActionEvent, isActionMode, updateAction } from './actions/update.ts';
import type { ActionEvent } from './actions/state.ts';
import { check, startCheck, withReport, withStep } from './checks.ts';
import { derive, isOutdated, lostGraceMs } from './derive.ts';
import { focusedEntry, keysOf, moved, selectedAgent, selectedEntry, selectedIndex } from './selection.ts';
import { shownOf, sortOrders } from './shown.ts';
import type { DashboardEffect, DashboardEvent, DashboardReading, DashboardState, DashboardUpdate } from './state.ts';

const longestFilter = 60;

/** The state in which every run starts. @param now epoch ms */
export function initialDashboard({ facts, gateway, environment }: DashboardReading, now: number): DashboardState {
  const { snapshot, lost } = keepLastGood(null, facts.snapshot);
  const derived = derive(snapshot, environment, now);
  return {
    ...derived,
    facts,
    snapshot,
    lost,
    lostSince: lost.length === 0 ? null : now,
    gateway,
    environment,
    now,
    shown: shownOf({ ...derived, filter: '', sort: 'attention' }),
    focus: 'board',
    selection: { board: { key: null, index: 0 }, agents: { key: null, index: 0 } },
    filter: '',
    sort: 'attention',
    mode: { name: 'tables' },
    verdicts: new Map(),
    trustedBaseUrl: null,
    checks: 0,
    notice: null,
  };
}

/**
 * The whole behaviour of the dashboard: what a state becomes by an event, and what the world must do for it.
 * Pure; the same events end in the same state however fast they come.
 */
export function update(state: DashboardState, event: DashboardEvent): DashboardUpdate {
  switch (event.type) {
    case 'tick':
      return stay(atTime(state, event.now));
    case 'facts':
      return stay(withFacts(state, event.reading, event.now));
    case 'check-step':
      return stay(withStep(state, event.id, event.step));
    case 'checked':
      return stay(withReport(state, event));
    case 'leave':
      return { state, effects: [{ do: 'cancel' }, { do: 'leave' }] };
    case 'back':
      return isActionMode(state.mode) ? actionBack(state, state.mode) : back(state);
    default:
      if (isActionEvent(event) || (event.type === 'continue' && isActionMode(state.mode))) return updateAction(state, event);
      return updateByKey({ ...state, notice: null }, event);
  }
}

type KeyEvent = Exclude<DashboardEvent, ActionEvent | { readonly type: 'tick' | 'facts' | 'check-step' | 'checked' | 'leave' | 'back' }>;

function updateByKey(state: DashboardState, event: KeyEvent): DashboardUpdate {
  switch (event.type) {
    case 'move':
      return stay(withSelection(state, event.lines));
    case 'switch':
      return stay({ ...state, focus: state.focus === 'board' ? 'agents' : 'board' });
    case 'sort':
      return stay(reshown({ ...state, sort: sortOrders[(sortOrders.indexOf(state.sort) + 1) % sortOrders.length] ?? 'attention' }));
    case 'detail':
    case 'command':
      return stay(hasSelection(state) ? { ...state, mode: { name: event.type } } : state);
    case 'filter':
    case 'help':
      return stay({ ...state, mode: { name: event.type } });
    case 'filter-text':
      return stay(reshown({ ...state, filter: `${state.filter}${event.text}`.slice(0, longestFilter) }));
    case 'filter-delete':
      return stay(reshown({ ...state, filter: withoutLast(state.filter) }));
    case 'check':
      return state.mode.name === 'check' ? check(state, state.mode.entry, state.mode.purpose) : check(state, focusedEntry(state));
    case 'trust':
      return state.mode.name === 'trust' ? startCheck({ ...state, trustedBaseUrl: state.snapshot.baseUrl }, state.mode.entry, state.mode.purpose) : stay(state);
    case 'add':
      return { state: { ...state, mode: { name: 'tables' } }, effects: [{ do: 'wizard' }] };
    case 'cache':
      return openCache(state);
    case 'agents':
      return stay(atAgents(state));
    case 'read-again':
      return { state, effects: [{ do: 'read' }] };
    case 'continue':
      return state.mode.name === 'check' ? afterCheck(state, state.mode) : stay({ ...state, mode: { name: 'tables' } });
  }
}

/** Esc: out of what is open, then the filter goes, then the dashboard is left. */
function back(state: DashboardState): DashboardUpdate {
  const cleared = { ...state, notice: null, mode: { name: 'tables' } as const };
  const { mode } = state;
  if (mode.name === 'filter') return stay(reshown({ ...cleared, filter: '' }));
  if (mode.name === 'check' && mode.run.state === 'running') return { state: { ...cleared, notice: null }, effects: [{ do: 'cancel' }] };
  if (mode.name !== 'tables') return stay(cleared);
  if (state.filter !== '') return stay(reshown({ ...cleared, filter: '' }));
  return { state, effects: [{ do: 'cancel' }, { do: 'leave' }] };
}

function atTime(state: DashboardState, now: number): DashboardState {
  if (state.lost.some(({ isKept }) => isKept) && isLostForGood(state.lostSince, now)) {
    return rederived({ ...state, ...keepLastGood(null, state.facts.snapshot), now });
  }
  return isOutdated(state, now) ? rederived({ ...state, now }) : { ...state, now };
}

/** A writer that is half way is done by then; what is still unreadable is so for OpenClaw too, and is shown as it is. */
function isLostForGood(lostSince: number | null, now: number): boolean {
  return lostSince !== null && now - lostSince >= lostGraceMs;
}

function withFacts(state: DashboardState, reading: DashboardReading, now: number): DashboardState {
  const previous = isLostForGood(state.lostSince, now) ? null : state.snapshot;
  const next = keepLastGood(previous, reading.facts.snapshot);
  const lostSince = next.lost.length === 0 ? null : (state.lostSince ?? now);
  return rederived({ ...state, ...next, ...reading, lostSince, now });
}

function rederived(state: DashboardState): DashboardState {
  return reshown({ ...state, ...derive(state.snapshot, state.environment, state.now) });
}

/** The selection follows its line to where it stands now. */
function reshown(state: DashboardState): DashboardState {
  const next = { ...state, shown: shownOf(state) };
  const settle = (table: 'board' | 'agents'): DashboardState['selection']['board'] => {
    const { key } = state.selection[table];
    return key === null ? { key, index: 0 } : { key, index: selectedIndex(keysOf(next, table), state.selection[table]) };
  };
  return { ...next, selection: { board: settle('board'), agents: settle('agents') } };
}

function withSelection(state: DashboardState, lines: number): DashboardState {
  const { focus, selection } = state;
  return { ...state, selection: { ...selection, [focus]: moved(keysOf(state, focus), selection[focus], lines) } };
}

/** An empty table has nothing to explain. */
function hasSelection(state: DashboardState): boolean {
  return (state.focus === 'board' ? selectedEntry(state) : selectedAgent(state)) !== null;
}

/** The editor needs a config that can be read as it is now, not as it was. */
function openCache(state: DashboardState): DashboardUpdate {
  if (state.facts.snapshot.config.state === 'broken') return stay({ ...state, notice: overlayWords.noCacheEditor });
  return { state, effects: [{ do: 'cache' }] };
}

/** The agents' table with the first one selected that uses the credential, wherever the filter hides it. */
function atAgents(state: DashboardState): DashboardState {
  const [first] = focusedEntry(state)?.usedBy ?? [];
  if (first === undefined) return { ...state, notice: overlayWords.noAgents };
  const unfiltered = reshown({ ...state, filter: '', mode: { name: 'tables' } });
  const index = keysOf(unfiltered, 'agents').indexOf(first);
  return { ...unfiltered, focus: 'agents', selection: { ...unfiltered.selection, agents: { key: first, index } } };
}

function withoutLast(text: string): string {
  return Array.from(graphemesOf(text), ({ segment }) => segment).slice(0, -1).join('');
}

function stay(state: DashboardState): DashboardUpdate {
  const effects: readonly DashboardEffect[] = [];
  return { state, effects };
}
