import type { WizardFacts } from '../../../components/wizard/state.ts';
import type { CheckDepth, Verdict } from '../../anthropic/verdict.ts';
import type { AppliedFile, CommandStep, FileChange } from '../../changes/change.ts';
import { nearChanges } from '../../changes/diff-window.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { candidateName } from '../../words/candidate.ts';
import { onboardWords } from '../../words/onboard.ts';
import { commandLine } from '../../words/neutral/command-lines.ts';
import { commandWords } from '../../words/openclaw-program.ts';
import { checkWords, foundWords } from '../../words/wizard.ts';
import { print, printError, type JsonOutput } from '../output.ts';
import type { ExpectedFailure } from '../failure.ts';
import { lineColumns } from '../styled-lines.ts';

/** What came of a set-up without questions. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly profileId: string | null;
  /** Ids of the agents that use the credential, read back from disk; with `dryRun` those it is meant for. */
  readonly agents: readonly string[];
  readonly files: readonly AppliedFile[];
  readonly requestIds: readonly SafeText[];
  readonly warnings: readonly SafeText[];
  /** How far the check went. */
  readonly depth: CheckDepth;
  readonly dryRun: boolean;
  /** The plan, when it was only shown. */
  readonly planned: readonly FileChange[];
  /** Steps that OpenClaw does, or did. */
  readonly commands: readonly CommandStep[];
  /** Read back after saving; null when nothing was saved. */
  readonly facts: WizardFacts | null;
  readonly error: ExpectedFailure | null;
}

/** The result as scripts get it. */
export function outcomeJson(outcome: Outcome): JsonOutput {
  const { verdict, profileId, agents, requestIds, warnings, error } = outcome;
  return {
    ok: error === null,
    verdict,
    profileId,
    agents,
    files: outcome.dryRun
      ? outcome.planned.map(({ path, changes }) => ({ path, changed: changes, backup: null }))
      : outcome.files.map(({ path, changed, backup }) => ({ path, changed, backup })),
    ...(outcome.commands.length === 0 ? {} : { commands: outcome.commands.map(({ program, argv }) => [program, ...argv]) }),
    requestIds,
    warnings,
    ...(outcome.dryRun ? { dryRun: true } : {}),
    ...(error === null ? {} : { error: { exitCode: error.exitCode, message: error.title, advice: error.advice } }),
  };
}

/** The result as people get it: warnings on stderr, the rest on stdout. */
export function printOutcome(outcome: Outcome): void {
  for (const warning of outcome.warnings) printError(warning);
  if (outcome.dryRun) return printPlan(outcome);
  print(checkedWords(outcome));
  if (outcome.profileId !== null) print(onboardWords.saved(safeText(outcome.profileId)));
  for (const file of outcome.files) print(fileWords(file));
  if (outcome.commands.length > 0) print(commandWords.noUndo);
  if (outcome.facts === null) return;
  print(onboardWords.agentsNow);
  for (const { agent, chosen } of outcome.facts.credentials) {
    if (agent.model.provider !== 'anthropic') {
      print(onboardWords.agentUses(safeText(agent.id), foundWords.otherProvider));
      continue;
    }
    const credential = chosen === null ? onboardWords.nothingUsed : candidateName(chosen.source);
    const isNew = chosen === null || outcome.agents.includes(agent.id);
    print(onboardWords.agentUses(safeText(agent.id), isNew ? credential : onboardWords.otherCredential(credential)));
  }
}

function printPlan(outcome: Outcome): void {
  print(onboardWords.wouldWrite);
  for (const file of outcome.planned) {
    print(file.changes ? onboardWords.file(safeText(file.path)) : onboardWords.fileUnchanged(safeText(file.path)));
    for (const line of nearChanges(file.diff, lineColumns() - 6)) print(say`    ${safeText(line.mark)} ${line.text}`);
  }
  if (outcome.commands.length === 0) return;
  print(say`${commandWords.title}. ${commandWords.secret}`);
  for (const { program, argv } of outcome.commands) print(say`    ${commandLine(program, argv)}`);
}

function fileWords({ path, changed, backup }: AppliedFile): SafeText {
  if (!changed) return onboardWords.fileUnchanged(safeText(path));
  return backup === null ? onboardWords.file(safeText(path)) : onboardWords.fileBackup(safeText(path), safeText(backup));
}

function checkedWords({ depth, verdict }: Outcome): SafeText {
  if (depth === 'none') return checkWords.notChecked;
  return depth === 'models' && verdict === 'valid' ? checkWords.listOnly : checkWords.verdicts[verdict];
}
