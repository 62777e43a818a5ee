import { say, type SafeText } from '../../terminal/safe-text.ts';

/** The one line that a bug of ours leaves behind; `detail` is redacted and cut. */
export function bugWords(detail: SafeText): SafeText {
  return say`clawdial stopped because of a fault of its own: ${detail}. No file is left half written. Please start it again; if it stops again, report this line.`;
}

export const bugWithoutMessage: SafeText = say`an unknown error`;
