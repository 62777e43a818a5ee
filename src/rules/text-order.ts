/**
 * The order in which OpenClaw tells providers, profiles and models, which is that of `localeCompare` (2026.2.24, section
 * 4.2). Its first use takes as long as Node takes to start, because V8 then reads what is known of all languages. Where no
 * language orders two texts otherwise, it is not asked: numbered names, names that another one goes on from, and most names with
 * different first letters.
 */
export function compareTexts(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return byDigit(a, b, at) ?? byLength(a, b, at) ?? byFirstLetter(a, b, at) ?? a.localeCompare(b);
}

/** Texts that differ first in a digit. */
function byDigit(a: string, b: string, at: number): number | null {
  const [digitOfA, digitOfB] = [digitAt(a, at), digitAt(b, at)];
  return digitOfA === null || digitOfB === null ? null : digitOfA - digitOfB;
}

/** The digit at an index, below all of them for the end of the text, null for anything else. */
function digitAt(text: string, index: number): number | null {
  if (index >= text.length) return -1;
  const digit = text.charCodeAt(index) - 48;
  return digit >= 0 && digit <= 9 ? digit : null;
}

/**
 * One text goes on where the other ends: with a mark, because a letter may be one with the letter before it (Welsh has `ng`
 * before `n`), and up to something that counts everywhere, because some languages pass over marks.
 */
function byLength(a: string, b: string, at: number): number | null {
  if (at < a.length && at < b.length) return null;
  return /^[-:./_][\w:./-]*[a-z\d]$/.test(a.slice(at) + b.slice(at)) ? a.length - b.length : null;
}

/**
 * Texts that differ in their first letter, but for letters that have another place in some language, and for two that are
 * one somewhere, such as `ch` and `aa`. Hawaiian alone, whose vowels come first, orders even these otherwise.
 */
function byFirstLetter(a: string, b: string, at: number): number | null {
  const isPlain = /^([a-pr-v])(?![ghy]|\1)/;
  return at === 0 && isPlain.test(a) && isPlain.test(b) ? a.charCodeAt(0) - b.charCodeAt(0) : null;
}
