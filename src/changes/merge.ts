import type { Change, FileChange } from './change.ts';
import { attempt } from './errno.ts';
import { hashOf, readTarget, realTarget } from './target.ts';

/**
 * The change as it has to be made on what its files hold now; null when a person has to look first.
 *
 * A running OpenClaw notes in its store when each profile was used, so that between the review and Enter it has often
 * written there. A plan is an operation and not a text: as long as the places that it edits are as they were reviewed, the
 * same edits are made on the newer text. Only for stores, which programs write; a config that changed was edited by somebody.
 */
export function mergeAll(change: Change): Change | null {
  const files: FileChange[] = [];
  for (const file of change.files) {
    const merged = mergeOne(file);
    if (merged === null) return null;
    files.push(merged);
  }
  return { ...change, files };
}

/** True when what others wrote to the file may be kept without asking; whether it can be shows when it is read. */
export function canMerge({ kind, judge }: FileChange): boolean {
  return kind === 'auth-store' && judge !== undefined;
}

function mergeOne(file: FileChange): FileChange | null {
  if (!file.changes) return file;
  let bytes: Buffer | null = null;
  // What cannot be read is found again, and named, before anything is written.
  if (!attempt(() => void (bytes = readTarget(realTarget(file.path)))) || hashOf(bytes) === file.expected) return file;
  if (file.judge === undefined || !canMerge(file)) return null;
  const { state, replan } = file.judge(textOf(bytes));
  return state === 'undone' || state === 'kept' ? replan() : null;
}

function textOf(bytes: Buffer | null): string | null {
  return bytes === null ? null : bytes.toString('utf8');
}
