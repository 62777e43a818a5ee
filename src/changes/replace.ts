import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, renameSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readTree } from '../openclaw/config-edit-tree.ts';
import { attempt, codeOf } from './errno.ts';
import { syncDirectory, writeNewFile } from './new-file.ts';
import type { Ownership } from './new-file.ts';
import { hashOf, readTarget } from './target.ts';

/** How often, and how far apart in ms, the bytes of an overtaken writer are read until they are whole. */
const rescueReads = 5;
const rescuePauseMs = 20;

export type ReplaceResult =
  /** `durable` is false when the directory could not be synced. */
  | { readonly state: 'replaced'; readonly durable: boolean }
  /** Somebody else wrote the file; what they wrote is in place. */
  | { readonly state: 'conflict' };

/** New bytes beside their target, synced and ready to take its place. */
export interface StagedFile {
  readonly temporary: string;
  readonly target: string;
  readonly bytes: Buffer;
  readonly ownership: Ownership;
}

/** Writes the new bytes beside the target. Throws the system error; nothing stays behind then. */
export function stageFile(target: string, bytes: Buffer, ownership: Ownership): StagedFile {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(8).toString('hex')}.clawdial.tmp`);
  writeNewFile(temporary, bytes, ownership);
  return { temporary, target, bytes, ownership };
}

/**
 * Puts staged bytes in the place of a file whose SHA-256 is still `expected` (null: that still does not exist), then reads
 * them back. OpenClaw 2026.2.24 also writes in place and without its lock (reliability 1.5): when such a writer was overtaken,
 * its bytes are put back and the answer is `conflict`. Throws the system error; the target is unchanged then.
 */
export function replaceFile(staged: StagedFile, expected: string | null): ReplaceResult {
  const { target, temporary, bytes } = staged;
  const before = openOrNull(target);
  try {
    if (hashOf(before === null ? null : readWhole(before)) !== expected) {
      return { state: 'conflict' };
    }
    renameSync(temporary, target);
    const durable = syncDirectory(dirname(target));
    const overtaken = before === null ? null : overtakenBytes(before, expected);
    if (!isInPlace(target, bytes)) {
      return { state: 'conflict' };
    }
    if (overtaken !== null) {
      putBack(staged, overtaken);
      return { state: 'conflict' };
    }
    return { state: 'replaced', durable };
  } finally {
    if (before !== null) {
      // Reading is done; a disk that fails now takes nothing back.
      attempt(() => closeSync(before));
    }
  }
}

/** Removes staged bytes that were not used. */
export function discardStaged({ temporary }: StagedFile): void {
  if (lstatSync(temporary, { throwIfNoEntry: false }) !== undefined) {
    attempt(() => unlinkSync(temporary));
  }
}

function isInPlace(target: string, bytes: Buffer): boolean {
  let held: Buffer | null = null;
  attempt(() => {
    held = readTarget(target);
  });
  return hashOf(held) === hashOf(bytes);
}

/**
 * What a writer left in the old file after we had read it; null when nothing did, nothing whole, or nothing that can be read:
 * the new file is in its place by now, so this must not fail.
 */
function overtakenBytes(before: number, expected: string | null): Buffer | null {
  for (let reads = 0; reads < rescueReads; reads += 1) {
    let bytes: Buffer = Buffer.alloc(0);
    if (!attempt(() => void (bytes = readWhole(before)))) {
      return null;
    }
    if (hashOf(bytes) === expected) {
      return null;
    }
    if (isWhole(bytes)) {
      return bytes;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, rescuePauseMs);
  }
  return null;
}

function putBack({ target, ownership }: StagedFile, bytes: Buffer): void {
  const staged = stageFile(target, bytes, ownership);
  try {
    renameSync(staged.temporary, target);
    syncDirectory(dirname(target));
  } finally {
    discardStaged(staged);
  }
}

/** A writer in place passes through an empty file and half a text; neither parses. */
function isWhole(bytes: Buffer): boolean {
  return readTree(bytes.toString('utf8')).ok;
}

function openOrNull(target: string): number | null {
  try {
    return openSync(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

/** Reads from the beginning, however often: the position of the file does not count. */
function readWhole(fd: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(fd).size);
  let read = 0;
  while (read < bytes.length) {
    const count = readSync(fd, bytes, read, bytes.length - read, read);
    if (count === 0) {
      break;
    }
    read += count;
  }
  return bytes.subarray(0, read);
}
