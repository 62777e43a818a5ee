import { bugWithoutMessage, bugWords } from '../words/terminal.ts';
import { redact } from './redact.ts';
import { safeText, type SafeText } from './safe-text.ts';
import type { Secret } from './secret.ts';
import { truncateToWidth } from './width.ts';

const longestDetail = 300;

/** One line for people about an error that no one expected: no stack, no source, no credential. */
export function bugLine(error: unknown, secrets: readonly Secret[] = []): SafeText {
  const [firstLine = ''] = redact(messageOf(error), secrets).split(/[\r\n\u2028\u2029]/, 1);
  const detail = truncateToWidth(safeText(firstLine.trim()), longestDetail);
  return bugWords(detail === '' ? bugWithoutMessage : detail);
}

/** Errors may come from anywhere and even fail when they are asked for their message. */
function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return '';
  }
}
