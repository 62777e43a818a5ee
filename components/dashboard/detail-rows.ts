import { summarise } from '../../src/anthropic/credential.ts';
import type { UsageStats } from '../../src/openclaw/snapshot.ts';
import { effectiveConfig } from '../../src/rules/agents.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import { waitingOf, type Waiting } from '../../src/rules/cooldown.ts';
import { cooldownSettings, failureKind, nextFailure } from '../../src/rules/cooldown-ladder.ts';
import { expiryOf } from '../../src/rules/expiry.ts';
import { payerOf } from '../../src/rules/payer.ts';
import { anthropic } from '../../src/rules/provider-id.ts';
import { pathOf } from '../../src/rules/store-merge.ts';
import { joinSafe, safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { truncateToWidth, widest } from '../../src/terminal/width.ts';
import { referenceWords } from '../../src/words/candidate.ts';
import { dateWords } from '../../src/words/date.ts';
import { detailWords, payerWords, reasonWords, stateWords, verdictWords } from '../../src/words/dashboard.ts';
import { agoWords, countdownWords } from '../../src/words/duration.ts';
import { waitWords } from '../../src/words/duration.ts';
import { candidateRows } from '../wizard/credential-rows.ts';
import { shortPath } from '../wizard/short-path.ts';
import { blankRow, heading, labelled, marked, wrapped, type Row } from '../parts/rows.ts';
import { remaining, typeOf } from './board-rows.ts';
import { selectedAgent, selectedEntry } from './selection.ts';
import type { AgentLine } from './state.ts';
import { subjectOf, subjectWarnings, type SubjectWarning } from './subject.ts';
import type { View } from './view-context.ts';

/** How many agents are named before they are only counted. */
const mostNamed = 4;

/** Warnings that say no more than the meaning of the state does; the commands that go with them are under `y`. */
const explained: ReadonlySet<SubjectWarning['code']> = new Set(['no-credential', 'all-waiting', 'expired', 'expires-soon', 'never-used']);

type Field = readonly [label: SafeText, value: SafeText];

/** One line: what the selected line means. */
export function summaryRow(view: View): Row {
  const { state, columns, marks } = view;
  if (state.notice !== null) return [{ text: truncateToWidth(state.notice, columns, marks.ellipsis), tone: 'attention' }];
  const subject = subjectOf(view);
  if (subject === null) return blankRow;
  return [subject.mark, { text: truncateToWidth(say` ${subject.meaning}`, columns - 1, marks.ellipsis), tone: 'muted' }];
}

/** All that is known about the selected line. @param most how many lines can be seen; no more are made of what is long */
export function detailRows(view: View, most = Infinity): readonly Row[] {
  const { state, columns, marks } = view;
  const notice = state.notice === null ? [] : wrapped(state.notice, columns, 'attention');
  const subject = subjectOf(view);
  if (subject === null) return notice;
  const more = subjectWarnings(state).filter(({ code }) => !explained.has(code));
  const warnings = more.flatMap(({ message }) => marked({ text: marks.attention, tone: 'attention' }, message, columns));
  return [
    [subject.mark, { text: say` ${truncateToWidth(subject.name, columns - 2, marks.ellipsis)}`, bold: true }],
    ...notice,
    ...wrapped(subject.meaning, columns),
    ...warnings,
    ...factRows(view, most),
  ].slice(0, most);
}

/** What mends the selected line: what it means, then each trouble with its commands. */
export function commandRows(view: View): readonly Row[] {
  const { columns } = view;
  const subject = subjectOf(view);
  if (subject === null) return [];
  const commands = subjectWarnings(view.state).flatMap((warning) => [
    blankRow,
    ...wrapped(warning.message, columns),
    ...(warning.advice === null ? [] : wrapped(warning.advice, columns, 'muted')),
    ...warning.commands.flatMap((command) => wrapped(command, columns, 'accent')),
  ]);
  const nothing = commands.length === 0 ? [blankRow, ...wrapped(detailWords.nothingToMend, columns, 'muted')] : [];
  return [...marked(subject.mark, subject.name, columns, 'text', true), ...wrapped(subject.plainMeaning, columns), ...commands, ...nothing];
}

function factRows(view: View, most: number): readonly Row[] {
  if (view.state.focus === 'agents') {
    const agent = selectedAgent(view.state);
    return agent === null ? [] : agentFacts(agent, view, most);
  }
  const entry = selectedEntry(view.state);
  return entry === null ? [] : fieldRows(entryFields(entry, view), view);
}

function agentFacts(entry: AgentLine, view: View, most: number): readonly Row[] {
  const { state, columns, marks } = view;
  const { agent, credentials } = entry;
  const { home } = state.snapshot.installation;
  const store = shortPath(pathOf(agent.store), home);
  const payer = payerWords[payerOf(credentials)];
  const fields: readonly Field[] = [
    [detailWords.model, safeText(agent.model.ref)],
    ...(payer === '' ? [] : [[detailWords.payer, payer] as const]),
    [detailWords.store, agent.store.state === 'missing' ? detailWords.inherits(store) : store],
  ];
  if (credentials.candidates.length === 0) return fieldRows(fields, view);
  return [...fieldRows(fields, view), blankRow, heading(detailWords.candidates), ...candidateRows(credentials, columns, marks, state.now, most)];
}

function entryFields(entry: BoardEntry, view: View): readonly Field[] {
  const { state } = view;
  const { now } = state;
  const { secret, reference, displayName, stats } = entry;
  const verdict = state.verdicts.get(entry.key);
  return [
    [detailWords.type, joinSafe([typeOf(entry), ...(secret === null ? [] : [summarise(secret).fingerprint]), ...(reference === null ? [] : [referenceWords(reference)])], safeText(' '))],
    ...(displayName === null ? [] : [[detailWords.name, safeText(displayName)] as const]),
    [detailWords.place, placeOf(entry, view)],
    [detailWords.agents, agentsOf(entry)],
    ...otherStates(entry, now),
    ...expiryFields(entry, now),
    ...(stats === null ? [] : statsFields(stats, now)),
    ...(entry.source.from === 'profile' && entry.attention !== 'broken' && entry.attention !== 'idle' ? [nextFailureField(entry, view)] : []),
    ...(verdict === undefined ? [] : [[detailWords.verdict, detailWords.verdictAgo(verdictWords[verdict.verdict], ago(verdict.at, now))] as const]),
  ];
}

function fieldRows(fields: readonly Field[], { columns }: View): readonly Row[] {
  const width = widest(fields.map(([label]) => label));
  return fields.flatMap(([label, value]) => (value === '' ? [] : labelled(label, value, width, columns)));
}

function placeOf({ source }: BoardEntry, { state }: View): SafeText {
  const path = source.path;
  return path === null ? detailWords.fromEnvironment : shortPath(path, state.snapshot.installation.home);
}

function agentsOf({ usedBy, reach }: BoardEntry): SafeText {
  if (usedBy.length === 0) return detailWords.noAgent(reach);
  const names = joinSafe(usedBy.slice(0, mostNamed).map(safeText), safeText(', '));
  return usedBy.length > mostNamed ? detailWords.usedByMany(names, usedBy.length - mostNamed) : detailWords.usedBy(names);
}

/** Where agents differ: how it stands for the others than those whose state is shown. */
function otherStates({ standings, standing }: BoardEntry, now: number): readonly Field[] {
  return standings
    .filter((other) => other.standing.state !== standing.state)
    .map(({ agents, standing: other }) => {
      const names = agents.slice(0, mostNamed).map(({ id }) => safeText(id));
      const list = joinSafe(agents.length > mostNamed ? [...names, say`…`] : names, safeText(', '));
      return [detailWords.elsewhere, detailWords.forAgents(list, stateWords(other, remaining({ standing: other }, now)))] as const;
    });
}

function expiryFields({ type, expires }: BoardEntry, now: number): readonly Field[] {
  const expiry = expiryOf({ type, expires }, now);
  if (expiry.state === 'static') return [];
  if (expiry.state === 'none-recorded' || expires === null) return [[detailWords.expiry, detailWords.noEnd]];
  const date = Math.abs(expires) <= 8.64e15 ? dateWords(expires) : safeText(String(expires));
  return [[detailWords.expiry, expiry.state === 'expired' ? detailWords.ended(date) : detailWords.ends(date, countdownWords(expiry.remainingMs))]];
}

function statsFields(stats: UsageStats, now: number): readonly Field[] {
  const { errorCount, failureCounts, lastFailureAt } = stats;
  const lastUsed = stats.lastUsed ?? stats.lastProbeAt;
  const waiting = waitingOf(stats, now);
  const reasons = [...failureCounts].map(([reason, count]) => detailWords.reasonCount(reasonWords(reason), count));
  return [
    ...(waiting === null || waiting.model === null ? [] : [[detailWords.oneModel, oneModelWords(waiting, waiting.model, now)] as const]),
    ...(errorCount === 0 ? [] : [[detailWords.errors, detailWords.failures(errorCount, joinSafe(reasons, safeText(', ')))] as const]),
    // OpenClaw often clears the rest of a failure at once, and leaves its time.
    ...(lastFailureAt === null ? [] : [[detailWords.lastFailure, ago(lastFailureAt, now)] as const]),
    ...(lastUsed === null ? [] : [[detailWords.lastUsed, ago(lastUsed, now)] as const]),
  ];
}

/** All other models still work, which the word cooldown alone would hide. */
function oneModelWords({ until, reason }: Waiting, model: string, now: number): SafeText {
  return detailWords.oneModelWaits(safeText(model), countdownWords(until - now), reason === null ? null : reasonWords(reason));
}

/** What one more failure would cost. */
function nextFailureField({ stats, standing }: BoardEntry, { state }: View): Field {
  const kind = failureKind(standing.state === 'waiting' ? standing.reason : null);
  const next = nextFailure(stats, kind, cooldownSettings(effectiveConfig(state.snapshot.config), anthropic, state.snapshot.installation.version), state.now);
  return [detailWords.nextFailure, detailWords.nextFailureCosts(waitWords(next.durationMs))];
}

function ago(time: number, now: number): SafeText {
  const elapsed = now - time;
  return elapsed < 60_000 ? detailWords.justNow : detailWords.ago(agoWords(elapsed));
}

