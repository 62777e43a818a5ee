import { say, type SafeText } from '../../terminal/safe-text.ts';

/** The one line that a bug of ours leaves behind; `detail` is redacted and cut. */
export function bugWords(detail: SafeText): SafeText {
  return say`clawdial is gestopt door een eigen fout: ${detail}. Er is geen bestand half geschreven. Start het opnieuw; stopt het weer, meld dan deze regel.`;
}

export const bugWithoutMessage: SafeText = say`een onbekende fout`;
