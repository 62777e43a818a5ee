import { randomBytes } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, renameSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attempt, codeOf } from './errno.ts';
import { syncDirectory, writeNewFile } from './new-file.ts';
import type { Ownership } from './new-file.ts';
import { findOvertaken, readWhole } from './overtaken.ts';
import type { Overtaken } from './overtaken.ts';
import { hashOf, readTarget } from './target.ts';

export type Replaced =
  /** `durable` is false when the directory could not be synced. */
  | { readonly state: 'replaced'; readonly durable: boolean }
  /** Somebody else wrote the file; what they wrote is in place. */
  | { readonly state: 'conflict' }
  /** The new bytes are in place; another program wrote to the file that was there while it was being replaced. */
  | { readonly state: 'overtaken'; readonly writing: Overtaken };

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
 * them back. Throws the system error; the target is unchanged then.
 */
export function replaceOnce({ target, temporary, bytes }: StagedFile, expected: string | null): Replaced {
  const before = openOrNull(target);
  try {
    const held = before === null ? null : readWhole(before);
    if (hashOf(held) !== expected) {
      return { state: 'conflict' };
    }
    renameSync(temporary, target);
    const durable = syncDirectory(dirname(target));
    const writing = before === null || held === null ? null : findOvertaken(before, held);
    if (writing !== null) {
      return { state: 'overtaken', writing };
    }
    return isInPlace(target, bytes) ? { state: 'replaced', durable } : { state: 'conflict' };
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
