import type { ApplyResult, CommandFailure, Loss } from '../../changes/change.ts';
import type { ReadOnlyVariable } from '../../openclaw/installation.ts';
import type { PlanWarning } from '../../changes/save-plan.ts';
import type { ProgramOutcome } from '../../openclaw-program/run-program.ts';
import type { ProgramProblem } from '../../rules/program-problem.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';
import { commandLine } from '../neutral/command-lines.ts';

const list = (texts: readonly SafeText[]): SafeText => joinSafe(texts, say`, `);

/** Why the installed OpenClaw is not asked. */
export function programProblemWords(problem: ProgramProblem): SafeText {
  switch (problem.because) {
    case 'missing':
      return say`OpenClaw alone writes its credential database, and no openclaw is on PATH.`;
    case 'unknown-version':
      return say`OpenClaw alone writes its credential database, and the version of ${safeText(problem.path)} cannot be told.`;
    case 'too-old':
      return say`${safeText(problem.path)} is OpenClaw ${safeText(problem.version)}, which takes no secret on standard input.`;
    case 'other-layout':
      return say`${safeText(problem.path)} is OpenClaw ${safeText(problem.version)}, which keeps credentials in another form than this state does.`;
    case 'older-than-state':
      return say`${safeText(problem.path)} is OpenClaw ${safeText(problem.version)}, but ${safeText(problem.state)} wrote this state.`;
    case 'unknown-schema':
      return say`${safeText(problem.path)} has schema ${problem.schema}, newer than any that clawdial knows.`;
  }
}

/** What a person can do: run it where the right OpenClaw is. Each command reads the secret from standard input. */
export function runItYourselfWords(commands: readonly (readonly string[])[]): SafeText {
  const lines = commands.map((argv) => commandLine('openclaw', argv));
  return say`Run this with the OpenClaw of this state, the secret on standard input: ${joinSafe(lines, say`; then `)}`;
}

export const pasteHint = safeText('Run this with the OpenClaw of this state, the secret on standard input: openclaw models auth --agent main paste-api-key --provider anthropic (paste-token for a setup-token)');

export function readOnlyWords(variable: ReadOnlyVariable): Explanation {
  return { title: say`${safeText(variable)} is set: this OpenClaw may not be changed.`, advice: say`Change it where it is managed, or unset the variable and try again.` };
}

export function programWarningWords(warning: Extract<PlanWarning, { readonly code: 'several-programs' | 'newer-program' }>): SafeText {
  if (warning.code === 'newer-program') {
    return say`OpenClaw ${safeText(warning.version)} is newer than ${safeText(warning.state)}, which wrote this state: it may bring its databases up to date first.`;
  }
  return say`Several openclaw are on PATH. ${safeText(warning.path)} (${safeText(warning.version)}) saves; not used: ${list(warning.others.map(safeText))}.`;
}

/** What the review shows of a step that OpenClaw does. */
export const commandWords = {
  title: safeText('OpenClaw saves it itself'),
  secret: safeText('The secret goes to its standard input, never into the command.'),
  saving: safeText('OpenClaw is saving; this can take half a minute'),
  noUndo: safeText('It stands in OpenClaw’s database now: clawdial undo does not take it back, openclaw models auth logout does (from 2026.8.1).'),
  refreshed: safeText('If a gateway runs, openclaw gateway restart makes sure that it uses the credential.'),
} as const;

export function commandFailedWords(result: Extract<ApplyResult, { readonly state: 'command-failed' }>): Explanation {
  const command = commandLine(result.path, result.argv);
  const files = result.restored ? say`No edit of ours stays.` : say`These edits stay: ${list(result.files.flatMap(({ path, changed }) => (changed ? [safeText(path)] : [])))}.`;
  const loss = result.loss === null ? [] : [lossWords(result.loss)];
  return {
    title: joinSafe([say`Not done: ${failureWords(result.failure)}. ${files}`, ...loss], say` `),
    advice: joinSafe([...saidWords(result.failure), say`Try it by hand to see more${result.takesSecret ? say`, the secret on standard input` : say``}: ${command}`], say` `),
  };
}

function failureWords(failure: CommandFailure): SafeText {
  return failure.kind === 'not-saved' ? say`openclaw says that it is done, but its database says otherwise` : outcomeWords(failure.outcome);
}

function outcomeWords(outcome: ProgramOutcome): SafeText {
  switch (outcome.by) {
    case 'exit':
      return say`openclaw ended with code ${outcome.code}`;
    case 'signal':
      return say`openclaw was ended by ${safeText(outcome.signal)}`;
    case 'deadline':
      return say`openclaw did not end within ${Math.round(outcome.afterMs / 1000)} s and was stopped`;
    case 'cancelled':
      return say`openclaw was stopped, as you wished`;
    case 'not-started':
      return say`openclaw could not be started (${safeText(outcome.code)})`;
  }
}

function saidWords({ said }: CommandFailure): readonly SafeText[] {
  return said.length === 0 ? [] : [say`It said: ${joinSafe(said, say` / `)}`];
}

/** An alarm: a foreign hand took something along. */
export function lossWords({ profiles, settings, backups }: Loss): SafeText {
  const gone = [...profiles.map((name) => say`profile ${name}`), ...settings];
  const copies = backups.length === 0 ? say`No copy was made.` : say`Copies from before: ${list(backups.map(safeText))}.`;
  return say`Careful: after OpenClaw’s command these are gone: ${list(gone)}. ${copies}`;
}
