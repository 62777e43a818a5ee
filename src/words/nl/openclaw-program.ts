import type { ApplyResult, CommandFailure, Loss } from '../../changes/change.ts';
import type { ReadOnlyVariable } from '../../openclaw/installation.ts';
import type { PlanWarning } from '../../changes/save-plan.ts';
import type { ProgramOutcome } from '../../openclaw-program/run-program.ts';
import type { ProgramProblem } from '../../rules/program-problem.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';
import { commandLine } from '../neutral/command-lines.ts';

const list = (texts: readonly SafeText[]): SafeText => joinSafe(texts, say`, `);

/** Waarom de geïnstalleerde OpenClaw niet wordt gevraagd. */
export function programProblemWords(problem: ProgramProblem): SafeText {
  switch (problem.because) {
    case 'missing':
      return say`Alleen OpenClaw zelf schrijft zijn database met inloggegevens, en er staat geen openclaw op PATH.`;
    case 'unknown-version':
      return say`Alleen OpenClaw zelf schrijft zijn database met inloggegevens, en de versie van ${safeText(problem.path)} is niet te achterhalen.`;
    case 'too-old':
      return say`${safeText(problem.path)} is OpenClaw ${safeText(problem.version)}, dat geen geheim van de standaardinvoer leest.`;
    case 'other-layout':
      return say`${safeText(problem.path)} is OpenClaw ${safeText(problem.version)}, dat inloggegevens in een andere vorm bewaart dan deze installatie.`;
    case 'older-than-state':
      return say`${safeText(problem.path)} is OpenClaw ${safeText(problem.version)}, maar ${safeText(problem.state)} heeft deze installatie geschreven.`;
    case 'unknown-schema':
      return say`${safeText(problem.path)} heeft schema ${problem.schema}, nieuwer dan wat clawdial kent.`;
  }
}

/** Wat iemand zelf kan doen: het uitvoeren waar de juiste OpenClaw is. Elk commando leest het geheim van de standaardinvoer. */
export function runItYourselfWords(commands: readonly (readonly string[])[]): SafeText {
  const lines = commands.map((argv) => commandLine('openclaw', argv));
  return say`Voer dit uit met de OpenClaw van deze installatie, met het geheim op de standaardinvoer: ${joinSafe(lines, say`; daarna `)}`;
}

export const pasteHint = safeText('Voer dit uit met de OpenClaw van deze installatie, met het geheim op de standaardinvoer: openclaw models auth --agent main paste-api-key --provider anthropic (paste-token voor een setup-token)');

export function readOnlyWords(variable: ReadOnlyVariable): Explanation {
  return { title: say`${safeText(variable)} staat aan: deze OpenClaw mag niet worden gewijzigd.`, advice: say`Wijzig het waar het wordt beheerd, of haal de variabele weg en probeer het opnieuw.` };
}

export function programWarningWords(warning: Extract<PlanWarning, { readonly code: 'several-programs' | 'newer-program' }>): SafeText {
  if (warning.code === 'newer-program') {
    return say`OpenClaw ${safeText(warning.version)} is nieuwer dan ${safeText(warning.state)}, dat deze installatie schreef: mogelijk werkt het eerst zijn databases bij.`;
  }
  return say`Er staan meerdere openclaw op PATH. ${safeText(warning.path)} (${safeText(warning.version)}) bewaart; niet gebruikt: ${list(warning.others.map(safeText))}.`;
}

/** Wat het overzicht toont van een stap die OpenClaw zet. */
export const commandWords = {
  title: safeText('OpenClaw bewaart het zelf'),
  secret: safeText('Het geheim gaat naar de standaardinvoer, nooit in het commando.'),
  saving: safeText('OpenClaw is aan het bewaren; dit kan een halve minuut duren'),
  noUndo: safeText('Het staat nu in de database van OpenClaw: clawdial undo draait dat niet terug, openclaw models auth logout wel (vanaf 2026.8.1).'),
  refreshed: safeText('Draait er een gateway, dan zorgt openclaw gateway restart ervoor dat die de inloggegevens gebruikt.'),
} as const;

export function commandFailedWords(result: Extract<ApplyResult, { readonly state: 'command-failed' }>): Explanation {
  const command = commandLine(result.path, result.argv);
  const files = result.restored ? say`Er blijft geen wijziging van ons staan.` : say`Deze wijzigingen blijven staan: ${list(result.files.flatMap(({ path, changed }) => (changed ? [safeText(path)] : [])))}.`;
  const loss = result.loss === null ? [] : [lossWords(result.loss)];
  return {
    title: joinSafe([say`Niet gelukt: ${failureWords(result.failure)}. ${files}`, ...loss], say` `),
    advice: joinSafe([...saidWords(result.failure), say`Probeer het met de hand om meer te zien${result.takesSecret ? say`, met het geheim op de standaardinvoer` : say``}: ${command}`], say` `),
  };
}

function failureWords(failure: CommandFailure): SafeText {
  return failure.kind === 'not-saved' ? say`openclaw zegt dat het klaar is, maar zijn database zegt iets anders` : outcomeWords(failure.outcome);
}

function outcomeWords(outcome: ProgramOutcome): SafeText {
  switch (outcome.by) {
    case 'exit':
      return say`openclaw eindigde met code ${outcome.code}`;
    case 'signal':
      return say`openclaw werd beëindigd door ${safeText(outcome.signal)}`;
    case 'deadline':
      return say`openclaw was na ${Math.round(outcome.afterMs / 1000)} s niet klaar en is gestopt`;
    case 'cancelled':
      return say`openclaw is gestopt, zoals je wilde`;
    case 'not-started':
      return say`openclaw kon niet worden gestart (${safeText(outcome.code)})`;
  }
}

function saidWords({ said }: CommandFailure): readonly SafeText[] {
  return said.length === 0 ? [] : [say`Het zei: ${joinSafe(said, say` / `)}`];
}

/** Een alarm: een vreemde hand nam iets mee. */
export function lossWords({ profiles, settings, backups }: Loss): SafeText {
  const gone = [...profiles.map((name) => say`profiel ${name}`), ...settings];
  const copies = backups.length === 0 ? say`Er is geen kopie gemaakt.` : say`Kopieën van ervoor: ${list(backups.map(safeText))}.`;
  return say`Let op: na het commando van OpenClaw zijn deze weg: ${list(gone)}. ${copies}`;
}
