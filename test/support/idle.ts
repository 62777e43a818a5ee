import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PtySession } from './pty.ts';

const lookMs = 60;

export interface Rest {
  /** How often in a row nothing may have happened, 60 ms apart. */
  readonly quietLooks?: number;
  readonly patienceMs?: number;
}

/**
 * The screen of a program that has nothing left to do: no thread of it runs or waits for a disk, it used no processor time, and
 * its screen stood still, over several looks. On a busy machine a program that is only slow is still runnable, and is waited for.
 *
 * @param shown what of the screen counts, e.g. without what only the clock tells
 */
export async function screenAtRest(session: PtySession, shown: (screen: string) => string, { quietLooks = 5, patienceMs = 60_000 }: Rest = {}): Promise<string> {
  const until = performance.now() + patienceMs;
  let quiet = 0;
  let last = '';
  while (performance.now() < until) {
    await sleep(lookMs);
    const screen = shown(session.screen().join('\n'));
    const now = `${workOf(session.pid)}\n${screen}`;
    quiet = now === last && isResting(session.pid) ? quiet + 1 : 0;
    last = now;
    if (quiet === quietLooks) return screen;
  }
  throw new Error(`never at rest within ${patienceMs} ms:\n${session.screen().join('\n')}`);
}

function isResting(pid: number): boolean {
  return fieldsOfThreads(pid).every(([state]) => state === 'S');
}

/** Clock ticks of all threads in user mode and in the kernel. */
function workOf(pid: number): number {
  return fieldsOfThreads(pid).reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
}

/** What /proc says of each thread, from the state (field 3) on. */
function fieldsOfThreads(pid: number): readonly (readonly string[])[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    try {
      const line = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      return [line.slice(line.lastIndexOf(')') + 2).split(' ')];
    } catch {
      return [];
    }
  });
}
