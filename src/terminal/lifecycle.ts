import { writeSync } from 'node:fs';
import { bugLine } from './bug-line.ts';
import { restoreSequence } from './screen-sequences.ts';
import type { Secret } from './secret.ts';
import { deadlySignals, ignoreSignals, secondNames } from './signals.ts';

/** What the guard needs of `process.stdout`. */
export interface GuardedOutput {
  readonly fd: number;
  end(): unknown;
}

export interface GuardOptions {
  readonly stdin: { setRawMode?(raw: boolean): unknown };
  readonly stdout: GuardedOutput;
  /** Whether the program draws on the alternate screen. */
  readonly alternateScreen: boolean;
  /** Credentials that are in memory now, so that no message can show them. */
  readonly secrets?: () => readonly Secret[];
  /**
   * Asked before the program dies. True: it may die now. False: a file is being written; it is asked again shortly.
   * A promise is waited for. After `graceMs`, or on a second signal, the program dies all the same.
   */
  readonly beforeDeath?: () => boolean | Promise<unknown>;
  /** ms; 5000 unless told otherwise. */
  readonly graceMs?: number;
  /** Hands the terminal over before the program stops (Ctrl+Z), e.g. with Ink's `suspendTerminal`. */
  readonly onSuspend?: () => void | Promise<void>;
  /** Takes the terminal back and draws everything again, after the program continues. */
  readonly onContinue?: () => void | Promise<void>;
}

export interface TerminalGuard {
  /** What Ctrl+Z does: hands the terminal over and stops the whole job, as the terminal itself would. */
  suspendSelf(): Promise<void>;
  /** Ends the program because of a fault of ours: terminal restored, one redacted line, exit code 1. */
  crash(error: unknown): void;
  /** Ends the guard after the program has put the terminal right itself (Ink is unmounted). */
  release(): void;
}

type Death = { readonly signal: NodeJS.Signals } | { readonly error: unknown };

const defaultGraceMs = 5000;
const pollMs = 20;

/**
 * Watches over the terminal while the program owns it: however the program ends, the terminal is as it was before, and
 * the program dies by the signal that ended it. Call it before raw mode goes on.
 */
export function guardTerminal(options: GuardOptions): TerminalGuard {
  return new Guard(options);
}

class Guard implements TerminalGuard {
  readonly #options: GuardOptions;
  readonly #signals: readonly (readonly [NodeJS.Signals, () => void])[];
  #dying = false;
  #suspending = false;

  constructor(options: GuardOptions) {
    this.#options = options;
    ignoreSignals();
    this.#signals = deadlySignals.flatMap((signal) => {
      const listener = (): void => void this.#die({ signal });
      const second = secondNames[signal];
      return second === undefined ? [[signal, listener] as const] : [[signal, listener] as const, [second, () => undefined] as const];
    });
    for (const [signal, listener] of this.#signals) {
      process.on(signal, listener);
    }
    process.on('SIGTSTP', this.#onStop);
    process.on('SIGCONT', this.#onContinue);
    process.on('uncaughtException', this.#onError);
    process.on('unhandledRejection', this.#onError);
    process.on('exit', this.#restore);
  }

  async suspendSelf(): Promise<void> {
    // Process 0 is the whole job: a program started through npm or in a pipe stops together with its parents.
    await this.#suspend(0);
  }

  crash(error: unknown): void {
    void this.#die({ error });
  }

  release(): void {
    for (const [signal, listener] of this.#signals) {
      process.off(signal, listener);
    }
    process.off('SIGTSTP', this.#onStop);
    process.off('SIGCONT', this.#onContinue);
    process.off('uncaughtException', this.#onError);
    process.off('unhandledRejection', this.#onError);
    process.off('exit', this.#restore);
  }

  readonly #onError = (error: unknown): void => this.crash(error);

  readonly #onStop = (): void => void this.#suspend(process.pid);

  /** Continued after a stop that we did not see (SIGSTOP): the shell has changed the terminal's mode meanwhile. */
  readonly #onContinue = (): void => {
    if (!this.#suspending) {
      void this.#cycle(async () => undefined);
    }
  };

  async #suspend(target: number): Promise<void> {
    if (this.#suspending || this.#dying) {
      return;
    }
    await this.#cycle(() => stopUntilContinued(target));
  }

  async #cycle(whileAway: () => Promise<void>): Promise<void> {
    this.#suspending = true;
    try {
      await this.#options.onSuspend?.();
      await whileAway();
      await this.#options.onContinue?.();
    } catch (error) {
      this.crash(error);
    } finally {
      this.#suspending = false;
    }
  }

  async #die(death: Death): Promise<void> {
    if (!this.#dying) {
      this.#dying = true;
      await this.#grace();
    }
    this.#restore();
    // Ink draws a last frame when the process exits, but not on a stream that has ended. (Destroying has no effect on
    // process.stdout.)
    this.#options.stdout.end();
    this.release();
    if ('error' in death) {
      tell(bugLine(death.error, this.#options.secrets?.()));
      process.exit(1);
    }
    process.removeAllListeners(death.signal);
    process.removeAllListeners(secondNames[death.signal] ?? death.signal);
    process.kill(process.pid, death.signal);
  }

  /** Never rejects: whatever the program still does, it dies. */
  async #grace(): Promise<void> {
    const deadline = performance.now() + (this.#options.graceMs ?? defaultGraceMs);
    try {
      for (let ready = this.#ask(); ready !== true; ready = this.#ask()) {
        const left = deadline - performance.now();
        if (left <= 0) {
          return;
        }
        if (ready !== false) {
          await Promise.race([ready, pause(left)]);
          return;
        }
        await pause(Math.min(left, pollMs));
      }
    } catch {
      // A failed last write has no screen left to be shown on; the next start sees the file as it is.
    }
  }

  #ask(): boolean | Promise<unknown> {
    return this.#options.beforeDeath?.() ?? true;
  }

  readonly #restore = (): void => {
    try {
      this.#options.stdin.setRawMode?.(false);
    } catch {
      // The terminal is gone (SIGHUP).
    }
    writeQuietly(this.#options.stdout.fd, restoreSequence(this.#options.alternateScreen));
  };
}

/** @param target pid, or 0 for the whole job */
async function stopUntilContinued(target: number): Promise<void> {
  // Listening for a signal does not keep a process alive, and nothing else is left that would: stdin is handed over.
  const alive = setInterval(() => undefined, 60_000);
  try {
    const continued = new Promise((resolve) => {
      process.once('SIGCONT', resolve);
    });
    process.kill(target, 'SIGSTOP');
    await continued;
  } finally {
    clearInterval(alive);
  }
}

function tell(line: string): void {
  writeQuietly(process.stderr.fd, `${line}\n`);
}

function writeQuietly(fd: number, text: string): void {
  try {
    writeSync(fd, text);
  } catch {
    // Nothing is left that could be written to.
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
