import { forgetNewest } from '../changes/journal.ts';
import { planUndo } from '../changes/undo.ts';
import type { HostEnvironment } from '../openclaw/installation.ts';
import { safeText } from '../terminal/safe-text.ts';
import { restoredWords, undoneWords, undoRefusalWords } from '../words/undo.ts';
import { applyConfigChange } from './cache/apply-plan.ts';
import type { CacheChangeFlags } from './cache/change.ts';
import { applyFailure, explain, failureJson } from './cache/report.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from './failure.ts';
import { currentHost } from './host.ts';
import { printChange } from './print-change.ts';
import { print, printJson } from './output.ts';
import { readFacts } from './read-facts.ts';

/**
 * `clawdial undo`: the bytes from before the last change, if the file did not move on since.
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
  const configPath = snapshot.installation.config.path;
  const plan = planUndo(configPath);
  if (plan.state === 'refused') throw explain(undoRefusalWords(plan.reason));
  const { change, undone } = plan;
  const paths = [...change.files, ...(change.modes ?? [])].map(({ path }) => path);
  if (flags.dryRun === true) {
    if (flags.json === true) printJson({ ok: true, undone, files: paths, dryRun: true });
    else printChange(change);
    return;
  }
  const { result } = await applyConfigChange(snapshot, change, { remember: false });
  if (result.state !== 'applied') throw applyFailure(result);
  forgetNewest(configPath);
  if (flags.json === true) return printJson({ ok: true, undone, files: paths });
  print(undoneWords(undone));
  for (const path of paths) print(restoredWords(safeText(path)));
}
