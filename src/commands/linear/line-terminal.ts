import { writeSync } from 'node:fs';
import { asciiText } from '../../terminal/ascii-text.ts';
import { terminalCapabilities } from '../../terminal/capabilities.ts';
import { KeyFeed } from '../../terminal/key-feed.ts';
import { guardTerminal, type TerminalGuard } from '../../terminal/lifecycle.ts';
import { lineKeyOf, type LineKey } from '../../terminal/line-keys.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import { bracketedPaste } from '../../terminal/screen-sequences.ts';
import { erasure } from '../../terminal/typed-line.ts';
import { mayDie } from '../may-die.ts';
import { wrapText } from '../../../components/parts/rows.ts';
import { print, printPart } from '../output.ts';

/** Who gets the keys. */
export interface LineListener {
  readonly onKey: (key: LineKey) => void;
  /** The terminal is gone, or stdin was closed. */
  readonly onEnd: () => void;
  /** The terminal is ours again after another program had it: what was asked must be asked again. */
  readonly onReturn: () => void;
}

/**
 * A terminal to which only lines are written: nothing is drawn twice, the cursor is moved by nothing but text and what
 * takes back a typed character. Keys come one at a time and are echoed by us, so that a secret typed ahead never shows.
 */
export class LineTerminal {
  readonly feed: KeyFeed;
  readonly #guard: TerminalGuard;
  readonly #unicode: boolean;
  readonly #brackets: boolean;
  #listener: LineListener | null = null;
  #keepsBreaks = false;

  /** @param onDeath undoes what the program made beside OpenClaw's files, when it dies of a signal */
  constructor(onDeath: (() => void) | undefined) {
    const { interactive, unicode } = terminalCapabilities(process.env, process.stdout);
    this.#unicode = unicode;
    this.#brackets = interactive;
    this.feed = new KeyFeed({
      source: process.stdin,
      afterKey: async () => undefined,
      onEnd: () => this.#listener?.onEnd(),
      onSuspend: () => void this.#guard.suspendSelf(),
    });
    this.#guard = guardTerminal({
      stdin: process.stdin,
      stdout: process.stdout,
      alternateScreen: false,
      beforeDeath: () => mayDie(onDeath),
      onSuspend: () => this.#release(),
      onContinue: () => this.#take(),
    });
    this.feed.start();
    this.#bracket('on');
    this.feed.stdin.setEncoding('utf8');
    this.feed.stdin.on('readable', this.#onReadable);
  }

  listen(listener: LineListener): void {
    this.#listener = listener;
  }

  /** In a field for a secret a long run of characters is a paste, and keeps its line breaks. */
  setSecret(isSecret: boolean): void {
    this.#keepsBreaks = isSecret;
    this.feed.setMode(isSecret ? 'secret' : 'keys');
  }

  /** A whole line, broken between words where the terminal would break it inside one. */
  say(line: SafeText): void {
    const { columns } = terminalCapabilities(process.env, process.stdout);
    const parts = wrapText(line, columns);
    for (const part of parts.length === 0 ? [line] : parts) print(this.#shown(part));
  }

  /** A text after which the cursor stays. */
  write(text: SafeText): void {
    printPart(this.#shown(text));
  }

  /** Takes the end of the typed line away. */
  erase(before: SafeText, after: SafeText): void {
    writeSync(process.stdout.fd, erasure(before, after));
  }

  /** Gives the terminal away until the callback ends. The feed is paused and resumed by who asks for this. */
  async lend(callback: () => Promise<void>): Promise<void> {
    this.#bracket('off');
    try {
      await callback();
    } finally {
      this.#bracket('on');
      this.#listener?.onReturn();
    }
  }

  close(): void {
    this.feed.stdin.off('readable', this.#onReadable);
    this.#bracket('off');
    this.feed.stop();
    this.#guard.release();
  }

  readonly #onReadable = (): void => {
    for (let read: unknown = this.feed.stdin.read(); read !== null; read = this.feed.stdin.read()) {
      const key = typeof read === 'string' ? lineKeyOf(read, this.#keepsBreaks) : null;
      if (key !== null) this.#listener?.onKey(key);
    }
  };

  async #release(): Promise<void> {
    this.#bracket('off');
    await this.feed.pause();
  }

  #take(): void {
    this.feed.resume();
    this.#bracket('on');
    this.#listener?.onReturn();
  }

  #bracket(which: 'on' | 'off'): void {
    if (this.#brackets) writeSync(process.stdout.fd, bracketedPaste[which]);
  }

  #shown(text: SafeText): SafeText {
    return this.#unicode ? text : asciiText(text);
  }
}
