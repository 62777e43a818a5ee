import { basename, dirname, join } from 'node:path';
import type { ReadOnlyVariable } from '../openclaw/installation.ts';
import { storeFileName } from '../openclaw/stores/single-file.ts';
import { stateFileName } from '../openclaw/stores/split-files.ts';
import { pruneBackups } from './backup.ts';
import type { AppliedFile, ApplyResult, Change, FileChange, LockHolder } from './change.ts';
import { makeDirectory, removeEmptyDirectories } from './directories.ts';
import { attempt } from './errno.ts';
import { failureOf } from './failure-of.ts';
import { sweepLitter } from './litter.ts';
import { acquireLocks } from './lock.ts';
import type { HeldLocks } from './lock.ts';
import { mergeAll } from './merge.ts';
import { discardUnused, earlierTexts, prepareFile, type PreparedFile } from './prepare-file.ts';
import { removeFile, type Removed } from './removal.ts';
import { replaceFile } from './replace.ts';
import type { SettleTimes } from './settle.ts';
import { findMoved, findProblem, type MadeFile } from './still-as-planned.ts';
import { realTarget } from './target.ts';

export interface ApplyOptions {
  /** Epoch ms. */
  readonly now: () => number;
  /** How long to wait for the locks of others, in ms; 15 s unless told. */
  readonly waitMs?: number;
  /** Gives up waiting for a lock. Once writing has begun it is finished. */
  readonly signal?: AbortSignal;
  readonly onWaiting?: (holder: LockHolder, elapsedMs: number) => void;
  /** OpenClaw locks its config from 2026.5.20 on; before that it takes no lock there, and a foreign lock file means nothing. */
  readonly configLock: boolean;
  /** The variable by which the operator forbids changes: nothing is written then. */
  readonly readOnly?: ReadOnlyVariable | null;
  /** Paths of backups that must not be removed to make room. */
  readonly neededBackups?: ReadonlySet<string>;
  /** When to look at the written files again; `usualTimes` unless told. */
  readonly settle?: SettleTimes;
}

let applying = 0;

/** True while locks are held and files are being replaced: whoever ends the process should let this finish. */
export function isApplying(): boolean {
  return applying > 0;
}

/** How an attempt ended, and the change as it was made: what others wrote meanwhile is merged into it. */
export interface Attempt {
  readonly change: Change;
  readonly result: ApplyResult;
}

/**
 * Applies the files of a change once: all of them are checked, backed up and written beside their places before the first
 * one is replaced, so that a full disk or a changed file is found while everything is still as it was. Each file is old or
 * new, never between, whatever ends the process.
 *
 * Never throws for what the system answers: that is `failed` with its errno name, or one of our own codes (errno.ts).
 */
export async function applyOnce(change: Change, options: ApplyOptions): Promise<Attempt> {
  const files = change.files.filter((file) => file.changes);
  const early = findProblem(files, 'merge-later');
  if (early !== null) {
    return { change, result: early };
  }
  const made: string[] = [];
  const tried = await lockAndWrite(change, files, made, options);
  if (tried.result.state !== 'applied' && tried.result.files.length === 0) {
    removeEmptyDirectories(made);
  }
  return tried;
}

async function lockAndWrite(change: Change, files: readonly FileChange[], made: string[], options: ApplyOptions): Promise<Attempt> {
  for (const file of files) {
    const result = failureOf(file, () => makeDirectory(dirname(file.path), made));
    if (result !== null) {
      return { change, result };
    }
  }
  const taken = (change.removals ?? []).flatMap((removal) => (removal.what === 'made' ? [removal] : []));
  const locked = [...new Set([...files, ...taken].filter(({ kind }) => kind === 'auth-store' || options.configLock).map(lockedPath))];
  for (const { path } of files) {
    attempt(() => new Set([dirname(path), dirname(realTarget(path))]).forEach(sweepLitter));
  }
  const acquired = await acquireLocks(locked, options);
  if (acquired.state !== 'held') {
    return { change, result: { ...acquired, files: [] } };
  }
  const { locks } = acquired;
  applying += 1;
  try {
    const merged = mergeAll(change) ?? change;
    const changing = merged.files.filter((file) => file.changes);
    const result = findProblem(changing, 'merged') ?? findMoved(taken) ?? writeFiles(merged, changing, locks, options);
    return { change: merged, result: result.state === 'applied' ? takeAway(taken, result, options) : result };
  } finally {
    locks.release();
    applying -= 1;
  }
}

function takeAway(taken: readonly MadeFile[], result: Extract<ApplyResult, { state: 'applied' }>, { now }: ApplyOptions): ApplyResult {
  const files: AppliedFile[] = [...result.files];
  for (const removal of taken) {
    const { path } = removal;
    let outcome: Removed = { done: false, backup: null };
    const failure = failureOf({ path }, () => {
      outcome = removeFile(removal, now());
    });
    if (failure !== null || !outcome.done) {
      return failure === null ? { state: 'conflict', path, files } : { ...failure, files };
    }
    files.push({ path, changed: true, backup: outcome.backup });
  }
  return { ...result, files };
}

/** Both files of a store are guarded by the lock of the one that holds the credentials. */
function lockedPath({ path, kind }: { readonly path: string; readonly kind: FileChange['kind'] }): string {
  return kind === 'auth-store' && basename(path) === stateFileName ? join(dirname(path), storeFileName) : path;
}

/** No turn is given away in here: signals and other tasks of this process come before it or after it. */
function writeFiles(change: Change, files: readonly FileChange[], locks: HeldLocks, { now, neededBackups = new Set() }: ApplyOptions): ApplyResult {
  const nowMs = now();
  const prepared: PreparedFile[] = [];
  const applied = new Map<FileChange, AppliedFile>();
  let durable = true;
  const soFar = (): readonly AppliedFile[] => [...applied.values()];
  try {
    for (const file of files) {
      const failure = failureOf(file, () => prepared.push(prepareFile(file, nowMs)));
      if (failure !== null) {
        return failure;
      }
    }
    for (const { file, staged, backup } of prepared) {
      let conflict = !locks.stillOurs();
      const failure = failureOf(file, () => {
        const result = conflict ? null : replaceFile(staged, file.expected, () => earlierTexts(file));
        conflict = result?.state !== 'replaced';
        durable &&= result?.state !== 'replaced' || result.durable;
      });
      if (failure !== null) {
        return { ...failure, files: soFar() };
      }
      if (conflict) {
        return { state: 'conflict', path: file.path, files: soFar() };
      }
      applied.set(file, { path: file.path, changed: true, backup });
      pruneBackups(file.path, file.kind, neededBackups);
    }
  } finally {
    discardUnused(prepared.filter(({ file }) => !applied.has(file)));
  }
  const all = change.files.map((file) => applied.get(file) ?? { path: file.path, changed: false, backup: null });
  return { state: 'applied', files: all, durable };
}
