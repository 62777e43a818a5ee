import type { BoardEntry } from '../../src/rules/board.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { entryName, headerWords, stateWords } from '../../src/words/dashboard.ts';
import { linearWords } from '../../src/words/linear.ts';
import { agentName, usesWords } from '../dashboard/agents-rows.ts';
import { remaining } from '../dashboard/board-rows.ts';
import { gatewayWords } from '../dashboard/header-rows.ts';
import type { AgentLine, DashboardEvent, DashboardState } from '../dashboard/state.ts';
import { line, type Row } from '../parts/rows.ts';
import { shortPath } from '../wizard/short-path.ts';
import { checkNews } from './check-news.ts';
import type { LinearView } from './page.ts';
import { entrySentence, statusPage } from './status-page.ts';

/** The dashboard in lines. */
export const linearStatus: LinearView<DashboardState, DashboardEvent> = {
  page: statusPage,
  news: statusNews,
  back: { type: 'back' },
  leave: { type: 'leave' },
};

/** What changed by itself: profiles that came, went or stand otherwise, agents that use something else, the gateway, files. */
export function statusNews(before: DashboardState, after: DashboardState): readonly Row[] {
  const sentences = [...profileNews(before, after), ...agentNews(before, after), ...gatewayNews(before, after), ...fileNews(before, after), ...noticeOf(before, after)];
  return [...sentences.flatMap((sentence) => [line(sentence)]), ...stepNews(before, after)];
}

function profileNews(before: DashboardState, after: DashboardState): readonly SafeText[] {
  const known = new Map(before.entries.map((entry) => [entry.key, entry]));
  const present = new Set(after.entries.map(({ key }) => key));
  const gone = before.entries.filter(({ key }) => !present.has(key)).map((entry) => linearWords.news.gone(entryName(entry)));
  return [...after.entries.flatMap((entry) => entryNews(known.get(entry.key), entry, after.now)), ...gone];
}

function entryNews(before: BoardEntry | undefined, after: BoardEntry, now: number): readonly SafeText[] {
  if (before === undefined) return [linearWords.news.added(entrySentence(after, now))];
  // Without the time that is left: a countdown is no news.
  const was = safeText(stateWords(before.standing, say``).trim());
  if (was === stateWords(after.standing, say``).trim()) return [];
  return [linearWords.news.state(entryName(after), stateWords(after.standing, remaining(after, now)), was)];
}

function agentNews(before: DashboardState, after: DashboardState): readonly SafeText[] {
  const known = new Map(before.agents.map((agent) => [agent.agent.id, agent]));
  return after.agents.flatMap((agent) => {
    const was = known.get(agent.agent.id);
    if (was === undefined) return [linearWords.news.newAgent(agentName(agent), usesWords(agent.state, after.now))];
    return sameUse(was, agent) ? [] : [linearWords.news.agent(agentName(agent), usesWords(agent.state, after.now))];
  });
}

function sameUse({ state: one }: AgentLine, { state: other }: AgentLine): boolean {
  return one.state === other.state && (one.state !== 'ready' || usesWords(one, 0) === usesWords(other, 0));
}

function gatewayNews({ gateway: was }: DashboardState, { gateway }: DashboardState): readonly SafeText[] {
  return was.state === gateway.state ? [] : [linearWords.news.now(gatewayWords(gateway))];
}

function fileNews(before: DashboardState, { lost, snapshot }: DashboardState): readonly SafeText[] {
  const known = new Set(before.lost.map(({ path }) => path));
  return lost.filter(({ path }) => !known.has(path)).map(({ path }) => headerWords.unreadable(shortPath(path, snapshot.installation.home)));
}

/** The short answer to the last key. */
function noticeOf({ notice: was }: DashboardState, { notice }: DashboardState): readonly SafeText[] {
  return notice === null || notice === was ? [] : [notice];
}

function stepNews({ mode: was }: DashboardState, { mode }: DashboardState): readonly Row[] {
  return mode.name === 'check' ? checkNews(was.name === 'check' && was.id === mode.id ? was.run : null, mode.run) : [];
}
