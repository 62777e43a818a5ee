import { compareAttention } from '../../src/rules/attention.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { entryName, shortName, stateWords } from '../../src/words/dashboard.ts';
import { typeWords } from '../../src/words/wizard.ts';
import type { AgentLine, DashboardState, SortOrder } from './state.ts';

/** The orders in which `s` goes through them. */
export const sortOrders: readonly SortOrder[] = ['attention', 'name', 'back', 'used'];

/** What the filter leaves of both tables; the profiles sorted, the agents as the config lists them. */
export function shownOf({ entries, agents, filter, sort }: Pick<DashboardState, 'entries' | 'agents' | 'filter' | 'sort'>): DashboardState['shown'] {
  const wanted = filter.trim().toLowerCase();
  const board = wanted === '' ? entries : entries.filter((entry) => entryTexts(entry).some((text) => text.toLowerCase().includes(wanted)));
  return {
    board: board.toSorted((a, b) => comparisons[sort](a, b) || byName(a, b)),
    agents: wanted === '' ? agents : agents.filter((entry) => agentTexts(entry).some((text) => text.toLowerCase().includes(wanted))),
  };
}

type Comparison = (a: BoardEntry, b: BoardEntry) => number;

const byName: Comparison = (a, b) => compareTexts(entryName(a), entryName(b));

/** Those that wait, soonest back first; then the others. */
const byBack: Comparison = (a, b) => backAt(a) - backAt(b) || 0;

const comparisons: Readonly<Record<SortOrder, Comparison>> = {
  attention: (a, b) => compareAttention(a.attention, b.attention) || byBack(a, b),
  name: byName,
  back: byBack,
  used: (a, b) => (b.stats?.lastUsed ?? 0) - (a.stats?.lastUsed ?? 0),
};

/** A finite number even for what does not wait, so that two of them are equal. */
function backAt({ standing }: BoardEntry): number {
  return standing.state === 'waiting' ? standing.until : Number.MAX_SAFE_INTEGER;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryTexts(entry: BoardEntry): readonly string[] {
  const reason = entry.standing.state === 'waiting' ? (entry.standing.reason ?? '') : '';
  return [entryName(entry), stateWords(entry.standing, safeText('')), entry.type === null ? '' : typeWords[entry.type], reason, ...entry.usedBy];
}

function agentTexts({ agent, state }: AgentLine): readonly string[] {
  return [agent.id, agent.name ?? '', agent.model.ref, state.state, state.state === 'ready' ? shortName(state.chosen.source) : ''];
}
