import { turnsOf } from '../../src/rules/candidates.ts';
import { gatewayEffect } from '../../src/rules/gateway-reload.ts';
import { servedAgents } from '../../src/rules/served-agents.ts';
import { supports } from '../../src/rules/versions.ts';
import { joinSafe, safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { overwrittenWords } from '../../src/words/changes.ts';
import { commandWords, lossWords } from '../../src/words/openclaw-program.ts';
import { doneWords } from '../../src/words/wizard.ts';
import { blankRow, heading, marked, wrapped, wrapText, type Row } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';
import { agentRows } from './credential-rows.ts';
import { shortPath } from './short-path.ts';
import type { Screen, WizardFacts } from './state.ts';

type DoneScreen = Extract<Screen, { readonly name: 'done' }>;

/** Which agents the credential serves now, what a running gateway does, and where the old texts are. */
export function doneRows(facts: WizardFacts, screen: DoneScreen, columns: number, marks: Marks): readonly Row[] {
  const { wish, files, durable, byProgram, loss } = screen;
  const { home } = facts.snapshot.installation;
  const served = servedAgents(facts.credentials, wish.profileId, wish.credential.secret).length;
  const backups = files.flatMap(({ backup }) => (backup === null ? [] : marked({ text: marks.bullet, tone: 'muted' }, shortPath(backup, home), columns, 'muted')));
  return [
    ...marked({ text: marks.good, tone: 'good' }, say`${doneWords.saved(safeText(wish.profileId))} ${doneWords.serves(served, facts.credentials.length)}`, columns, 'good'),
    ...(loss === null ? [] : marked({ text: marks.attention, tone: 'bad' }, lossWords(loss), columns, 'bad')),
    ...(durable ? [] : wrapped(doneWords.notDurable, columns, 'attention')),
    ...files.flatMap(({ path, overwritten }) => (overwritten === undefined ? [] : wrapped(overwrittenWords(shortPath(path, home), overwritten), columns, 'attention'))),
    blankRow,
    ...wrapText(doneWords.agents, columns).map(heading),
    ...agentRows(facts.credentials, columns, marks),
    ...turnRows(facts, wish.profileId, columns),
    blankRow,
    ...(byProgram ? [commandWords.refreshed, commandWords.noUndo] : [gatewayWords(facts, screen)]).flatMap((words) => wrapped(words, columns)),
    ...wrapped(doneWords.next, columns, 'muted'),
    ...(backups.length === 0 ? [] : [blankRow, heading(doneWords.backups), ...backups]),
  ];
}

/** "In use" is not for ever: said where the credential shares its work with others. */
function turnRows({ credentials }: WizardFacts, profileId: string, columns: number): readonly Row[] {
  const turns = credentials.map(turnsOf).find((ids) => ids.includes(profileId));
  return turns === undefined ? [] : wrapped(doneWords.turns(joinSafe(turns.map(safeText), safeText(', '))), columns, 'attention');
}

/** What happens in a gateway that runs: it watches the config, and from 2026.2.26 keeps the stores in memory (2026.2.24 sections 1.10, 2.9). */
function gatewayWords(facts: WizardFacts, { files }: DoneScreen): SafeText {
  const { installation, config } = facts.snapshot;
  const isConfigChanged = files.some(({ path, changed }) => changed && path === installation.config.path);
  const resolved = config.state === 'read' ? config.resolved : {};
  const effect = gatewayEffect(isConfigChanged ? [['auth', 'profiles']] : [], resolved, installation.version);
  if (effect === 'restart') return doneWords.gatewayRestart;
  return supports(installation.version, 'gateway-store-memory') ? doneWords.gatewayMemory : doneWords.gatewayNone;
}
