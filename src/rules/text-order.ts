/**
 * The order in which OpenClaw tells providers, profiles and models, which is that of `localeCompare` (2026.2.24, section
 * 4.2). Its first use takes as long as Node takes to start, because V8 then reads what is known of all languages. Where
 * texts differ first in a digit, as numbered names do, no language orders them otherwise, and it is not asked.
 */
export function compareTexts(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [digitOfA, digitOfB] = [digitAt(a, at), digitAt(b, at)];
  return digitOfA === null || digitOfB === null ? a.localeCompare(b) : digitOfA - digitOfB;
}

/** The digit at an index, below all of them for the end of the text, null for anything else. */
function digitAt(text: string, index: number): number | null {
  if (index >= text.length) return -1;
  const digit = text.charCodeAt(index) - 48;
  return digit >= 0 && digit <= 9 ? digit : null;
}
