import { applyOnce } from './apply-files.ts';
import type { ApplyOptions, Attempt } from './apply-files.ts';
import type { AppliedFile, ApplyResult, Change } from './change.ts';
import { failureOf } from './failure-of.ts';
import { mergeAll } from './merge.ts';
import { changeMode } from './mode.ts';
import { removeFile, type Removed } from './removal.ts';
import { settle, usualTimes, type WriteAgain } from './settle.ts';

export { isApplying } from './apply-files.ts';
export type { ApplyOptions } from './apply-files.ts';

/**
 * Applies a change and looks once more, a moment later, whether another program has undone it (settle.ts); then it is made
 * again.
 *
 * Each file is old or new, never between, whatever ends the process (apply-files.ts). A store that OpenClaw wrote to meanwhile
 * keeps that: the same edits are planned on it (merge.ts).
 *
 * Never throws for what the system answers: that is `failed` with its errno name, or one of our own codes (errno.ts).
 */
export async function applyChange(change: Change, options: ApplyOptions): Promise<ApplyResult> {
  if (options.readOnly !== undefined && options.readOnly !== null) {
    return { state: 'failed', path: change.files[0]?.path ?? '', code: options.readOnly, files: [] };
  }
  const { change: written, result } = await applyMerged(change, options);
  return result.state === 'applied' ? applySteps(change, await settleAll(written, result, options), options) : result;
}

type Applied = Extract<ApplyResult, { state: 'applied' }>;

async function settleAll(change: Change, result: Applied, options: ApplyOptions): Promise<Applied> {
  // The bytes from before stay beside the file, also when what undid us gets a backup of its own.
  const neededBackups = new Set([...(options.neededBackups ?? []), ...result.files.flatMap(({ backup }) => backup ?? [])]);
  const again: WriteAgain = async (file) => (await applyOnce({ ...change, files: [file] }, { ...options, neededBackups })).result.state;
  const files = result.files.map(async (applied) => {
    const file = change.files.find(({ path, changes }) => changes && path === applied.path);
    const overwritten = file?.judge === undefined ? null : await settle(file, again, options.settle ?? usualTimes);
    return overwritten === null ? applied : { ...applied, overwritten };
  });
  return { ...result, files: await Promise.all(files) };
}

/** A writer without a lock that came in between is merged, not asked about: as often as this. */
const mostMerges = 5;

async function applyMerged(change: Change, options: ApplyOptions): Promise<Attempt> {
  for (let attempts = 1; ; attempts += 1) {
    const made = await applyOnce(change, options);
    const again = made.result.state === 'conflict' && made.result.files.length === 0 && attempts < mostMerges;
    if (!again || mergeAll(change) === null) {
      return made;
    }
  }
}

/** What follows the files: modes, then removals. None of it touches bytes that a lock is for: those went under it. */
function applySteps({ modes = [], removals = [] }: Change, result: Applied, { now }: ApplyOptions): ApplyResult {
  const files: AppliedFile[] = [...result.files];
  const steps = [
    ...modes.map((mode) => ({ path: mode.path, step: (): Removed => ({ done: changeMode(mode), backup: null }) })),
    ...removals.filter(({ what }) => what !== 'made').map((removal) => ({ path: removal.path, step: () => removeFile(removal, now()) })),
  ];
  for (const { path, step } of steps) {
    let outcome: Removed = { done: false, backup: null };
    const failure = failureOf({ path }, () => {
      outcome = step();
    });
    if (failure !== null) {
      return { ...failure, files };
    }
    if (!outcome.done) {
      return { state: 'conflict', path, files };
    }
    files.push({ path, changed: true, backup: outcome.backup });
  }
  return { ...result, files };
}
