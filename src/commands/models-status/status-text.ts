import { masked } from '../../anthropic/credential.ts';
import type { StatusWarning } from '../../rules/agent-warnings.ts';
import type { Candidate } from '../../rules/candidate.ts';
import { expiryOf } from '../../rules/expiry.ts';
import { payerOfCandidate } from '../../rules/payer.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { millisecondsWords, secondsWords } from '../../words/amounts.ts';
import { candidateName, referenceWords } from '../../words/candidate.ts';
import { durationWords } from '../../words/duration.ts';
import { layoutReasonWords, standingWords, versionOriginWords } from '../../words/reading.ts';
import { expiryWords, payerWords, statusWords, warningWords } from '../../words/status.ts';
import { typeWords } from '../../words/wizard.ts';
import type { StyledText, TextStyle } from '../output.ts';
import type { ProbeReport, ProbeResult } from './probe-report.ts';
import type { AgentStatus, StatusFacts } from './read-status.ts';

export type StatusLine = readonly StyledText[];

interface Marks {
  readonly good: SafeText;
  readonly bad: SafeText;
  readonly waiting: SafeText;
  readonly note: SafeText;
  readonly other: SafeText;
}

const unicodeMarks: Marks = { good: say`✓`, bad: say`✗`, waiting: say`⏳`, note: say`!`, other: say`·` };
const asciiMarks: Marks = { good: say`+`, bad: say`x`, waiting: say`~`, note: say`!`, other: say`-` };

interface Look {
  readonly mark: SafeText;
  readonly style: TextStyle;
}

/** Faults: the agent cannot work, or will not as it is. The other warnings are good to know. */
const faults: ReadonlySet<StatusWarning['code']> = new Set<StatusWarning['code']>([
  'config-broken',
  'config-refused',
  'store-broken',
  'store-hidden',
  'migration-required',
  'stranded-file',
  'unmoved-store',
  'empty-after-migration',
  'shared-agent-dir',
  'no-credential',
  'expired',
  'never-used',
  'unresolved-reference',
]);

/** The status for people: one block an agent, each problem with the command that mends it. @param unicode false draws ASCII marks */
export function statusLines(facts: StatusFacts, probes: ProbeReport | null, unicode: boolean): readonly StatusLine[] {
  const marks = unicode ? unicodeMarks : asciiMarks;
  const told = new Set<string>();
  return [
    ...installationLines(facts),
    ...facts.agents.flatMap((agent) => [[], ...agentLines(facts, agent, marks, told)]),
    ...(probes === null ? [] : [[], ...probeLines(probes, marks)]),
  ];
}

function installationLines({ snapshot, shorten }: StatusFacts): readonly StatusLine[] {
  const { installation } = snapshot;
  const place = (label: SafeText, { path, exists }: { readonly path: string; readonly exists: boolean }): StatusLine => {
    const shown = safeText(shorten(path));
    return [{ text: say`  ${label}  `, style: 'dim' }, { text: exists ? shown : say`${shown} (${statusWords.missing})` }];
  };
  const title = statusWords.installation(safeText(installation.version.text), safeText(installation.layout));
  const reasons = say` (${versionOriginWords(installation.versionOrigin)}; ${layoutReasonWords(installation.layoutReason)})`;
  return [
    ...(installation.present ? [[{ text: title, style: 'bold' as const }, { text: reasons, style: 'dim' as const }]] : [[{ text: statusWords.absent }]]),
    place(say`${statusWords.stateDir} `, installation.stateDir),
    place(statusWords.config, installation.config),
  ];
}

/** @param told what other agents' blocks have said already: what all inherit from main is told once */
function agentLines(facts: StatusFacts, status: AgentStatus, marks: Marks, told: Set<string>): readonly StatusLine[] {
  const { credentials, fallbacks, payer, warnings } = status;
  const { agent, candidates } = credentials;
  const { look, state } = agentState(facts, status, marks);
  const fallback = fallbacks.length === 0 ? say`` : say`, ${statusWords.fallbacks} ${joinSafe(fallbacks.map(safeText), safeText(', '))}`;
  const isAsked = agent.model.provider === 'anthropic';
  return [
    [{ text: say`${look.mark} `, style: look.style }, { text: statusWords.agent(safeText(agent.id), agent.isDefault), style: 'bold' }, { text: say`: ` }, { text: state, style: look.style }],
    field(statusWords.model, say`${safeText(agent.model.ref)}${fallback}`),
    field(say`${statusWords.pays} `, payerWords[payer]),
    ...(isAsked && candidates.length === 0 ? [[{ text: say`  ${statusWords.nothing}`, style: 'dim' as const }]] : []),
    ...(isAsked ? candidates.flatMap((candidate) => candidateLines(facts, candidate, marks)) : []),
    ...warningBlock(warnings, agent.id, facts.now, marks, told),
  ];
}

function field(label: SafeText, value: SafeText): StatusLine {
  return [{ text: say`  ${label}  `, style: 'dim' }, { text: value }];
}

