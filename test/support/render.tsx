import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { render as inkRender } from 'ink';
import type { ReactElement } from 'react';
import { KeyFeed } from '../../src/terminal/key-feed.ts';

/** A terminal of a given size that keeps what is written to it. */
class FakeScreen extends EventEmitter {
  readonly isTTY = false;
  readonly frames: string[] = [];
  writable = true;
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string, done?: () => void): boolean {
    // Ink writes an empty text to learn when earlier ones are out.
    if (text !== '' && text !== '\n') {
      this.frames.push(text);
    }
    if (typeof done === 'function') {
      setImmediate(done);
    }
    return true;
  }

  end(): this {
    return this;
  }
}

export interface RenderOptions {
  readonly columns?: number;
  readonly rows?: number;
}

export interface Rendered {
  readonly feed: KeyFeed;
  /** The last frame, without colours, lines trimmed at their end. */
  frame(): string;
  /** The last frame as written. */
  raw(): string;
  lines(): string[];
  /** Sends characters in one write and waits until the app has handled them. */
  press(keys: string): Promise<void>;
  /** Waits until nothing is left to do for Ink. */
  settle(): Promise<void>;
  rerender(tree: ReactElement): void;
  resize(columns: number, rows: number): Promise<void>;
  unmount(): void;
}

const controlSequence = /\u001B\[[0-?]*[ -/]*[@-~]/g;

/** Renders with Ink as the program does: keys pass through a KeyFeed. */
export async function renderApp(tree: ReactElement, options: RenderOptions = {}): Promise<Rendered> {
  const screen = new FakeScreen(options.columns ?? 80, options.rows ?? 24);
  const keyboard = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const feed = new KeyFeed({ source: keyboard });
  const instance = inkRender(tree, {
    // A cast, because the fake has only the part of a stream that Ink uses.
    stdout: screen as unknown as NodeJS.WritableStream,
    stderr: screen as unknown as NodeJS.WritableStream,
    stdin: feed.stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const settle = async (): Promise<void> => {
    await feed.idle();
    await instance.waitUntilRenderFlush();
  };
  const raw = (): string => screen.frames.at(-1) ?? '';
  const lines = (): string[] =>
    raw()
      .replace(controlSequence, '')
      .split('\n')
      .map((line) => line.trimEnd());
  await settle();
  return {
    feed,
    raw,
    lines,
    frame: () => lines().join('\n'),
    settle,
    press: async (keys) => {
      keyboard.write(keys);
      await settle();
    },
    rerender: (next) => instance.rerender(next),
    resize: async (columns, rows) => {
      screen.columns = columns;
      screen.rows = rows;
      screen.emit('resize');
      await settle();
    },
    unmount: () => {
      instance.unmount();
      feed.stop();
    },
  };
}
