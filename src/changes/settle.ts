import { setTimeout as sleep } from 'node:timers/promises';
import type { Aftermath } from './aftermath.ts';
import type { ApplyResult, FileChange, Overwritten } from './change.ts';
import { attempt } from './errno.ts';
import { hashOf, readTarget, realTarget } from './target.ts';

/** When written files are looked at again, in ms. */
export interface SettleTimes {
  /** After writing. */
  readonly firstMs: number;
  /** After each look that found somebody else's writing. */
  readonly nextMs: number;
}

/** OpenClaw 2026.2.24 reads, thinks and writes within milliseconds; its refresh of a token takes seconds. */
export const usualTimes: SettleTimes = { firstMs: 250, nextMs: 2000 };

/** A file that somebody undoes more often is left to them. */
const mostRestores = 5;

/** Where many write, a restore can find the file changed under it, and is planned anew at once; so often at the most. */
const mostRefusals = 40;

/** A writer in place passes through half a text. */
const rereads = 4;
const rereadPauseMs = 20;

/** Writes a change again, on what the file holds now, and says what came of it. It may have waited long for a lock. */
export type WriteAgain = (file: FileChange) => Promise<ApplyResult['state']>;

/**
 * Looks at a written file once more. OpenClaw 2026.2.24 writes its store in place, mostly without its lock, from a copy that
 * it read before (reliability 0.4, 1.5): such a writer undoes what we saved after we have read it back. Then the same edits
 * are made again, on what it wrote.
 *
 * @returns what came of it where somebody undid or replaced what we wrote; null as a rule
 */
export async function settle(file: FileChange, writeAgain: WriteAgain, times: SettleTimes): Promise<Overwritten | null> {
  let current = file;
  let restored = false;
  let attempts = 0;
  let refused = 0;
  let torn = 0;
  await sleep(times.firstMs);
  for (let quiet = false; ; ) {
    const seen = await look(current);
    if (seen.state === 'ours' || (seen.state === 'kept' && quiet)) break;
    if (seen.state === 'kept') quiet = true;
    else if (seen.state === 'undone' && attempts < mostRestores && refused < mostRefusals) {
      quiet = false;
      const again = seen.replan();
      const written = again === null ? 'failed' : await writeAgain(again);
      if (written === 'conflict') {
        refused += 1;
        await sleep(rereadPauseMs);
        continue;
      }
      attempts += 1;
      if (again !== null && written === 'applied') {
        restored = true;
        current = again;
      }
    } else if (seen.state === 'unreadable' && torn < mostRestores) {
      // A writer in place that was stopped half way: it will go on.
      quiet = false;
      torn += 1;
    } else return 'lost';
    await sleep(times.nextMs);
  }
  return restored ? 'restored' : null;
}

type Look =
  | { readonly state: 'ours' | Exclude<Aftermath, 'undone'> }
  | { readonly state: 'undone'; readonly replan: () => FileChange | null };

async function look(file: FileChange): Promise<Look> {
  for (let reads = 1; ; reads += 1) {
    const seen = lookOnce(file);
    if (seen.state !== 'unreadable' || reads === rereads) return seen;
    await sleep(rereadPauseMs);
  }
}

function lookOnce(file: FileChange): Look {
  let bytes: Buffer | null = null;
  // A disk that does not answer now has not lost what was written.
  if (!attempt(() => void (bytes = readTarget(realTarget(file.path))))) return { state: 'unreadable' };
  // Exact bytes that are taken back (undo) cannot be told from what somebody wrote over them.
  if (file.judge === undefined || hashOf(bytes) === hashOf(Buffer.from(file.after.reveal()))) return { state: 'ours' };
  const { state, replan } = file.judge(textOf(bytes));
  return state === 'undone' ? { state, replan } : { state };
}

function textOf(bytes: Buffer | null): string | null {
  return bytes === null ? null : bytes.toString('utf8');
}
