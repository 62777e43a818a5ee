import type { Removal } from './removal.ts';

interface Replacement {
  readonly pattern: RegExp;
  readonly by: string;
  /** Null where what is left decides how it is reported, such as a line break. */
  readonly removal: Removal | null;
}

/** Order matters: a longer sequence goes before the sequences that it contains. */
const replacements: readonly Replacement[] = [
  // A program that does not know bracketed paste may have swallowed the escape character itself.
  { pattern: /(?:\x1b\[|\x9b)20[01]~|^(?:\^\[)?\[200~|(?:\^\[)?\[201~(?=\s*$)/g, by: '', removal: 'bracketed-paste-markers' },
  { pattern: /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)/g, by: '', removal: 'terminal-codes' },
  { pattern: /(?:\x1b\[|\x9b)\d*C/g, by: ' ', removal: 'terminal-codes' },
  { pattern: /(?:\x1b\[|\x9b)[\d;]*[ABEFHdf]/g, by: '\n', removal: 'terminal-codes' },
  { pattern: /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]/g, by: '', removal: 'terminal-codes' },
  { pattern: /\x1b(?:[ -/]+[0-~]|[0-9=>A-Z\\])?/g, by: '', removal: 'terminal-codes' },
  { pattern: /\r*\n|\r+|[\x0b\x0c\x85\u2028\u2029]/g, by: '\n', removal: null },
  { pattern: /[\x00-\x08\x0e-\x1f\x7f-\x9f]/g, by: '', removal: 'control-characters' },
  { pattern: /(?![\n])[\p{Cf}\u{FE00}-\u{FE0F}\u034F\u115F\u1160\u3164\uFFA0]/gu, by: '', removal: 'invisible-characters' },
  { pattern: /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, by: ' ', removal: null },
  { pattern: /[\u2010-\u2015\u2212\uFE58\uFE63]/g, by: '-', removal: 'smart-dashes' },
];

/** Letters of an input method or of a styled page that stand for ASCII ones. */
const compatibilityLetters = /[\uFF01-\uFFEE\u{1D400}-\u{1D7FF}]/u;

/**
 * Takes out what a terminal, a page or an input method puts between characters. Line breaks become `\n`, odd spaces a
 * plain one; one NFKC pass turns full-width letters into ASCII (facts, anthropic-api section 7).
 *
 * @param found hears what was taken out
 */
export function plainCharacters(raw: string, found: Set<Removal>): string {
  const text = replacements.reduce((current, { pattern, by, removal }) => {
    const next = current.replace(pattern, by);
    if (removal !== null && next !== current) found.add(removal);
    return next;
  }, raw);
  if (compatibilityLetters.test(text)) found.add('full-width-characters');
  return text.normalize('NFKC');
}
