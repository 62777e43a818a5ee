import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import { describeObstacle } from '../../src/words/obstacle.ts';
import { layoutReasonWords, versionOriginWords } from '../../src/words/reading.ts';
import { foundWords, obstacleWords } from '../../src/words/wizard.ts';
import { blankRow, heading, labelled, line, marked, wrapped, wrapText, type Row } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';
import { agentRows, candidateRows } from './credential-rows.ts';
import { shortPath } from './short-path.ts';
import type { WizardFacts } from './state.ts';

/** The whole first screen: where OpenClaw is, its agents, and every Anthropic credential in reach. */
export function foundRows(facts: WizardFacts, columns: number, marks: Marks): readonly Row[] {
  return [
    ...obstacleRows(facts, columns, marks),
    ...installationRows(facts, columns),
    blankRow,
    ...agentBlock(facts, columns, marks),
    blankRow,
    ...credentialBlock(facts, columns, marks),
  ];
}

function obstacleRows({ obstacle, snapshot }: WizardFacts, columns: number, marks: Marks): readonly Row[] {
  if (obstacle === null) return [];
  const { title, advice } = describeObstacle(obstacle, snapshot);
  return [
    ...marked({ text: marks.attention, tone: 'attention' }, obstacleWords.readOnly, columns, 'attention'),
    ...wrapped(title, columns),
    ...wrapped(advice, columns, 'muted'),
    blankRow,
  ];
}

function installationRows({ snapshot }: WizardFacts, columns: number): readonly Row[] {
  const { installation } = snapshot;
  if (!installation.present) {
    return [...wrapped(foundWords.absent, columns), ...wrapped(foundWords.absentAdvice, columns, 'muted'), ...placeRows(snapshot, columns)];
  }
  const version = foundWords.version(safeText(installation.version.text), versionOriginWords(installation.versionOrigin));
  return [...wrapText(version, columns).map(heading), ...placeRows(snapshot, columns)];
}

function placeRows({ installation, config, baseUrl }: WizardFacts['snapshot'], columns: number): readonly Row[] {
  const place = (path: string, exists: boolean): SafeText => {
    const short = shortPath(path, installation.home);
    return exists ? short : say`${short} (${foundWords.missing})`;
  };
  const entries: readonly (readonly [SafeText, SafeText])[] = [
    [foundWords.stateDir, place(installation.stateDir.path, installation.stateDir.exists)],
    [foundWords.config, place(installation.config.path, config.state !== 'missing')],
    [foundWords.layout, say`${safeText(installation.layout)}: ${layoutReasonWords(installation.layoutReason)}`],
    ...(baseUrl === null ? [] : [[foundWords.baseUrl, classifyBaseUrl(baseUrl).shown] as const]),
  ];
  const width = widest(entries.map(([label]) => label));
  return entries.flatMap(([label, value]) => labelled(label, value, width, columns));
}

function agentBlock({ credentials }: WizardFacts, columns: number, marks: Marks): readonly Row[] {
  return [heading(foundWords.agents), ...agentRows(credentials, columns, marks)];
}

/** The default agent's view; the other agents' choices stand in the block above. */
function credentialBlock(facts: WizardFacts, columns: number, marks: Marks): readonly Row[] {
  const own = facts.credentials.find(({ agent }) => agent.isDefault) ?? facts.credentials[0];
  if (own === undefined || own.candidates.length === 0) {
    return [heading(foundWords.credentials), line(foundWords.none, 'muted')];
  }
  const title = facts.credentials.length > 1 ? foundWords.credentialsOf(safeText(own.agent.id)) : foundWords.credentials;
  return [...wrapText(title, columns).map(heading), ...candidateRows(own, columns, marks, facts.snapshot.takenAt)];
}
