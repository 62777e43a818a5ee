import type { GatewayPresence } from '../../src/openclaw/gateway-presence.ts';
import { joinSafe, safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth, padToWidth, truncateToWidth } from '../../src/terminal/width.ts';
import { entryName, headerWords, sortWords } from '../../src/words/dashboard.ts';
import { countdownWords } from '../../src/words/duration.ts';
import { shortPath } from '../wizard/short-path.ts';
import { widthOfSpans, type Row, type Span } from '../parts/rows.ts';
import type { DashboardState } from './state.ts';
import type { View } from './view-context.ts';

/** Which OpenClaw this is, whether it runs, and how it keeps credentials; from the end on it gives way to a narrow screen. */
export function titleLine({ snapshot, gateway }: Pick<DashboardState, 'snapshot' | 'gateway'>, columns: number): SafeText {
  const { version, layout } = snapshot.installation;
  const parts = [headerWords.version(safeText(version.text)), gatewayWords(gateway), headerWords.layout(safeText(layout))];
  for (let kept = parts.length; kept > 1; kept -= 1) {
    const text = joinSafe(parts.slice(0, kept), safeText(', '));
    if (cellWidth(text) <= columns) return text;
  }
  return truncateToWidth(parts[0] ?? say``, columns);
}

export function gatewayWords(gateway: GatewayPresence): SafeText {
  switch (gateway.state) {
    case 'listening':
      return headerWords.gateway.listening(gateway.port);
    case 'silent':
      return headerWords.gateway.silent;
    case 'remote':
      return headerWords.gateway.remote;
    case 'unknown':
      return headerWords.gateway.unknown;
  }
}

/** What comes next; a file that cannot be read is more important. At the right how the list was filtered and sorted. */
export function statusRow({ state, columns, marks }: View): Row {
  const left = lostSpans(state) ?? nextSpans(state);
  const right = listWords(state);
  const room = columns - cellWidth(right) - 2;
  if (right === '' || widthOfSpans(left) > room) return left.map((span) => ({ ...span, text: truncateToWidth(span.text, columns, marks.ellipsis) }));
  const [last] = left.slice(-1);
  const before = left.slice(0, -1);
  if (last === undefined) return [];
  const padded = padToWidth(last.text, room - widthOfSpans(before) + 2);
  return [...before, { ...last, text: padded }, { text: right, tone: 'muted' }];
}

function lostSpans({ lost, snapshot }: DashboardState): readonly Span[] | null {
  const [first] = lost;
  if (first === undefined) return null;
  const { stateDir, home } = snapshot.installation;
  const inside = `${stateDir.path}/`;
  const path = first.path.startsWith(inside) ? safeText(first.path.slice(inside.length)) : shortPath(first.path, home);
  return [{ text: first.isKept ? headerWords.unreadableKept(path) : headerWords.unreadable(path), tone: 'attention' }];
}

function nextSpans({ upcoming, now }: DashboardState): readonly Span[] {
  const label: Span = { text: say`${headerWords.next} `, tone: 'muted', isLabel: true };
  if (upcoming === null) return [label, { text: headerWords.calm, tone: 'muted' }];
  const words = upcoming.what === 'back' ? headerWords.back : headerWords.ends;
  return [label, { text: words(entryName(upcoming.entry), countdownWords(upcoming.at - now)) }];
}

function listWords({ filter, sort, shown, entries, mode }: DashboardState): SafeText {
  const sorted = sort === 'attention' ? [] : [headerWords.sorted(sortWords[sort])];
  const filtered = filter === '' || mode.name === 'filter' ? [] : [headerWords.filtered(safeText(filter), headerWords.position(shown.board.length, entries.length))];
  return joinSafe([...filtered, ...sorted], safeText(', '));
}
