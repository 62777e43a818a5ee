import { bugWithoutMessage, bugWords } from '../words/terminal.ts';
import { redact } from './redact.ts';
import { safeText, type SafeText } from './safe-text.ts';
import type { Secret } from './secret.ts';

const longestDetail = 300;

/** One line for people about an error that no one expected: no stack, no source, no credential. */
export function bugLine(error: unknown, secrets: readonly Secret[] = []): SafeText {
  const [firstLine = ''] = redact(messageOf(error), secrets).split(/[\r\n\u2028\u2029]/, 1);
  const detail = safeText(cut(firstLine.trim()));
  return bugWords(detail === '' ? bugWithoutMessage : detail);
}

/** By characters and not by cells: how wide those are takes a table that most commands do without. */
function cut(line: string): string {
  return line.length <= longestDetail ? line : `${line.slice(0, longestDetail - 1).toWellFormed()}…`;
}

/** Errors may come from anywhere and even fail when they are asked for their message. */
function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return '';
  }
}
