import { summarise } from '../../src/anthropic/credential.ts';
import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import { payerOf } from '../../src/rules/payer.ts';
import { joinSafe, safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { entryName, headerWords, overlayWords, payerWords, stateWords } from '../../src/words/dashboard.ts';
import { linearWords } from '../../src/words/linear.ts';
import { checkWords } from '../../src/words/wizard.ts';
import { agentMark, agentName, usesWords } from '../dashboard/agents-rows.ts';
import { attentionMark, remaining, typeOf } from '../dashboard/board-rows.ts';
import { canSaveAnyway } from '../dashboard/actions/rotation.ts';
import { commandRows, detailRows } from '../dashboard/detail-rows.ts';
import { statusRow, titleLine } from '../dashboard/header-rows.ts';
import { bindings, eventOf } from '../dashboard/keymap.ts';
import { selectedAgent, selectedEntry } from '../dashboard/selection.ts';
import type { AgentLine, DashboardEvent, DashboardState, TableName } from '../dashboard/state.ts';
import { trustChoices, trustRows } from '../dashboard/trust.ts';
import { actionPart } from './action-part.ts';
import { line } from '../parts/rows.ts';
import { outcomeRows } from '../wizard/check-rows.ts';
import { choice, lineCells, type Answer, type LetterAnswer, type Page, type Question } from './page.ts';
import { noKey } from './no-key.ts';
import { wordMarks } from './word-marks.ts';

type StatusPage = Page<DashboardEvent>;
type Part = Pick<StatusPage, 'key' | 'rows' | 'question'>;

/** The dashboard in lines: numbers open a profile or an agent, letters do what they do on the screen. */
export function statusPage(state: DashboardState): StatusPage {
  // Beyond the tables the first row says what it is about.
  const isTop = state.mode.name === 'tables';
  return { title: isTop ? titleLine(state, lineCells) : say``, ...partOf(state) };
}

function partOf(state: DashboardState): Part {
  const view = { state, columns: lineCells, marks: wordMarks };
  const { mode } = state;
  switch (mode.name) {
    // Typing a filter or looking at the keys has no page of its own here: both are ways to see a screen.
    case 'tables':
    case 'filter':
    case 'help':
      return { key: ['tables', state.sort], rows: [statusRow(view)], question: { ...lists(state), letters: lettersOf(state) } };
    case 'detail':
      return { key: ['detail', selectedKey(state)], rows: detailRows(view), question: choice<DashboardEvent>([], lettersOf(state)) };
    case 'command':
      return { key: ['command', selectedKey(state)], rows: commandRows(view), question: choice<DashboardEvent>([], lettersOf(state)) };
    case 'trust':
      return { key: ['trust'], rows: trustRows(state, lineCells, wordMarks), question: choice(trustChoices(state).map(({ event, ...item }) => ({ ...item, events: [event] }))) };
    case 'check':
      return checkPart(state, mode.entry);
    case 'actions':
    case 'secret':
    case 'lifetime':
    case 'rename':
    case 'copy':
    case 'review':
      return actionPart(state, mode);
  }
}

function checkPart(state: DashboardState, entry: BoardEntry): Part {
  const { mode } = state;
  if (mode.name !== 'check' || mode.run.state === 'running') {
    const place = checkWords.title(classifyBaseUrl(state.snapshot.baseUrl).shown);
    return { key: ['check', state.checks, 'running'], rows: [line(overlayWords.check(entryName(entry))), line(place), line(linearWords.escapeCancels)], question: { kind: 'wait' } };
  }
  const label = canSaveAnyway(mode) ? linearWords.answers.anotherSecret : linearWords.answers.continue;
  const onward = mode.purpose.for === 'look' ? [] : [{ label, events: [{ type: 'continue' as const }] }];
  return { key: ['check', mode.id, 'finished'], rows: outcomeRows(mode.run.report, 'message', state.now, lineCells, wordMarks), question: choice<DashboardEvent>(onward, lettersOf(state)) };
}

function selectedKey(state: DashboardState): string | null {
  return state.focus === 'board' ? (selectedEntry(state)?.key ?? null) : (selectedAgent(state)?.agent.id ?? null);
}

function lists(state: DashboardState): Extract<Question<DashboardEvent>, { readonly kind: 'choice' }> {
  const { board, agents } = state.shown;
  return {
    kind: 'choice',
    groups: [
      { heading: board.length === 0 ? headerWords.noProfiles : linearWords.profiles(board.length), answers: board.map((entry, index) => opens('board', index, entrySentence(entry, state.now), state)) },
      { heading: linearWords.agents(agents.length), answers: agents.map((agent, index) => opens('agents', index, agentSentence(agent, state.now), state)) },
    ],
    letters: [],
  };
}

/** The same keys as on the screen: into the table, to its first line, down, and Enter. */
function opens(table: TableName, index: number, label: SafeText, { focus }: DashboardState): Answer<DashboardEvent> {
  const into: readonly DashboardEvent[] = focus === table ? [] : [{ type: 'switch' }];
  return { label, events: [...into, { type: 'move', lines: -Infinity }, { type: 'move', lines: index }, { type: 'detail' }] };
}

/** `OK: anthropic:default, API key sk-ant-…wxAA, in use, used by main`. */
export function entrySentence(entry: BoardEntry, now: number): SafeText {
  const { secret, usedBy, attention } = entry;
  const fingerprint = secret === null ? say`` : summarise(secret).fingerprint;
  const users = usedBy.length === 0 ? say`` : linearWords.usedBy(joinSafe(usedBy.slice(0, 4).map(safeText), say`, `), Math.max(0, usedBy.length - 4));
  const parts = [entryName(entry), say`${typeOf(entry)} ${fingerprint}`, stateWords(entry.standing, remaining(entry, now)), users];
  return say`${markText(attentionMark(attention, wordMarks).text)}${joined(parts)}`;
}

function agentSentence(agent: AgentLine, now: number): SafeText {
  const { state, credentials, route } = agent;
  const retention = route?.configuredRetention ?? null;
  const cache = retention === null ? say`` : linearWords.cache(safeText(retention));
  const parts = [agentName(agent), usesWords(state, now), payerWords[payerOf(credentials)], cache, safeText(agent.agent.model.ref)];
  return say`${markText(agentMark(state, wordMarks).text)}${joined(parts)}`;
}

/** Nothing where there is nothing to say: a dash is not read. */
function markText(mark: SafeText): SafeText {
  return mark === wordMarks.bullet ? say`` : say`${mark} `;
}

function joined(parts: readonly SafeText[]): SafeText {
  return joinSafe(parts.map((part) => safeText(part.trim())).filter((part) => part !== ''), say`, `);
}

/** What only a screen can show, and what `b` and `q` do anyway. */
const onlyOnScreens: ReadonlySet<DashboardEvent['type']> = new Set(['filter', 'help', 'leave', 'back', 'switch']);

function lettersOf(state: DashboardState): readonly LetterAnswer<DashboardEvent>[] {
  return bindings.flatMap(({ keys, label, when }) => {
    // What acts on the selected line is offered where that line was opened: in a list read aloud none is selected.
    const isForLine = state.mode.name === 'tables' && when({ ...state, mode: { name: 'detail' } });
    const isHere = when(state) && !isForLine;
    const event = isHere && keys.length === 1 ? eventOf(state, { input: keys, key: noKey, page: 1 }) : null;
    return event === null || onlyOnScreens.has(event.type) ? [] : [{ letter: keys, label: label.long, events: [event] }];
  });
}
