import { entryKey, type BoardEntry } from '../../src/rules/board.ts';
import { oncePer } from '../../src/rules/once-per.ts';
import type { AgentLine, DashboardState, Selection, TableName } from './state.ts';

/** The line that a selection means now: its own, or when that is gone the one that took its place. -1 in an empty list. */
export function selectedIndex(keys: readonly string[], { key, index }: Selection): number {
  const at = key === null ? -1 : keys.indexOf(key);
  return at === -1 ? Math.min(Math.max(0, index), keys.length - 1) : at;
}

/** Keys of the lines of a table, in the order shown. */
export function keysOf({ shown }: Pick<DashboardState, 'shown'>, table: TableName): readonly string[] {
  return table === 'board' ? boardKeys(shown.board) : agentKeys(shown.agents);
}

const boardKeys = oncePer((entries: readonly BoardEntry[]) => entries.map(({ key }) => key));
const agentKeys = oncePer((agents: readonly AgentLine[]) => agents.map(({ agent }) => agent.id));

/** The line that stands so many further, kept within the list. */
export function moved(keys: readonly string[], selection: Selection, lines: number): Selection {
  const wished = selectedIndex(keys, selection) + lines;
  const index = Math.max(0, Math.min(keys.length - 1, wished));
  return { key: keys[index] ?? null, index };
}

export function selectedEntry(state: DashboardState): BoardEntry | null {
  return state.shown.board[selectedIndex(keysOf(state, 'board'), state.selection.board)] ?? null;
}

export function selectedAgent(state: DashboardState): AgentLine | null {
  return state.shown.agents[selectedIndex(keysOf(state, 'agents'), state.selection.agents)] ?? null;
}

/** The credential that the focused line is about: of an agent, the one that it uses or waits for. */
export function focusedEntry(state: DashboardState): BoardEntry | null {
  if (state.focus === 'board') return selectedEntry(state);
  const agentState = selectedAgent(state)?.state;
  const candidate = agentState?.state === 'ready' ? agentState.chosen : agentState?.state === 'waiting' ? agentState.first : null;
  if (candidate === null) return null;
  const key = entryKey(candidate.source);
  return state.entries.find((entry) => entry.key === key) ?? null;
}
