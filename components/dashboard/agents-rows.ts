import type { AgentState } from '../../src/rules/agent-state.ts';
import { oncePer } from '../../src/rules/once-per.ts';
import { payerOf } from '../../src/rules/payer.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import { agentStateWords, columnWords, headerWords, payerWords, retentionWords, shortName, ttlWords } from '../../src/words/dashboard.ts';
import { countdownWords } from '../../src/words/duration.ts';
import type { Row, Span } from '../parts/rows.ts';
import type { Marks, Tone } from '../theme.ts';
import { tableRows, withoutEmpty } from './list-rows.ts';
import { keysOf, selectedIndex } from './selection.ts';
import type { AgentLine } from './state.ts';
import { textCell, type Column } from './table-columns.ts';
import type { View } from './view-context.ts';

/** The agents. @param rows lines below the titles */
export function agentsRows(view: View, rows: number): readonly Row[] {
  const { state, columns, marks } = view;
  const list = {
    items: state.shown.agents,
    columns: withoutEmpty(agentColumns(view), state.agents),
    markOf: ({ state: agentState }: AgentLine) => agentMark(agentState, marks),
    selected: selectedIndex(keysOf(state, 'agents'), state.selection.agents),
    isFocused: state.focus === 'agents',
    empty: headerWords.noMatch,
  };
  return tableRows(list, columns, rows, marks);
}

/** What the longest would like; of those that wait only the time changes without the agents, and most wait for the same. */
const widths = oncePer((agents: readonly AgentLine[]) => {
  const states = agents.map(({ state }) => state);
  return {
    names: widest(agents.map(agentName)),
    models: widest(agents.map(({ agent }) => safeText(agent.model.ref))),
    others: widest(states.flatMap((state) => (state.state === 'waiting' ? [] : [usesWords(state, 0)]))),
    waits: new Set(states.flatMap((state) => (state.state === 'waiting' ? [state.until] : []))),
  };
});

/** In the order shown; the priorities say which give way first on a narrow screen: the last one does. */
export function agentColumns({ state }: View): readonly Column<AgentLine>[] {
  const { now } = state;
  const { names, models, others, waits } = widths(state.agents);
  const uses = Math.max(others, widest(Array.from(waits, (until) => waitingWords(until, now))));
  return [
    { id: 'agent', title: columnWords.agent, priority: 0, width: Math.max(10, Math.min(24, names)), least: 8, most: names, cell: (entry) => textCell(agentName(entry)) },
    { id: 'credential', title: columnWords.credential, priority: 0, width: Math.max(17, Math.min(28, uses)), least: 17, most: uses, cell: ({ state: agentState }) => textCell(usesWords(agentState, now), agentTone(agentState)) },
    { id: 'payer', title: columnWords.payer, priority: 1, width: 12, cell: ({ credentials }) => textCell(payerWords[payerOf(credentials)]) },
    { id: 'retention', title: columnWords.retention, priority: 2, width: 5, cell: ({ route }) => textCell(retentionOf(route)) },
    { id: 'ttl', title: columnWords.ttl, priority: 3, width: 3, cell: ({ route }) => textCell(route === null || route.cacheTtl === null ? say`` : ttlWords[route.cacheTtl]) },
    { id: 'model', title: columnWords.model, priority: 4, width: Math.max(8, Math.min(34, models)), most: models, cell: ({ agent }) => textCell(safeText(agent.model.ref), 'muted') },
  ];
}

/** The setting that is in force, also when nothing can be sent just now. */
function retentionOf(route: AgentLine['route']): SafeText {
  const retention = route?.configuredRetention ?? null;
  return retention === null ? say`` : retentionWords[retention];
}

export function agentName({ agent }: AgentLine): SafeText {
  return agent.isDefault ? agentStateWords.defaultAgent(safeText(agent.id)) : safeText(agent.id);
}

/** The credential in use, or why there is none. */
export function usesWords(state: AgentState, now: number): SafeText {
  switch (state.state) {
    case 'ready':
      return shortName(state.chosen.source);
    case 'waiting':
      return waitingWords(state.until, now);
    case 'no-credential':
      return agentStateWords.noCredential;
    case 'blocked':
      return agentStateWords.blocked;
    case 'not-read':
      return agentStateWords.notRead;
    case 'other-provider':
      return agentStateWords.otherProvider;
  }
}

function waitingWords(until: number, now: number): SafeText {
  return agentStateWords.waiting(countdownWords(until - now));
}

const tones: Readonly<Record<AgentState['state'], Tone>> = { ready: 'good', waiting: 'attention', 'no-credential': 'bad', blocked: 'bad', 'not-read': 'muted', 'other-provider': 'muted' };

export function agentTone({ state }: AgentState): Tone {
  return tones[state];
}

export function agentMark(state: AgentState, marks: Marks): Span {
  const tone = agentTone(state);
  if (tone === 'good' || tone === 'attention' || tone === 'bad') return { text: marks[tone], tone };
  return { text: say`${marks.bullet}`, tone };
}
