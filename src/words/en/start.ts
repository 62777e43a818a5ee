import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** The only line a too old Node gets. */
export function oldNodeWords(found: string): SafeText {
  return say`clawdial needs Node 22.12 or newer; this is Node ${safeText(found)}. Nothing was read or written.`;
}
