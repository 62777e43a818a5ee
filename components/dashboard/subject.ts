import { agentWarnings, credentialWarnings, type StatusWarning } from '../../src/rules/agent-warnings.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import type { AgentCredentials } from '../../src/rules/candidates.ts';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { entryName } from '../../src/words/dashboard.ts';
import { agentMeaning, entryMeaning, plainAgentMeaning, plainEntryMeaning } from '../../src/words/dashboard-meaning.ts';
import { warningWords, type WarningWords } from '../../src/words/status.ts';
import type { Span } from '../parts/rows.ts';
import { agentMark, agentName } from './agents-rows.ts';
import { attentionMark } from './board-rows.ts';
import { selectedAgent, selectedEntry } from './selection.ts';
import type { DashboardState } from './state.ts';
import type { View } from './view-context.ts';

/** What the selected line is about. */
export interface Subject {
  readonly mark: Span;
  readonly name: SafeText;
  readonly meaning: SafeText;
  /** The same without the key that helps. */
  readonly plainMeaning: SafeText;
}

/** A warning in words, with its stable name. */
export interface SubjectWarning extends WarningWords {
  readonly code: StatusWarning['code'];
}

/** Null in an empty table. */
export function subjectOf({ state, marks }: View): Subject | null {
  if (state.focus === 'agents') {
    const agent = selectedAgent(state);
    return agent === null ? null : { mark: agentMark(agent.state, marks), name: agentName(agent), meaning: agentMeaning(agent, state.now), plainMeaning: plainAgentMeaning(agent, state.now) };
  }
  const entry = selectedEntry(state);
  return entry === null ? null : { mark: attentionMark(entry.attention, marks), name: entryName(entry), meaning: entryMeaning(entry, state.now), plainMeaning: plainEntryMeaning(entry, state.now) };
}

/** What is to be known about the selected line beyond its state, the worst first, with the commands that mend it. */
export function subjectWarnings(state: DashboardState): readonly SubjectWarning[] {
  const { snapshot, now } = state;
  if (state.focus === 'agents') {
    const agent = selectedAgent(state);
    return agent === null ? [] : inWords(agentWarnings(snapshot, agent.credentials, now), agent.credentials, now);
  }
  const entry = selectedEntry(state);
  const credentials = entry === null ? null : credentialsOf(entry, state);
  return entry === null || credentials === null ? [] : inWords(credentialWarnings(snapshot, credentials, entry.source, now), credentials, now);
}

function inWords(warnings: readonly StatusWarning[], { agent }: AgentCredentials, now: number): readonly SubjectWarning[] {
  return warnings.map((warning) => ({ ...warningWords(warning, agent.id, now), code: warning.code }));
}

/** Those of an agent for which the credential stands as the line says. */
function credentialsOf({ standings, standing }: BoardEntry, { agents }: DashboardState): AgentCredentials | null {
  const same = standings.find((one) => one.standing === standing) ?? standings[0];
  const id = same?.agents[0]?.id;
  return agents.find(({ agent }) => agent.id === id)?.credentials ?? null;
}
