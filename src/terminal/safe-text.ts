declare const safe: unique symbol;

/**
 * Text that may go to a terminal. Only `safeText` and `say` make it, so what comes from a file, a server, the
 * environment or a command line cannot be printed raw: it does not compile.
 */
export type SafeText = string & { readonly [safe]: true };

/**
 * Characters that act on a terminal, hide, or reorder what stands beside them: controls, formats (bidi, zero width,
 * tags), lone surrogates, private use, unassigned, separators and everything Unicode calls ignorable.
 * U+FE0F (emoji presentation) stays: it only picks a glyph.
 */
const harmful = /(?!\u{FE0F})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A run of combining marks beyond what any script needs can bury the lines around it (CVE-2021-26937). */
const excessiveMarks = /(?<=\p{M}{4})\p{M}+/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  return shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * Makes any text printable: whatever could move the cursor, hide or reorder text is shown as a visible escape.
 * Idempotent. Truncate to a width only after this, never before.
 */
export function safeText(raw: string): SafeText {
  const visible = raw.replace(harmful, escapeCharacter);
  const bounded = visible.replace(excessiveMarks, (marks) => Array.from(marks, escapeCharacter).join(''));
  return brand(bounded);
}

/**
 * Template tag for our own sentences: the literal parts are ours, the values must already be safe.
 *
 * @example say`Saved ${safeText(profileId)} to ${safeText(path)}`
 */
export function say(literals: TemplateStringsArray, ...values: readonly (SafeText | number)[]): SafeText {
  return brand(String.raw({ raw: literals.map((literal) => literal) }, ...values));
}

/** Joins texts that are safe already. */
export function joinSafe(parts: readonly SafeText[], separator: SafeText): SafeText {
  return brand(parts.join(separator));
}

/** The one place where the brand is given. */
function brand(text: string): SafeText {
  return text as SafeText;
}
