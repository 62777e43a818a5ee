import { planUndo } from '../changes/undo.ts';
import type { HostEnvironment } from '../openclaw/installation.ts';
import { localFiles } from '../openclaw/local-files.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { mergedWords, removedWords, restoredWords, undoneWords, undoRefusalWords } from '../words/undo.ts';
import type { CacheChangeFlags } from './cache/change.ts';
import { applyFailure, explain, failureJson } from './cache/report.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from './failure.ts';
import { currentHost } from './host.ts';
import { printChange } from './print-change.ts';
import { print, printJson } from './output.ts';
import { readFacts } from './read-facts.ts';
import { takeBack } from './take-back.ts';

/**
 * `clawdial undo`: the bytes from before the last change, if the file did not move on since; in a store only the places of
 * that change, so that what OpenClaw wrote there since stays.
 *
 * @throws ExpectedFailure when there is nothing to take back, or it cannot be done
 */
export async function runUndo(flags: CacheChangeFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  try {
    await undo(flags, host);
    return exitCodes.done;
  } catch (error) {
    if (flags.json === true && error instanceof ExpectedFailure) printJson(failureJson(error));
    throw error;
  }
}

async function undo(flags: CacheChangeFlags, host: HostEnvironment): Promise<void> {
  const { snapshot } = await readFacts(flags, host, Date.now());
  if (flags.dryRun === true) return showUndo(snapshot, flags);
  const outcome = await takeBack(snapshot);
  if (outcome.state === 'refused') throw explain(undoRefusalWords(outcome.reason));
  if (outcome.state === 'not-applied') throw applyFailure(outcome.result);
  const { title, merged, result } = outcome;
  if (flags.json === true) return printJson({ ok: true, undone: title, files: result.files.map(({ path }) => path) });
  print(undoneWords(title));
  for (const { path, backup } of result.files) print(await restored(path, backup, merged.includes(path)));
}

function showUndo({ installation }: Snapshot, flags: CacheChangeFlags): void {
  const plan = planUndo(installation.config.path);
  if (plan.state === 'refused') throw explain(undoRefusalWords(plan.reason));
  const { change, undone } = plan;
  const paths = [...change.files, ...(change.modes ?? []), ...(change.removals ?? [])].map(({ path }) => path);
  if (flags.json === true) printJson({ ok: true, undone, files: paths, dryRun: true });
  else printChange(change);
}

async function restored(path: string, backup: string | null, merged: boolean): Promise<SafeText> {
  if (merged) return mergedWords(safeText(path));
  return (await wasMade(path)) && backup !== null ? removedWords(safeText(path), safeText(backup)) : restoredWords(safeText(path));
}

/** What a change made is gone after it was taken back. */
async function wasMade(path: string): Promise<boolean> {
  return !(await localFiles.exists(path));
}
