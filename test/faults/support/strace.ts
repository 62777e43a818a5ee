import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Calls that a save makes. Reading ones are there too: a kill there must be as harmless. */
export const traced = 'openat,read,pread64,write,pwrite64,fsync,fdatasync,rename,renameat2,link,linkat,unlink,unlinkat,fchmod,chmod,fchown,chown,ftruncate,close,mkdir,rmdir,statx,readlink,getdents64';

/** The n-th call of that name (from 1) of a program's main thread. */
export interface Point {
  readonly call: string;
  readonly count: number;
  /** Which of the calls on the place it is, in a run without a fault. */
  readonly ordinal: number;
  /** As strace wrote it, for the message of a failure. */
  readonly line: string;
}

export interface Traced {
  readonly output: string;
  readonly killed: boolean;
  readonly lines: readonly string[];
}

/** Only the main thread is traced: `when=` counts for each thread, and the synchronous calls of a save are all made there. */
export async function trace(directory: string, args: readonly string[], inject: string | null): Promise<Traced> {
  const log = join(directory, `trace.${process.pid}`);
  const options = ['-y', '-qq', '-s', '32', '-o', log, '-e', `trace=${traced}`, ...(inject === null ? [] : ['-e', `inject=${inject}`])];
  const child = spawn('strace', [...options, process.execPath, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const killed = await new Promise<boolean>((resolve) => {
    child.once('close', (code, signal) => resolve(signal === 'SIGKILL' || code === 137));
  });
  return { output, killed, lines: readFileSync(log, 'utf8').split('\n') };
}

/** Every call of a run without a fault that touches a path under `place`. */
export function pointsIn(lines: readonly string[], place: string): readonly Point[] {
  const counts = new Map<string, number>();
  const points: Point[] = [];
  for (const line of lines) {
    const call = /^(\w+)\(/.exec(line)?.[1];
    if (call === undefined) continue;
    const count = (counts.get(call) ?? 0) + 1;
    counts.set(call, count);
    if (line.includes(place)) points.push({ call, count, ordinal: points.length, line });
  }
  return points;
}

/** True when the fault hit a call on `place`, and not one of the runtime's own. */
export function hit(lines: readonly string[], place: string, killed: boolean): boolean {
  if (!killed) return lines.some((line) => line.includes('(INJECTED)') && line.includes(place));
  return lines.findLast((line) => /^\w+\(/.test(line))?.includes(place) ?? false;
}
