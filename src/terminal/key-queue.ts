import { isInterrupt, isSuspend, isUnfinishedPaste, nextToken, patience, settleIncomplete, type KeyMode, type KeyToken } from './key-tokens.ts';

interface Read {
  readonly text: string;
  /** ms, monotonic. */
  readonly at: number;
}

/** Nothing that is pasted here is longer; the rest of a longer paste is left out. */
const longestPaste = 65_536;
const pasteEndLength = 6;

/**
 * What was read and not yet handed on. It keeps reads apart, because a paste is told from typing by what came in one
 * read, and looks at them as late as possible, because the screen that gets them decides the mode.
 */
export class KeyQueue {
  mode: KeyMode = 'keys';
  held = false;
  readonly #onSettled: () => void;
  #reads: Read[] = [];
  #parked: KeyToken[] = [];
  #settled: Read | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param onSettled called when an unfinished sequence got no more characters, so that `take` has an answer now */
  constructor(onSettled: () => void) {
    this.#onSettled = onSettled;
  }

  /** True while anything is left that is not handed on. */
  get waiting(): boolean {
    return this.#reads.length > 0 || this.#parked.length > 0;
  }

  add(text: string): void {
    if (text !== '') {
      this.#reads.push({ text, at: performance.now() });
    }
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#reads = [];
    this.#parked = [];
  }

  /** The next key, or null when there is none, it is unfinished, or keys are held (not Ctrl+C, Escape and Ctrl+Z). */
  take(): KeyToken | null {
    if (this.held) {
      return this.#takeInterrupt();
    }
    return this.#parked.shift() ?? this.#takeRead();
  }

  #takeInterrupt(): KeyToken | null {
    for (let token = this.#takeRead(); token !== null; token = this.#takeRead()) {
      if (isInterrupt(token)) {
        this.#parked = [];
        return token;
      }
      if (isSuspend(token)) {
        return token;
      }
      this.#parked.push(token);
    }
    return null;
  }

  #takeRead(): KeyToken | null {
    for (let head = this.#reads[0]; head !== undefined; head = this.#reads[0]) {
      const found = nextToken(head.text, this.mode);
      if (found !== 'incomplete' && !found.open) {
        this.#replaceHead(head, found.rest);
        return found.token;
      }
      if (this.#join(head)) {
        continue;
      }
      if (this.#reads.length === 1 && this.#settled !== head) {
        this.#await(head);
        return null;
      }
      const settled = found === 'incomplete' ? settleIncomplete(head.text) : found;
      this.#replaceHead(head, settled.rest);
      if (settled.token !== null) {
        return settled.token;
      }
    }
    return null;
  }

  #replaceHead(head: Read, rest: string): void {
    if (rest === '') {
      this.#reads.shift();
      return;
    }
    this.#reads[0] = { text: rest, at: head.at };
  }

  /** Puts the second read to the first when it came soon enough to be the rest of it. */
  #join(head: Read): boolean {
    const next = this.#reads[1];
    if (next === undefined || next.at - head.at > patience(head.text)) {
      return false;
    }
    const text = isUnfinishedPaste(head.text) ? shorten(head.text) + next.text : head.text + next.text;
    this.#reads.splice(0, 2, { text, at: next.at });
    return true;
  }

  #await(head: Read): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // After a busy moment the rest may lie unread already: let one turn of reading pass first.
      setImmediate(() => {
        this.#settled = head;
        this.#onSettled();
      });
    }, patience(head.text));
  }
}

/** Keeps the start of an overlong paste, and its last characters, which may be the first of its end mark. */
function shorten(paste: string): string {
  return paste.length > longestPaste ? paste.slice(0, longestPaste - pasteEndLength) + paste.slice(-pasteEndLength) : paste;
}
