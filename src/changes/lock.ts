import { lstatSync, realpathSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LockHolder } from './change.ts';
import { attempt, codeOf } from './errno.ts';
import { breakLock, holderOf, isSame, isStale, lockContent, publishLock, seeLock } from './lock-file.ts';
import type { SeenLock } from './lock-file.ts';
import { realTarget } from './target.ts';

/** After this long without a turn (a stopped process, a suspended machine) a lock counts as lost. */
const longestHoldMs = 20_000;

const defaultWaitMs = 15_000;

export interface LockOptions {
  /** Epoch ms. */
  readonly now: () => number;
  /** How long to wait for another holder, in ms; 15 s unless told. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
  readonly onWaiting?: (holder: LockHolder, elapsedMs: number) => void;
}

/** Locks that we hold. */
export interface HeldLocks {
  /** True while every lock is still ours and not too old to trust. */
  stillOurs(): boolean;
  /** Removes those that are still ours. */
  release(): void;
}

export type LockResult =
  | { readonly state: 'held'; readonly locks: HeldLocks }
  /** Somebody else kept the lock of `path` until we gave up, or the wait was cancelled. */
  | { readonly state: 'locked'; readonly path: string; readonly holder: LockHolder }
  /** The lock of the file `path` cannot be made at all; `code` is the errno name, e.g. EROFS. */
  | { readonly state: 'failed'; readonly path: string; readonly code: string };

/** Locks of this process by path: another task of ours must wait for them like anybody else. */
const heldHere = new Map<string, HeldLock>();

/** A process that ends while it waits for a second lock takes its first one along. */
process.once('exit', () => releaseAll([...heldHere.values()]));

/**
 * Takes OpenClaw's own sidecar locks of these files, all or none, in one fixed order so that two programs cannot wait for
 * each other (reliability 1.4). Waits at most `waitMs` for all of them together. The directories must exist.
 */
export async function acquireLocks(files: readonly string[], options: LockOptions): Promise<LockResult> {
  const deadline = performance.now() + (options.waitMs ?? defaultWaitMs);
  const wanted = wantedLocks(files);
  if (!wanted.ok) {
    return wanted.failure;
  }
  const held: HeldLock[] = [];
  for (const [path, file] of wanted.locks) {
    const result = await acquireOne(path, file, options, deadline);
    if (result.state !== 'held') {
      releaseAll(held);
      return result;
    }
    held.push(result.lock);
  }
  return { state: 'held', locks: { stillOurs: () => held.every(isStillOurs), release: () => releaseAll(held) } };
}

type Failure = Extract<LockResult, { state: 'failed' }>;

type WantedLocks = { readonly ok: true; readonly locks: readonly (readonly [path: string, file: string])[] } | { readonly ok: false; readonly failure: Failure };

/** Lock paths with their files, sorted and each one once. */
function wantedLocks(files: readonly string[]): WantedLocks {
  const locks = new Map<string, string>();
  for (const file of files) {
    try {
      lockPaths(file).forEach((path) => locks.set(path, file));
    } catch (error) {
      return { ok: false, failure: { state: 'failed', path: file, code: codeOf(error) } };
    }
  }
  return { ok: true, locks: [...locks].toSorted(([left], [right]) => (left < right ? -1 : 1)) };
}

/** `<real directory>/<name>.lock`: beside the path as OpenClaw names it and, for a symlink, beside its target too. */
export function lockPaths(file: string): readonly string[] {
  const target = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realTarget(file) : file;
  return [...new Set([file, target])].map((path) => join(realpathSync(dirname(path)), `${basename(path)}.lock`));
}

interface HeldLock {
  readonly path: string;
  readonly content: Buffer;
  /** On the clock that never jumps, ms. */
  readonly since: number;
}

type OneResult = { readonly state: 'held'; readonly lock: HeldLock } | Exclude<LockResult, { state: 'held' }>;

async function acquireOne(path: string, file: string, options: LockOptions, deadline: number): Promise<OneResult> {
  const began = performance.now();
  for (;;) {
    try {
      const lock = publish(path, options.now());
      if (lock !== null) {
        return { state: 'held', lock };
      }
    } catch (error) {
      return { state: 'failed', path: file, code: codeOf(error) };
    }
    const seen = seeLock(path, options.now());
    if (seen !== null && isStale(seen, heldHere.has(path)) && breakLock(path, seen)) {
      continue;
    }
    if (performance.now() >= deadline || options.signal?.aborted === true) {
      return { state: 'locked', path, holder: holderOf(seen ?? nobody) };
    }
    if (seen !== null) {
      options.onWaiting?.(holderOf(seen), performance.now() - began);
    }
    await pause(deadline, options.signal);
  }
}

function publish(path: string, nowMs: number): HeldLock | null {
  const content = lockContent(nowMs);
  if (heldHere.has(path) || !publishLock(path, content)) {
    return null;
  }
  const lock = { path, content, since: performance.now() };
  heldHere.set(path, lock);
  return lock;
}

const nobody: SeenLock = { bytes: null, pid: null, startTime: null, ageMs: 0 };

/** 20 to 100 ms, never past the deadline; the spread keeps waiting programs from meeting again and again. */
async function pause(deadline: number, signal: AbortSignal | undefined): Promise<void> {
  const ms = Math.max(1, Math.min(20 + Math.random() * 80, deadline - performance.now()));
  await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

function isStillOurs(lock: HeldLock): boolean {
  return performance.now() - lock.since < longestHoldMs && isSame(lock.path, lock.content);
}

function releaseAll(held: readonly HeldLock[]): void {
  for (const { path, content } of held) {
    heldHere.delete(path);
    if (isSame(path, content)) {
      attempt(() => unlinkSync(path));
    }
  }
}