function agentState({ now }: StatusFacts, { credentials }: AgentStatus, marks: Marks): { readonly look: Look; readonly state: SafeText } {
  const { agent, candidates, chosen, probed, hidden } = credentials;
  const other: Look = { mark: marks.other, style: 'dim' };
  if (agent.model.provider !== 'anthropic') return { look: other, state: statusWords.otherProvider(safeText(agent.model.provider)) };
  if (chosen !== null) {
    return { look: { mark: marks.good, style: 'green' }, state: say`${statusWords.good}, ${statusWords.works(candidateName(chosen.source))}` };
  }
  if (hidden) return { look: other, state: statusWords.unreadable };
  const first = probed ?? candidates.find(({ standing }) => standing.state === 'waiting');
  if (first?.standing.state === 'waiting') {
    return { look: { mark: marks.waiting, style: 'yellow' }, state: statusWords.waits(candidateName(first.source), durationWords(first.standing.until - now), probed !== null) };
  }
  return { look: { mark: marks.bad, style: 'red' }, state: statusWords.cannotWork };
}

/** Name, kind, masked value, standing; under it where it lies. */
function candidateLines({ now, shorten }: StatusFacts, candidate: Candidate, marks: Marks): readonly StatusLine[] {
  const { source, secret, reference, type, standing } = candidate;
  const look = candidateLook(candidate, marks);
  const word = secret !== null && type !== 'oauth' && payerOfCandidate(candidate) === 'subscription' ? typeWords.token : typeWords[type ?? 'api_key'];
  const kind = type === null && secret === null ? [] : [word];
  const shown = [...(secret === null ? [] : [masked(secret)]), ...(reference === null ? [] : [referenceWords(reference)])];
  const expiry = expiryWords(expiryOf(candidate, now));
  const state = standingWords(standing, durationWords(standing.state === 'waiting' ? standing.until - now : 0));
  // The end of an expired one is its standing.
  const isOver = standing.state === 'unusable' && standing.because === 'expired';
  const ends = isOver && expiry !== null ? [expiry] : [state, ...(expiry === null ? [] : [expiry])];
  const details = [joinSafe([...kind, ...shown], safeText(' ')), ...ends].filter((part) => part !== '');
  const place = source.path === null ? [] : [[{ text: say`      ${safeText(shorten(source.path))}`, style: 'dim' as const }]];
  return [[{ text: say`  ${look.mark} `, style: look.style }, { text: say`${candidateName(source)}: ${joinSafe(details, safeText(', '))}` }], ...place];
}

function candidateLook({ standing }: Candidate, marks: Marks): Look {
  switch (standing.state) {
    case 'chosen':
      return { mark: marks.good, style: 'green' };
    case 'waiting':
      return { mark: marks.waiting, style: 'yellow' };
    case 'unusable':
      return { mark: marks.bad, style: 'red' };
    case 'next':
    case 'undecided':
    case 'shadowed':
      return { mark: marks.other, style: 'dim' };
  }
}

function warningBlock(warnings: readonly StatusWarning[], agentId: string, now: number, marks: Marks, told: Set<string>): readonly StatusLine[] {
  const tellingOf = (warning: StatusWarning): string => JSON.stringify(warningWords(warning, agentId, now));
  const fresh = warnings.filter((warning) => !told.has(tellingOf(warning)));
  const repeated = warnings.length - fresh.length;
  for (const warning of fresh) told.add(tellingOf(warning));
  return [
    ...fresh.flatMap((warning) => warningLines(warning, agentId, now, marks)),
    ...(repeated === 0 ? [] : [[{ text: say`  ${marks.note} ${statusWords.note}: ${statusWords.asAbove(repeated)}`, style: 'yellow' as const }]]),
  ];
}

function warningLines(warning: StatusWarning, agentId: string, now: number, marks: Marks): readonly StatusLine[] {
  const { message, advice, commands } = warningWords(warning, agentId, now);
  const isFault = faults.has(warning.code);
  const look: Look = isFault ? { mark: marks.bad, style: 'red' } : { mark: marks.note, style: 'yellow' };
  return [
    [{ text: say`  ${look.mark} ${isFault ? statusWords.bad : statusWords.note}: `, style: look.style }, { text: message }],
    ...(advice === null ? [] : [[{ text: say`      ${advice}` }]]),
    ...commands.map((command): StatusLine => [{ text: say`      ${statusWords.run} `, style: 'dim' }, { text: command }]),
  ];
}

function probeLines(report: ProbeReport, marks: Marks): readonly StatusLine[] {
  const took = secondsWords(report.durationMs / 1000);
  return [
    [{ text: say`${statusWords.probes}: `, style: 'bold' }, { text: statusWords.probed(report.totalTargets, took) }],
    ...report.results.flatMap((result) => probeResultLines(result, marks)),
  ];
}

function probeResultLines({ label, status, error, latencyMs }: ProbeResult, marks: Marks): readonly StatusLine[] {
  const look: Look = status === 'ok' ? { mark: marks.good, style: 'green' } : { mark: marks.bad, style: 'red' };
  const took = latencyMs === undefined ? say`` : say`, ${millisecondsWords(latencyMs)}`;
  return [
    [{ text: say`  ${look.mark} `, style: look.style }, { text: say`${safeText(label)}: ${safeText(status)}${took}` }],
    ...(error === undefined ? [] : [[{ text: say`      ${safeText(error)}` }]]),
  ];
}
