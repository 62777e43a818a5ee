import { inspect } from 'node:util';

/**
 * A credential, or a text that holds one, from the keystroke to the file.
 *
 * It cannot be shown by accident: everything that prints takes only `SafeText`, which a `Secret` is not, and whoever
 * turns it into a string, JSON or an inspected object gets a fixed word instead of the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call this only where it leaves for its one destination: an HTTP header, or the bytes of a file. */
  reveal(): string {
    return this.#value;
  }

  /** Number of UTF-16 code units; for the ASCII credentials of Anthropic this is the number of characters. */
  get length(): number {
    return this.#value.length;
  }

  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
