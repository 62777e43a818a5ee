import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeClock } from './needs.ts';

/**
 * The time of day of a program, set while it runs, as an administrator, a time server or a machine that wakes up sets it. How
 * long something takes is still told by a clock that never jumps, as it is in the real thing.
 */
export class JumpingClock {
  readonly #file: string;
  /** For the program's environment. */
  readonly variables: Readonly<Record<string, string>>;

  /** @param offsetMs how far ahead of the real time it begins */
  constructor(directory: string, offsetMs = 0) {
    this.#file = join(directory, 'clock');
    this.variables = { LD_PRELOAD: fakeClock ?? '', FAKETIME_TIMESTAMP_FILE: this.#file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
    this.set(offsetMs);
  }

  /** Sets the clock so far ahead of the real time; less than 0 is behind. */
  set(offsetMs: number): void {
    // In one step: half a number would be another time.
    writeFileSync(`${this.#file}.new`, `${offsetMs < 0 ? '-' : '+'}${Math.abs(offsetMs / 1000)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
