import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type IPty } from '@lydell/node-pty';
import headless from '@xterm/headless';

export type HeadlessTerminal = InstanceType<typeof headless.Terminal>;

export interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** Added to the small environment of the session; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

export interface PtyExit {
  readonly exitCode: number;
  /** Number of the signal that killed the program; 0 for none. */
  readonly signal: number;
}

/** A program in a real pseudo-terminal, seen through a real terminal emulator. */
export interface PtySession {
  readonly pid: number;
  readonly terminal: HeadlessTerminal;
  readonly exited: Promise<PtyExit>;
  write(keys: string): void;
  /** Resolves with the screen when the text is on it; fails with the screen's text. */
  until(wanted: string | RegExp, timeoutMs?: number): Promise<string[]>;
  /** As `until`, for any condition on the screen. */
  untilScreen(holds: (lines: readonly string[]) => boolean, what: string, timeoutMs?: number): Promise<string[]>;
  /** The visible lines, trimmed at their end. */
  screen(): string[];
  /** Everything that the program wrote so far. */
  bytes(): string;
  resize(columns: number, rows: number): void;
  kill(signal: NodeJS.Signals): void;
  /** The terminal goes away, as when its window is closed. */
  closeWindow(): void;
}

/** How long a screen may take to come: it only ends what hangs, also on a machine with much else to do. */
const patienceMs = 30_000;

/** Starts a program with its own HOME and an environment that has nothing of the test runner. */
export function startInPty(command: string, args: readonly string[], options: PtyOptions = {}): PtySession {
  const columns = options.columns ?? 80;
  const rows = options.rows ?? 24;
  const home = mkdtempSync(join(tmpdir(), 'clawdial-pty-'));
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  const pty = spawn(command, [...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd ?? process.cwd(),
    env: environment(home, options.env),
  });
  let written = '';
  pty.onData((data) => {
    written += data;
    terminal.write(data);
  });
  // The emulator answers what programs ask of a terminal.
  terminal.onData((answer) => pty.write(answer));
  const exited = exitOf(pty, terminal).finally(() => rmSync(home, { recursive: true, force: true }));
  const screen = (): string[] => visibleLines(terminal);
  const untilScreen: PtySession['untilScreen'] = (holds, what, timeoutMs = patienceMs) =>
    waitForScreen(terminal, holds, what, timeoutMs);
  return {
    pid: pty.pid,
    terminal,
    exited,
    screen,
    untilScreen,
    write: (keys) => pty.write(keys),
    until: (wanted, timeoutMs) => untilScreen((lines) => contains(lines, wanted), String(wanted), timeoutMs),
    bytes: () => written,
    resize: (nextColumns, nextRows) => {
      terminal.resize(nextColumns, nextRows);
      pty.resize(nextColumns, nextRows);
    },
    kill: (signal) => pty.kill(signal),
    closeWindow: () => closeTerminal(pty),
  };
}

/** Its side of the pair of devices is closed. Not among the types of the package, but on every system but Windows. */
function closeTerminal(pty: IPty): void {
  const destroy: unknown = Reflect.get(pty, 'destroy');
  if (typeof destroy !== 'function') throw new Error('this terminal cannot be closed');
  destroy.call(pty);
}

function environment(home: string, extra: PtyOptions['env'] = {}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    HOME: home,
    ...extra,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function exitOf(pty: IPty, terminal: HeadlessTerminal): Promise<PtyExit> {
  return new Promise((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      // Everything written before is parsed when this callback comes.
      terminal.write('', () => resolve({ exitCode, signal: signal ?? 0 }));
    });
  });
}

function visibleLines(terminal: HeadlessTerminal): string[] {
  const buffer = terminal.buffer.active;
  return Array.from({ length: terminal.rows }, (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '');
}

function contains(lines: readonly string[], wanted: string | RegExp): boolean {
  const text = lines.join('\n');
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

function waitForScreen(
  terminal: HeadlessTerminal,
  holds: (lines: readonly string[]) => boolean,
  what: string,
  timeoutMs: number,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      parsed.dispose();
      end();
    };
    const look = (): void => {
      // Ink sends a frame as one synchronized update: before its end the screen is half the old one and half the new.
      if (terminal.modes.synchronizedOutputMode) {
        return;
      }
      const lines = visibleLines(terminal);
      if (holds(lines)) {
        finish(() => resolve(lines));
      }
    };
    const timer = setTimeout(() => {
      const lines = visibleLines(terminal);
      finish(() => reject(new Error(`Not on the screen within ${timeoutMs} ms: ${what}\n${lines.join('\n')}`)));
    }, timeoutMs);
    const parsed = terminal.onWriteParsed(look);
    look();
  });
}
