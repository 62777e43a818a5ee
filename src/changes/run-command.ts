import { runProgram } from '../openclaw-program/run-program.ts';
import type { ProgramEnd } from '../openclaw-program/run-program.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import type { CommandStep } from './change.ts';

/** A write of OpenClaw takes 10 to 25 s, and more on a small machine under load. */
const deadlineMs = 120_000;

/** As many lines of a foreign program as help to understand it. */
const shownLines = 6;

const longestLine = 300;

/** Runs one command of OpenClaw to its end. @param deadline in ms */
export function runCommand(step: CommandStep, signal: AbortSignal | undefined, deadline = deadlineMs): Promise<ProgramEnd> {
  const { program, argv, environment, workingDirectory, secret } = step;
  return runProgram({ program, argv, environment, workingDirectory, input: secret, deadlineMs: deadline, ...(signal === undefined ? {} : { signal }) });
}

/** The last lines that a program said, made harmless; what it says on its error output counts more. */
export function lastWords({ stdout, stderr }: ProgramEnd): readonly SafeText[] {
  const lines = [...linesOf(stdout), ...linesOf(stderr)];
  return lines.slice(-shownLines).map((line) => safeText(line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
}

/** Colours are no words. */
function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
