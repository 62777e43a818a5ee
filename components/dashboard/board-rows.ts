import { summarise } from '../../src/anthropic/credential.ts';
import type { Attention } from '../../src/rules/attention.ts';
import type { BoardEntry } from '../../src/rules/board.ts';
import { expiryOf } from '../../src/rules/expiry.ts';
import { oncePer } from '../../src/rules/once-per.ts';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import { cellWords, columnWords, entryName, headerWords, reasonWords, stateWords, verdictWords } from '../../src/words/dashboard.ts';
import { referenceWords } from '../../src/words/candidate.ts';
import { agoWords, countdownWords } from '../../src/words/duration.ts';
import { kindWords, typeWords } from '../../src/words/wizard.ts';
import type { Row, Span } from '../parts/rows.ts';
import type { Marks, Tone } from '../theme.ts';
import { countdownBar } from './countdown-bar.ts';
import { tableRows, withoutEmpty } from './list-rows.ts';
import { keysOf, selectedIndex } from './selection.ts';
import type { DashboardState } from './state.ts';
import { textCell, type Column } from './table-columns.ts';
import type { View } from './view-context.ts';

const barCells = 10;

/** The profiles. @param rows lines below the titles */
export function boardRows(view: View, rows: number): readonly Row[] {
  const { state, columns, marks } = view;
  const items = state.shown.board;
  const list = {
    items,
    columns: withoutEmpty(boardColumns(view), state.entries),
    markOf: ({ attention }: BoardEntry) => attentionMark(attention, marks),
    selected: selectedIndex(keysOf(state, 'board'), state.selection.board),
    isFocused: state.focus === 'board',
    empty: state.filter === '' ? headerWords.noProfiles : headerWords.noMatch,
  };
  return tableRows(list, columns, rows, marks);
}

const widestName = oncePer((entries: readonly BoardEntry[]) => widest(entries.map(entryName)));

/**
 * In the order shown: what a credential is, then how it stands. What changes each second stands behind what never does, so
 * that little is written to the terminal. The priorities say which give way first on a narrow screen: the last one does.
 */
export function boardColumns({ state, marks }: View): readonly Column<BoardEntry>[] {
  const { now } = state;
  const names = widestName(state.entries);
  return [
    { id: 'profile', title: columnWords.profile, priority: 0, width: Math.max(12, Math.min(28, names)), least: 10, most: names, cell: (entry) => textCell(entryName(entry)) },
    { id: 'type', title: columnWords.type, priority: 4, width: 11, cell: (entry) => textCell(typeOf(entry), 'muted') },
    { id: 'fingerprint', title: columnWords.fingerprint, priority: 9, width: 20, cell: ({ secret, reference }) => textCell(secret === null ? (reference === null ? say`` : referenceWords(reference)) : summarise(secret).fingerprint, 'muted') },
    { id: 'state', title: columnWords.state, priority: 0, width: 17, cell: (entry) => textCell(stateWords(entry.standing, remaining(entry, now)), attentionTone(entry.attention)) },
    { id: 'bar', title: say``, priority: 1, width: barCells, cell: (entry) => barCell(entry, now, marks) },
    { id: 'agents', title: columnWords.agents, priority: 2, width: 6, align: 'right', cell: ({ usedBy }) => textCell(cellWords.count(usedBy.length)) },
    { id: 'reason', title: columnWords.reason, priority: 5, width: 11, cell: ({ standing }) => textCell(standing.state === 'waiting' && standing.reason !== null ? reasonWords(standing.reason) : say``) },
    { id: 'ends', title: columnWords.expiry, priority: 6, width: 10, cell: (entry) => endsCell(entry, now) },
    { id: 'errors', title: columnWords.errors, priority: 7, width: 6, align: 'right', cell: ({ stats }) => textCell(cellWords.count(stats?.errorCount ?? 0)) },
    { id: 'used', title: columnWords.lastUsed, priority: 8, width: 6, align: 'right', cell: ({ stats }) => textCell(stats?.lastUsed === null || stats === null ? say`` : agoWords(now - stats.lastUsed), 'muted') },
    { id: 'verdict', title: columnWords.verdict, priority: 3, width: 12, isEmpty: !isChecked(state), cell: ({ key }) => verdictCell(state.verdicts.get(key)?.verdict) },
  ];
}

/** True when any of the credentials was checked in this run. */
function isChecked({ entries, verdicts }: DashboardState): boolean {
  return verdicts.size > 0 && entries.some(({ key }) => verdicts.has(key));
}

/** The mark says the same as the colour. */
export function attentionMark(attention: Attention, marks: Marks): Span {
  const tone = attentionTone(attention);
  if (tone === 'bad' || tone === 'attention' || tone === 'good') return { text: marks[tone], tone };
  return { text: marks.bullet, tone };
}

const tones: Readonly<Record<Attention, Tone>> = {
  broken: 'bad',
  disabled: 'attention',
  cooling: 'attention',
  ending: 'attention',
  used: 'good',
  spare: 'text',
  idle: 'muted',
};

export function attentionTone(attention: Attention): Tone {
  return tones[attention];
}

/** How long it still waits, as a clock shows it. */
export function remaining({ standing }: Pick<BoardEntry, 'standing'>, now: number): SafeText {
  return countdownWords(standing.state === 'waiting' ? standing.until - now : 0);
}

/** What kind of credential it is; for what lies in no store its own form tells. */
export function typeOf({ type, secret }: Pick<BoardEntry, 'type' | 'secret'>): SafeText {
  if (type !== null) return typeWords[type];
  const kind = secret === null ? null : summarise(secret).kind;
  return kind === null ? say`` : kindWords[kind];
}

function barCell({ standing, stats }: BoardEntry, now: number, marks: Marks): readonly Span[] {
  if (standing.state !== 'waiting') return textCell(say``);
  return countdownBar({ kind: standing.kind, until: standing.until, since: stats?.lastFailureAt ?? null }, now, barCells, marks);
}

function endsCell({ type, expires }: BoardEntry, now: number): readonly Span[] {
  const expiry = expiryOf({ type, expires }, now);
  switch (expiry.state) {
    case 'static':
      return textCell(say``);
    case 'none-recorded':
      return textCell(cellWords.noEnd, 'muted');
    case 'expired':
      return textCell(cellWords.ended, 'bad');
    default:
      return textCell(countdownWords(expiry.remainingMs), expiry.state === 'ok' ? 'text' : 'attention');
  }
}

function verdictCell(verdict: keyof typeof verdictWords | undefined): readonly Span[] {
  if (verdict === undefined) return textCell(say``);
  const tone = verdict === 'valid' ? 'good' : verdict === 'rejected' || verdict === 'refused' ? 'bad' : 'attention';
  return textCell(verdictWords[verdict], tone);
}
