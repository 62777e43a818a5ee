import type { CachePlan } from '../../changes/cache-plan.ts';
import { nearChanges } from '../../changes/diff-window.ts';
import type { AppliedFile, ApplyResult, FileChange } from '../../changes/change.ts';
import type { CacheEffect, CacheStanding } from '../../rules/cache-table.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { cacheCommandWords, cacheWarningWords, effectWords } from '../../words/cache-editor.ts';
import { applyResultWords, overwrittenWords } from '../../words/changes.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { print, printError, type JsonOutput } from '../output.ts';
import { lineColumns } from '../styled-lines.ts';

export type PlannedChange = Extract<CachePlan, { readonly state: 'planned' }>;

/** What came of a change of cache settings. */
export interface CacheOutcome {
  readonly plan: PlannedChange;
  readonly dryRun: boolean;
  /** Empty with `dryRun`. */
  readonly files: readonly AppliedFile[];
  readonly remembered: boolean;
}

/** The result as scripts get it. */
export function outcomeJson({ plan, dryRun, files, remembered }: CacheOutcome): JsonOutput {
  return {
    ok: true,
    title: plan.change.title,
    effects: plan.effects.map(effectJson),
    files: dryRun
      ? plan.change.files.map(({ path, changes }) => ({ path, changed: changes, backup: null }))
      : files.map(({ path, changed, backup, overwritten }) => ({ path, changed, backup, ...(overwritten === undefined ? {} : { overwritten }) })),
    warnings: plan.warnings.map((warning) => ({ code: warning.code, message: cacheWarningWords(warning) })),
    ...(dryRun ? { dryRun: true } : { undo: remembered }),
  };
}

export function failureJson(failure: ExpectedFailure): JsonOutput {
  return { ok: false, error: { exitCode: failure.exitCode, message: failure.title, advice: failure.advice } };
}

function effectJson({ agent, before, after }: CacheEffect): JsonOutput {
  return { agent, before: standingJson(before), after: standingJson(after) };
}

export function standingJson({ effective, onWire, ttl, from }: CacheStanding): { readonly [key: string]: JsonOutput } {
  return { effective, onWire, ttl, from: from === null ? null : from.layer, path: from === null || from.path.length === 0 ? null : from.path };
}

/** The result as people get it: warnings on stderr, the rest on stdout. */
export function printCacheOutcome({ plan, dryRun, files, remembered }: CacheOutcome): void {
  for (const warning of plan.warnings) printError(cacheWarningWords(warning));
  const changing = plan.change.files.filter(({ changes }) => changes);
  if (changing.length === 0) return print(cacheCommandWords.nothingToDo);
  print(plan.effects.length === 0 ? cacheCommandWords.noEffect : cacheCommandWords.willChange);
  for (const effect of plan.effects) print(say`  ${effectWords(effect)}`);
  if (dryRun) return printDiff(changing);
  printFiles(files);
  if (remembered) print(cacheCommandWords.undoHint);
  else printError(cacheCommandWords.notRemembered);
}

/** Each file with its diff. */
export function printDiff(files: readonly FileChange[]): void {
  print(cacheCommandWords.wouldWrite);
  for (const file of files) {
    print(say`  ${safeText(file.path)}`);
    for (const { mark, text } of nearChanges(file.diff, lineColumns() - 6)) print(say`    ${safeText(mark)} ${text}`);
  }
}

export function printFiles(files: readonly AppliedFile[]): void {
  for (const { path, backup, overwritten } of files.filter(({ changed }) => changed)) {
    print(cacheCommandWords.saved(safeText(path)));
    if (overwritten !== undefined) printError(overwrittenWords(safeText(path), overwritten));
    if (backup !== null) print(cacheCommandWords.backup(safeText(backup)));
  }
}

/** How an apply that did not end well is told, with its exit code. */
export function applyFailure(result: Exclude<ApplyResult, { readonly state: 'applied' }>): ExpectedFailure {
  const { title, advice } = applyResultWords(result);
  switch (result.state) {
    case 'conflict':
      return new ExpectedFailure(exitCodes.conflict, title, cacheCommandWords.changedUnderUsAdvice);
    case 'locked':
      return new ExpectedFailure(exitCodes.locked, title, advice);
    case 'command-failed':
    case 'failed':
      return new ExpectedFailure(exitCodes.failed, title, advice);
  }
}

export function explain(words: { readonly title: SafeText; readonly advice: SafeText }): ExpectedFailure {
  return new ExpectedFailure(exitCodes.failed, words.title, words.advice);
}
