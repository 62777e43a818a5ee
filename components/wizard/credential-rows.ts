import { summarise } from '../../src/anthropic/credential.ts';
import type { Candidate } from '../../src/rules/candidate.ts';
import type { AgentCredentials } from '../../src/rules/candidates.ts';
import { oncePer } from '../../src/rules/once-per.ts';
import { joinSafe, safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import { candidateName, referenceWords } from '../../src/words/candidate.ts';
import { durationWords } from '../../src/words/duration.ts';
import { standingWords } from '../../src/words/reading.ts';
import { foundWords, kindWords, typeWords } from '../../src/words/wizard.ts';
import { cell, type Row } from '../parts/rows.ts';
import type { Marks, Tone } from '../theme.ts';

/** Below this many columns a table puts its last part on a line of its own. */
const narrow = 72;

/** The agents, each with its model and the credential that OpenClaw uses for it now. */
export function agentRows(credentials: readonly AgentCredentials[], columns: number, marks: Marks): readonly Row[] {
  const names = credentials.map(({ agent }) => agentName(agent.id, agent.isDefault));
  const models = credentials.map(({ agent }) => safeText(agent.model.ref));
  const widths = [Math.min(widest(names), 26), Math.min(widest(models), 34)] as const;
  return credentials.flatMap((one, index): readonly Row[] => {
    const { agent } = one;
    const used = chosenWords(one);
    const mark = { text: say`${used.tone === 'good' ? marks.good : marks.attention} `, tone: used.tone };
    const name = cell(names[index] ?? safeText(''), widths[0]);
    const model = cell(models[index] ?? safeText(''), widths[1], 'muted');
    const credential = { text: used.text, tone: used.tone };
    return columns < narrow
      ? [[mark, name, { text: used.text, tone: used.tone }], [{ text: say`    ` }, { text: safeText(agent.model.ref), tone: 'muted' }]]
      : [[mark, name, model, credential]];
  });
}

/**
 * Every Anthropic credential in reach of one agent, in the order OpenClaw tries them, with the reason of each. Beside
 * each other where that fits; else what it is stands under its name.
 *
 * @param most how many lines can be seen: no more are made, and they look as they would among all
 */
export function candidateRows({ candidates }: AgentCredentials, columns: number, marks: Marks, now: number, most = Infinity): readonly Row[] {
  const { names, summaries, standings, waiting } = widths(candidates);
  const widestStanding = Math.max(standings, widest(waiting.map((candidate) => standingText(candidate, now))));
  const isWide = names + summaries + widestStanding + 6 <= columns;
  const rows = candidates.slice(0, most).flatMap((candidate): readonly Row[] => {
    const { mark, tone } = standingLook(candidate, marks);
    const [name, summary, standing] = [candidateName(candidate.source), candidateSummary(candidate), standingText(candidate, now)];
    const start = { text: say`${mark} `, tone };
    if (isWide) return [[start, cell(name, names), cell(summary, summaries, 'muted'), { text: standing, tone }]];
    const more = summary === '' ? standing : say`${summary}, ${standing}`;
    return [[start, { text: name }], [{ text: say`  ` }, { text: more, tone: tone === 'text' ? 'muted' : tone }]];
  });
  return rows.slice(0, most);
}

/** What the longest takes; of the standings only of those that the clock does not change. */
const widths = oncePer((candidates: readonly Candidate[]) => {
  const waiting = candidates.filter(({ standing }) => standing.state === 'waiting');
  return {
    names: widest(candidates.map(({ source }) => candidateName(source))),
    summaries: widest(candidates.map(candidateSummary)),
    standings: widest(candidates.filter(({ standing }) => standing.state !== 'waiting').map((candidate) => standingText(candidate, 0))),
    waiting,
  };
});

function standingText({ standing }: Candidate, now: number): SafeText {
  return standingWords(standing, durationWords(standing.state === 'waiting' ? standing.until - now : 0));
}

/** `API key sk-ant-api03-…wxAA`, or the little that is known. */
export function candidateSummary({ secret, reference, type }: Candidate): SafeText {
  const elsewhere = reference === null ? [] : [referenceWords(reference)];
  const typed = type === null ? [] : [typeWords[type]];
  if (secret === null) return joinSafe([...typed, ...elsewhere], safeText(' '));
  const { kind, fingerprint } = summarise(secret);
  const word = type === 'oauth' || kind === null ? typed : [kindWords[kind]];
  return joinSafe([...word, fingerprint, ...elsewhere], safeText(' '));
}

function agentName(id: string, isDefault: boolean): SafeText {
  return isDefault ? say`${safeText(id)} (${foundWords.defaultAgent})` : safeText(id);
}

function chosenWords({ agent, chosen, probed, hidden }: AgentCredentials): { readonly text: SafeText; readonly tone: Tone } {
  if (agent.model.provider !== 'anthropic') return { text: foundWords.otherProvider, tone: 'muted' };
  if (chosen === null && probed !== null) return { text: candidateName(probed.source), tone: 'attention' };
  if (chosen === null && hidden) return { text: foundWords.notRead, tone: 'muted' };
  if (chosen === null) return { text: foundWords.noCredential, tone: 'attention' };
  return { text: candidateName(chosen.source), tone: 'good' };
}

function standingLook({ standing }: Candidate, marks: Marks): { readonly mark: SafeText; readonly tone: Tone } {
  switch (standing.state) {
    case 'chosen':
      return { mark: marks.good, tone: 'good' };
    case 'next':
    case 'undecided':
      return { mark: marks.bullet, tone: 'text' };
    case 'waiting':
      return { mark: marks.attention, tone: 'attention' };
    case 'shadowed':
      return { mark: marks.bullet, tone: 'muted' };
    case 'unusable':
      return { mark: marks.bad, tone: 'bad' };
  }
}
