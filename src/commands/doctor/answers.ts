import { createInterface } from 'node:readline';
import { say, type SafeText } from '../../terminal/safe-text.ts';
import { print, printPart } from '../output.ts';

/**
 * Questions on a terminal, a line each. The terminal stays as it is, so that Ctrl+C ends the program as everywhere; lines
 * that come before their question wait for it, so that all answers can be given in one write.
 */
export class Answers {
  readonly #lines = createInterface({ input: process.stdin, terminal: false });
  readonly #answers = this.#lines[Symbol.asyncIterator]();

  /** The next line, trimmed, in lower case; null when there will be none. */
  async ask(question: SafeText): Promise<string | null> {
    printPart(question);
    const { value, done } = await this.#answers.next();
    if (done === true) print(say``);
    return done === true ? null : value.trim().toLowerCase();
  }

  close(): void {
    this.#lines.close();
  }
}
