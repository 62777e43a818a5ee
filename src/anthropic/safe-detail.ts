import { redact } from '../terminal/redact.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';

const longestDetail = 300;
const longestRequestId = 80;

/**
 * What a server or a library said, fit to be shown: secrets out first, then made safe, and only then cut, so that no
 * half of a secret and no half of an escape gets through.
 */
export function safeDetail(text: string, secrets: readonly Secret[]): SafeText | null {
  const readable = redact(text, secrets).replace(/\s+/g, ' ').trim();
  if (readable === '') return null;
  return cut(safeText(readable), longestDetail);
}

/** Ids are short words; anything else is left out. */
export function safeRequestId(text: string | null, secrets: readonly Secret[]): SafeText | null {
  if (text === null || text.length > longestRequestId || !/^[A-Za-z0-9_.:-]+$/.test(text)) return null;
  return redact(text, secrets) === text ? safeText(text) : null;
}

/** At most so many code points; made safe again, because a cut may part what belongs together. */
function cut(text: SafeText, longest: number): SafeText {
  const characters = Array.from(text);
  return characters.length <= longest ? text : safeText(`${characters.slice(0, longest - 1).join('')}…`);
}
