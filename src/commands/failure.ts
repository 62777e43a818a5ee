import type { SafeText } from '../terminal/safe-text.ts';

/** Exit codes, the same for every command. */
export const exitCodes = {
  done: 0,
  /** The check failed, or nothing was saved. */
  failed: 1,
  /** Wrong use, or a terminal is needed and there is none. */
  usage: 2,
  /** A file changed under us. */
  conflict: 3,
  locked: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A failure that we expect and can explain; everything else that is thrown is a bug. */
export class ExpectedFailure extends Error {
  readonly exitCode: ExitCode;
  /** What happened, and to what. */
  readonly title: SafeText;
  /** What was not touched, and what to do next. */
  readonly advice: SafeText;

  constructor(exitCode: ExitCode, title: SafeText, advice: SafeText) {
    super(title);
    this.name = 'ExpectedFailure';
    this.exitCode = exitCode;
    this.title = title;
    this.advice = advice;
  }
}
