import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { KeyFeed } from '../../terminal/key-feed.ts';
import { handOverWords } from '../../words/onboard.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { print } from '../output.ts';

/** Ink's own way to give the terminal away for a while. */
export type SuspendTerminal = (callback: () => Promise<void>) => Promise<void>;

/**
 * Gives the terminal to another program, waits for its end and for the person to have read it, and takes it back.
 * Nothing the other program prints is read by us.
 */
export async function handOver(program: string, argv: readonly string[], feed: KeyFeed, suspend: SuspendTerminal): Promise<void> {
  await suspend(async () => {
    await feed.pause();
    print(handOverWords.before);
    print(await run(program, argv));
    await enter();
    feed.resume();
  });
}

/** @returns what to say about how it ended */
function run(program: string, argv: readonly string[]): Promise<SafeText> {
  return new Promise((resolve) => {
    const child = spawn(program, argv, { stdio: 'inherit' });
    child.once('error', (error) => resolve(handOverWords.notStarted(safeText(error.message))));
    child.once('exit', (code) => resolve(code === 0 ? handOverWords.ended : handOverWords.failed));
  });
}

/** A whole line, or the end of the input. Not as a terminal: readline would move the cursor about. */
function enter(): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  return new Promise((resolve) => {
    lines.once('line', () => lines.close());
    lines.once('close', resolve);
  });
}
