import { safeText, type SafeText } from '../../src/terminal/safe-text.ts';

/** What may stand in a plain text field: every character that can be shown as itself; the others are left out. */
export function plainInput(typed: string): SafeText {
  const shown = Array.from(typed).filter((character) => safeText(character) === character);
  return safeText(shown.join(''));
}
