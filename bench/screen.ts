import { readFileSync } from 'node:fs';
import { spawn, type IPty } from '@lydell/node-pty';
import { median } from './statistics.ts';
import type { Command } from './run-command.ts';

/** Ink writes each frame as one synchronized update; this is its end. */
const frameEnd = '\u001B[?2026l';

/** A program on a pseudo-terminal, of which only the moments are looked at. */
export class BenchScreen {
  readonly #pty: IPty;
  readonly #listeners = new Set<() => void>();
  readonly exited: Promise<void>;
  #text = '';
  /** Frames that ended until now. */
  frames = 0;
  /** Characters that came until now. */
  written = 0;

  constructor({ file, args, env }: Command, size = { columns: 120, rows: 40 }) {
    this.#pty = spawn(file, [...args], { name: 'xterm-256color', cols: size.columns, rows: size.rows, cwd: env['HOME'] ?? '/', env: { ...env, TERM: 'xterm-256color' } });
    const { promise, resolve } = Promise.withResolvers<void>();
    this.exited = promise;
    this.#pty.onExit(() => resolve());
    this.#pty.onData((data) => this.#take(data));
  }

  get pid(): number {
    return this.#pty.pid;
  }

  write(keys: string): void {
    this.#pty.write(keys);
  }

  end(): void {
    this.#pty.kill('SIGKILL');
  }

  /** Resolves when a frame has ended in whose bytes the text stands; what came before the call does not count. */
  until(text: string, patienceMs = 20_000): Promise<void> {
    this.#text = '';
    return this.#when(() => this.#text.includes(text) && this.#text.includes(frameEnd, this.#text.indexOf(text)), text, patienceMs);
  }

  /** Resolves with the next end of a frame. */
  nextFrame(patienceMs = 5000): Promise<void> {
    const before = this.frames;
    return this.#when(() => this.frames > before, 'a frame', patienceMs);
  }

  #when(holds: () => boolean, what: string, patienceMs: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const look = (): void => {
      if (holds()) resolve();
    };
    const timer = setTimeout(() => reject(new Error(`not on the screen within ${patienceMs} ms: ${what}`)), patienceMs);
    this.#listeners.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      this.#listeners.delete(look);
    });
  }

  #take(data: string): void {
    this.written += Buffer.byteLength(data);
    this.#text += data;
    this.frames += data.split(frameEnd).length - 1;
    for (const listener of this.#listeners) listener();
  }
}

/** From the start of a program until the first frame with that text, in ms. The program is ended. */
export async function firstFrame(command: Command, text: string): Promise<number> {
  const start = performance.now();
  const screen = new BenchScreen(command);
  try {
    await screen.until(text);
    return performance.now() - start;
  } finally {
    screen.end();
    await screen.exited;
  }
}

/** Starts a program, and leaves it with a key once the text is there, so that it keeps the code that V8 compiled of it. */
export async function startAndLeave(command: Command, text: string, key: string): Promise<void> {
  const screen = new BenchScreen(command);
  await screen.until(text);
  screen.write(key);
  await screen.exited;
}

/** From the start of a program on a terminal until its end, in ms. */
export async function untilExit(command: Command): Promise<number> {
  const start = performance.now();
  await new BenchScreen(command).exited;
  return performance.now() - start;
}

/** From each key to the end of the frame that follows, in ms: the middle one. */
export async function keyToFrame(screen: BenchScreen, keys: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const key of keys) {
    const start = performance.now();
    const frame = screen.nextFrame();
    screen.write(key);
    await frame;
    times.push(performance.now() - start);
    // A person is not that quick, and a frame that is still owed must not count for the next key.
    await pause(60);
  }
  return median(times);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** What a process used until now: processor time in ms, and its resident size in bytes. Linux only. */
export function usageOf(pid: number): { readonly cpuMs: number; readonly residentBytes: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  // A tick of the kernel's is a hundredth of a second everywhere that Node runs.
  return { cpuMs: ticks * 10, residentBytes: Number(resident) * 1024 };
}
