import { pause } from '../terminal/pause.ts';
import { attempt } from './errno.ts';
import type { Ownership } from './new-file.ts';
import { nearest, readWholeTarget, withWriting } from './overtaken.ts';
import type { Overtaken } from './overtaken.ts';
import { discardStaged, replaceOnce, stageFile } from './replace-once.ts';
import type { Replaced, StagedFile } from './replace-once.ts';
import { hashOf } from './target.ts';

/** So long, in ms, bytes of others are brought back at the most: the lock is held meanwhile, and others wait for it. */
const longestReturnMs = 3500;

/** OpenClaw 2026.2.24 reads, thinks and writes within milliseconds, on a busy machine within this time. */
const writerMs = 250;

/**
 * Puts staged bytes in the place of a file whose SHA-256 is still `expected` (null: that still does not exist), then reads
 * them back. OpenClaw 2026.2.24 also writes in place and without its lock (reliability 1.5): when such a writer was overtaken,
 * what it wrote is brought back and the answer is `conflict`. Throws the system error; the target is unchanged then.
 *
 * @param earlier texts that stood there before, which such a writer may have read
 */
export function replaceFile(staged: StagedFile, expected: string | null, earlier: () => readonly Buffer[] = () => []): Exclude<Replaced, { state: 'overtaken' }> {
  const result = replaceOnce(staged, expected);
  if (result.state !== 'overtaken') {
    return result;
  }
  // A disk that is full now is found again, and named, when the change is planned anew.
  attempt(() => bringBack(staged, result.writing, earlier()));
  return { state: 'conflict' };
}

/**
 * Writes what an overtaken writer wrote to the place that our bytes have by now. Over exactly our bytes its own text goes back
 * whole; over what somebody wrote since, or where it had read an older text, its edits are made again. A writer that was
 * overtaken once is writing still: each try is compared like every other replacement, what that overtakes comes back with the
 * next one, and it is done when a writer that had read our bytes in between has had its time.
 */
function bringBack({ target, bytes, ownership }: StagedFile, first: Overtaken, earlier: readonly Buffer[]): void {
  const stood = [...earlier, first.held, bytes];
  const read = nearest(stood, first);
  const writings = [{ ...first, held: read }];
  let quiet = false;
  const until = performance.now() + longestReturnMs;
  while (performance.now() < until) {
    const current = readWholeTarget(target);
    if (current === null) {
      return;
    }
    const isOurs = writings.length === 1 && current.equals(bytes);
    const wanted = isOurs && read === first.held ? first.left : writings.reduce(withWriting, current);
    if (wanted.equals(current)) {
      if (quiet) {
        return;
      }
      quiet = true;
      pause(writerMs);
      continue;
    }
    quiet = false;
    const overtaken = replaceBy(target, wanted, current, ownership);
    stood.push(current, wanted);
    if (overtaken !== null) {
      writings.push({ ...overtaken, held: nearest(stood, overtaken) });
    }
  }
}

function replaceBy(target: string, wanted: Buffer, current: Buffer, ownership: Ownership): Overtaken | null {
  const staged = stageFile(target, wanted, ownership);
  try {
    const result = replaceOnce(staged, hashOf(current));
    return result.state === 'overtaken' ? result.writing : null;
  } finally {
    discardStaged(staged);
  }
}
