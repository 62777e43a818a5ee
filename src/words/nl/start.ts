import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** The only line a too old Node gets. */
export function oldNodeWords(found: string): SafeText {
  return say`clawdial heeft Node 22.12 of nieuwer nodig; dit is Node ${safeText(found)}. Er is niets gelezen of geschreven.`;
}
