import { StringDecoder } from 'node:string_decoder';
import { KeyQueue } from './key-queue.ts';
import { KeyStream } from './key-stream.ts';
import { isSuspend, tokenCharacters, type KeyMode, type KeyToken } from './key-tokens.ts';
import { plainPaste } from './plain-paste.ts';

/** What the feed needs of `process.stdin`. */
export interface KeySource {
  readonly isTTY?: boolean;
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  on(event: 'end' | 'close' | 'error', listener: () => void): unknown;
  off(event: string, listener: (chunk: Buffer | string) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  setRawMode?(raw: boolean): unknown;
  unref?(): unknown;
}

export interface KeyFeedOptions {
  readonly source: KeySource;
  /** Resolves when the app has handled a key and shows the result; without it, React's own work is waited for. */
  readonly afterKey?: () => Promise<void>;
  /** The terminal is gone, or stdin was closed. */
  readonly onEnd?: () => void;
  /** Ctrl+Z, which raw mode turns into a plain byte. Without it the byte goes to the app. */
  readonly onSuspend?: () => void;
}

/**
 * React flushes a key's update in a microtask, its effects in the next turn, and a further effect that those set off after
 * four turns (ink 8, React 19.3); two are in reserve. Only then does a component see its own last key.
 */
const turnsPerKey = 6;

/**
 * Hands Ink one key at a time: the next only when the previous was handled and rendered and its effects ran. Without
 * this, ink-select-input and ink-text-input lose keys that arrive together (facts, stack section 1.1).
 *
 * Give `feed.stdin` to Ink's `render`. Reading starts, and raw mode goes on, with `start()`, or when Ink first asks for
 * raw mode; both end with `stop()`.
 */
export class KeyFeed {
  readonly stdin: KeyStream;
  readonly #options: KeyFeedOptions;
  readonly #source: KeySource;
  readonly #decoder = new StringDecoder('utf8');
  readonly #queue: KeyQueue;
  #state: 'idle' | 'reading' | 'paused' | 'stopped' = 'idle';
  #delivering = false;

  constructor(options: KeyFeedOptions) {
    this.#options = options;
    this.#source = options.source;
    this.#queue = new KeyQueue(() => this.#pump());
    this.stdin = new KeyStream(options.source.isTTY === true, () => this.start());
    this.stdin.on('newListener', (event) => {
      if (event === 'readable') {
        setImmediate(() => this.#pump());
      }
    });
  }

  /** How the next characters are understood; what was read but not yet handled counts as next. */
  setMode(mode: KeyMode): void {
    this.#queue.mode = mode;
  }

  /** Keys wait from now on. Ctrl+C and Escape do not: they are delivered at once, and the keys before them are dropped. Nor does Ctrl+Z. */
  hold(): void {
    this.#queue.held = true;
  }

  /** Keys flow again, those that waited first. */
  release(): void {
    this.#queue.held = false;
    this.#pump();
  }

  /** Forgets the keys that wait. */
  drop(): void {
    this.#queue.clear();
  }

  /**
   * Resolves when every key read so far is handled, apart from those that are held. A key whose end is still awaited
   * counts as read.
   */
  async idle(): Promise<void> {
    do {
      await nextTurn();
    } while (this.#state !== 'stopped' && (this.#delivering || (this.#queue.waiting && !this.#queue.held)));
  }

  /**
   * Leaves the terminal to a child process: raw mode off, nothing read. What was typed before stays queued for us,
   * what is typed from now on is the child's. Resolves when reading has really ended; start the child after that.
   */
  async pause(): Promise<void> {
    if (this.#state !== 'reading') {
      return;
    }
    this.#state = 'paused';
    // Whoever else reads from stdin meanwhile, e.g. a line with readline, must not feed us too.
    this.#source.off('data', this.#onData);
    this.#source.pause();
    this.#source.setRawMode?.(false);
    // Node stops reading a terminal one tick after pause().
    await nextTurn();
  }

  /** Takes the terminal back after `pause()`. */
  resume(): void {
    if (this.#state !== 'paused') {
      return;
    }
    this.#state = 'reading';
    this.#source.setRawMode?.(true);
    this.#source.on('data', this.#onData);
    this.#source.resume();
    this.#pump();
  }

  /** Gives the terminal back for good: raw mode off, listeners gone, the process may end. */
  stop(): void {
    if (this.#state === 'stopped') {
      return;
    }
    const started = this.#state !== 'idle';
    this.#state = 'stopped';
    this.#queue.clear();
    if (!started) {
      return;
    }
    this.#source.off('data', this.#onData);
    this.#source.off('end', this.#onEnd);
    this.#source.off('close', this.#onEnd);
    this.#source.pause();
    this.#source.setRawMode?.(false);
    this.#source.unref?.();
  }

  /**
   * Takes the terminal: raw mode on, keys are kept until Ink listens. Ink asks for it after its first frame; called
   * before, no key that is typed on seeing that frame is echoed, or meets the shell's meaning of Ctrl+C.
   */
  start(): void {
    if (this.#state !== 'idle') {
      return;
    }
    this.#state = 'reading';
    this.#source.setRawMode?.(true);
    this.#source.on('data', this.#onData);
    this.#source.on('end', this.#onEnd);
    this.#source.on('close', this.#onEnd);
    // Reading from a terminal that went away fails with EIO. The listener stays: a late error must not end the process.
    this.#source.on('error', this.#onEnd);
    this.#source.resume();
  }

  readonly #onData = (chunk: Buffer | string): void => {
    this.#queue.add(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk));
    this.#pump();
  };

  readonly #onEnd = (): void => {
    if (this.#state === 'stopped') {
      return;
    }
    this.stop();
    this.#options.onEnd?.();
  };

  #pump(): void {
    if (this.#delivering || this.#state !== 'reading' || this.stdin.listenerCount('readable') === 0) {
      return;
    }
    const token = this.#queue.take();
    if (token === null) {
      return;
    }
    this.#delivering = true;
    void this.#deliver(token).finally(() => {
      this.#delivering = false;
      this.#pump();
    });
  }

  async #deliver(token: KeyToken): Promise<void> {
    if (isSuspend(token) && this.#options.onSuspend !== undefined) {
      this.#options.onSuspend();
      return;
    }
    const cleaned = this.#queue.mode === 'keys' && token.kind === 'paste' ? plainPaste(token.text) : token;
    if (cleaned === null) {
      return;
    }
    this.stdin.push(tokenCharacters(cleaned));
    await this.#handled();
  }

  async #handled(): Promise<void> {
    do {
      await nextTurn();
    } while (this.stdin.readableLength > 0 && this.#state !== 'stopped');
    if (this.#options.afterKey !== undefined) {
      await this.#options.afterKey();
      return;
    }
    for (let turn = 1; turn < turnsPerKey; turn += 1) {
      await nextTurn();
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
