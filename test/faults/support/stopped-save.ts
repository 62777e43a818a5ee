import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundled } from './programs.ts';
import { hit, pointsIn, trace, traced, type Point } from './strace.ts';

const oldText = '{\n  "version": 1,\n  "profiles": {\n    "anthropic:old": { "type": "api_key", "provider": "anthropic", "key": "old" }\n  }\n}\n';

/** Calls between which the disk is another one: a stop after each of them stands for all stops until the next. */
const changing = new Set(['write', 'fsync', 'rename', 'link', 'unlink', 'mkdir', 'openat']);

/** A save that stands still after a system call. */
export interface Stopped {
  readonly store: string;
  readonly point: Point;
  /** Lets it go on, and gives what it says in the end. */
  readonly goOn: () => Promise<string>;
  /** Ends it, wherever it stands. */
  readonly end: () => void;
}

/** Where a save can be stopped. */
export async function stopPoints(directory: string): Promise<readonly Point[]> {
  const dry = await trace(directory, argsFor(begin(directory)), null);
  return pointsIn(dry.lines, directory).filter(({ call }) => changing.has(call));
}

/**
 * Starts a save that stops right after a system call, and waits until it stands. Counts anew when another call of that name
 * was hit: the runtime's own calls are not the same in every run.
 */
export async function stopAt(directory: string, point: Point): Promise<Stopped> {
  let aimed = point;
  for (let tries = 1; ; tries += 1) {
    const store = begin(directory);
    const log = join(directory, '..', `${directory.split('/').at(-1)}.trace`);
    const options = ['-y', '-qq', '-s', '32', '-o', log, '-e', `trace=${traced}`, '-e', `inject=${aimed.call}:signal=STOP:when=${aimed.count}`];
    rmSync(log, { force: true });
    const child = spawn('strace', [...options, process.execPath, ...argsFor(store)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    const closed = new Promise<void>((resolve) => void child.once('close', () => resolve()));
    const pid = await standing(child, log);
    if (pid !== null && hit(readFileSync(log, 'utf8').split('\n'), directory, true)) {
      const goOn = async (): Promise<string> => {
        process.kill(pid, 'SIGCONT');
        await closed;
        return output;
      };
      return { store, point, goOn, end: () => endBoth(child, pid) };
    }
    endBoth(child, pid);
    await closed;
    if (tries === 10) throw new Error(`never stopped at ${point.line}: ${output}`);
    aimed = (await stopPoints(`${directory}.again.${tries}`)).find(({ call, ordinal }) => call === point.call && ordinal === point.ordinal) ?? point;
  }
}

/** What is traced does not die with its tracer. */
function endBoth(tracer: ChildProcess, pid: number | null): void {
  // Once the tracer has ended, so has what it watched, and the number may be another's.
  if (tracer.exitCode !== null || tracer.signalCode !== null) return;
  if (pid !== null) process.kill(pid, 'SIGKILL');
  tracer.kill('SIGKILL');
}

function argsFor(store: string): readonly string[] {
  return [bundled('writer'), store, 'anthropic:new', 'new', '1', '100', '100'];
}

function begin(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const store = join(directory, 'auth-profiles.json');
  writeFileSync(store, oldText, { mode: 0o600 });
  return store;
}

/** The process that strace watches, once it has stopped; null when it ended instead. */
async function standing(tracer: ChildProcess, log: string): Promise<number | null> {
  for (; tracer.exitCode === null; await sleep(10)) {
    if (!existsSync(log) || !readFileSync(log, 'utf8').includes('--- stopped by SIGSTOP ---')) continue;
    const { pid = 0 } = tracer;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
  }
  return null;
}
