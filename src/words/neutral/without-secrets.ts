import { redact } from '../../terminal/redact.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';

/** Names and ids come from files, and somebody may have pasted a credential where a name belongs. */
export function withoutSecrets(text: SafeText): SafeText {
  return safeText(redact(text));
}
