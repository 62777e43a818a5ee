import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { redact } from '../terminal/redact.ts';
import type { Secret } from '../terminal/secret.ts';
import type { ProgramEnvironment } from './program-environment.ts';

/** A program to run without a terminal, and what it may have. */
export interface ProgramRun {
  /** Absolute path. */
  readonly program: string;
  /** Never a secret: every user of the machine can read it. */
  readonly argv: readonly string[];
  /** Exactly what the program sees; nothing is inherited. */
  readonly environment: ProgramEnvironment;
  readonly workingDirectory: string;
  /** Written to standard input with a line end, which is then closed; null closes it at once. */
  readonly input: Secret | null;
  /** In ms; then the program and all that it started are ended. */
  readonly deadlineMs: number;
  /** Ends it early. */
  readonly signal?: AbortSignal;
}

/** How a program ended. */
export type ProgramOutcome =
  | { readonly by: 'exit'; readonly code: number }
  | { readonly by: 'signal'; readonly signal: string }
  | { readonly by: 'deadline'; readonly afterMs: number }
  | { readonly by: 'cancelled' }
  /** `code` is the errno name. */
  | { readonly by: 'not-started'; readonly code: string };

export interface ProgramEnd {
  readonly outcome: ProgramOutcome;
  /** Without the secret it was given and without anything that looks like one; cut, and still hostile text. */
  readonly stdout: string;
  readonly stderr: string;
}

/** More than any answer of OpenClaw, less than what hurts. */
const outputLimit = 1_000_000;

/** Between asking a group to end and ending it, in ms. */
const graceMs = 2000;

/** Groups that run now: they do not outlive this process. */
const running = new Set<ChildProcess>();
process.once('exit', endAll);

function endAll(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

/** A signal that ends us runs no `exit`; who else listens for it decides about us. */
const deadlySignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

function listenForDeath(): () => void {
  const listeners = deadlySignals.map((signal) => {
    const listener = (): void => {
      endAll();
      process.off(signal, listener);
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.on(signal, listener);
    return (): unknown => process.off(signal, listener);
  });
  return () => listeners.forEach((stop) => stop());
}

/**
 * Runs a program in a process group of its own, without a terminal that it could ask on, and waits for its end. Whatever
 * it started is gone afterwards. Never throws for what the program does.
 */
export function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(run.program, run.argv, { cwd: run.workingDirectory, env: revealed(run.environment), detached: true, stdio: 'pipe' });
    running.add(child);
    const stopListening = listenForDeath();
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        if (output[name].length < outputLimit) output[name] += text;
      });
    }
    let ending: ProgramOutcome | null = null;
    const end = (outcome: ProgramOutcome): void => {
      ending ??= outcome;
      endGroup(child);
    };
    const deadline = setTimeout(() => end({ by: 'deadline', afterMs: run.deadlineMs }), run.deadlineMs);
    const cancel = (): void => end({ by: 'cancelled' });
    run.signal?.addEventListener('abort', cancel, { once: true });
    if (run.signal?.aborted === true) cancel();
    const finish = (outcome: ProgramOutcome): void => {
      clearTimeout(deadline);
      run.signal?.removeEventListener('abort', cancel);
      running.delete(child);
      stopListening();
      const shown = (text: string): string => bounded(text, run.input);
      resolve({ outcome: ending ?? outcome, stdout: shown(output.stdout), stderr: shown(output.stderr) });
    };
    child.once('error', (error) => {
      if (child.pid === undefined) finish({ by: 'not-started', code: errnoOf(error) });
    });
    // What it leaves behind in its group would keep its output open: it ends with it.
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => finish(signal === null ? { by: 'exit', code: code ?? 1 } : { by: 'signal', signal }));
    // A program that closes its input before it has read all of it says why on its output.
    child.stdin.on('error', () => undefined);
    child.stdin.end(run.input === null ? '' : `${run.input.reveal()}\n`);
  });
}

function revealed(environment: ProgramEnvironment): Record<string, string> {
  return Object.fromEntries([...environment].map(([name, value]) => [name, value.reveal()]));
}

function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs).unref();
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone.
  }
}

/** Redacted first and cut after, so that no half of a secret is left at the cut. */
function bounded(text: string, secret: Secret | null): string {
  const clean = redact(text, secret === null ? [] : [secret]);
  if (text.length < outputLimit) return clean;
  // No half of a mark either.
  return clean.slice(0, -Math.max(200, (secret?.length ?? 0) * 2)).replace(/\[\w*$/, '');
}

function errnoOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'EUNKNOWN';
}
