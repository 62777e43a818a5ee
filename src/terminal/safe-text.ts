declare const safe: unique symbol;

/**
 * Text that may go to a terminal. Only `safeText` and `say` make it, so what comes from a file, a server, the
 * environment or a command line cannot be printed raw: it does not compile.
 */
export type SafeText = string & { readonly [safe]: true };

/** Latin letters and the punctuation of our own sentences: nothing in such a text is harmful, and most texts are such. */
const harmless = /^[\x20-\x7E\xA1-\xAC\xAE-\u024F\u2010-\u2027]*$/;
const harmlessLines = /^[\n\x20-\x7E\xA1-\xAC\xAE-\u024F\u2010-\u2027]*$/;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** True for a text that a look at its characters shows to be safe as it is, in one line or in several; false says nothing. */
export function isHarmless(text: string, lines: 'one line' | 'lines'): boolean {
  return (lines === 'one line' ? harmless : harmlessLines).test(text);
}

function escapeCharacter(character: string): string {
  return shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * Makes any text printable: whatever could move the cursor, hide or reorder text is shown as a visible escape.
 * Idempotent. Truncate to a width only after this, never before.
 */
export function safeText(raw: string): SafeText {
  if (isHarmless(raw, 'one line')) return brand(raw);
  const visible = raw.replace(harmfulCharacters('\u{FE0F}'), escapeCharacter);
  return brand(visible.replace(excessiveMarks(), (marks) => Array.from(marks, escapeCharacter).join('')));
}

/**
 * Characters that act on a terminal, hide, or reorder what stands beside them: controls, formats (bidi, zero width,
 * tags), lone surrogates, private use, unassigned, separators and everything Unicode calls ignorable.
 *
 * Made when it is asked for: of a pattern that is written down as one, V8 makes the tables of Unicode as soon as it reads
 * the file, which takes a twentieth of what Node takes to start (measured).
 *
 * @param kept what stays all the same, as a pattern: emoji presentation (U+FE0F) only picks a glyph
 */
export function harmfulCharacters(kept: string): RegExp {
  return new RegExp(String.raw`(?!${kept})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`, 'gu');
}

/** A run of combining marks beyond what any script needs can bury the lines around it (CVE-2021-26937). */
export function excessiveMarks(): RegExp {
  return new RegExp(String.raw`(?<=\p{M}{4})\p{M}+`, 'gu');
}

/**
 * Template tag for our own sentences: the literal parts are ours, the values must already be safe.
 *
 * @example say`Saved ${safeText(profileId)} to ${safeText(path)}`
 */
export function say(literals: TemplateStringsArray, ...values: readonly (SafeText | number)[]): SafeText {
  // A table of a thousand lines is made of this: `String.raw` takes seven times as long (measured).
  return brand(values.reduce<string>((text, value, index) => `${text}${value}${literals[index + 1] ?? ''}`, literals[0] ?? ''));
}

/** Joins texts that are safe already. */
export function joinSafe(parts: readonly SafeText[], separator: SafeText): SafeText {
  return brand(parts.join(separator));
}

/** The one place where the brand is given. */
function brand(text: string): SafeText {
  return text as SafeText;
}
