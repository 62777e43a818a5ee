import { Readable } from 'node:stream';

/**
 * The stdin that Ink gets. Raw mode belongs to the feed: Ink drops it whenever no component listens, and keys typed in
 * that moment would be echoed over the screen.
 */
export class KeyStream extends Readable {
  readonly isTTY: boolean;
  readonly #onRawMode: () => void;

  /** @param onRawMode called when Ink wants raw mode; that it no longer wants it is not passed on */
  constructor(isTTY: boolean, onRawMode: () => void) {
    super({ read: () => undefined });
    this.isTTY = isTTY;
    this.#onRawMode = onRawMode;
  }

  setRawMode(wanted: boolean): this {
    if (wanted) {
      this.#onRawMode();
    }
    return this;
  }

  /** The real stdin stays referenced until the feed stops. */
  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
