import { eastAsianWidth } from 'get-east-asian-width';
import { safeText, type SafeText } from './safe-text.ts';

const plain: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '~',
  '–': '-',
  '—': '-',
  '↑': '^',
  '↓': 'v',
  '←': '<',
  '→': '>',
  '─': '-',
  '•': '*',
  '✓': '+',
  '✗': 'x',
};

/**
 * The text for a terminal that draws ASCII only, one cell for one cell, so that what stood under each other still does.
 * Letters lose their accents; what has no likeness becomes `?`. Every answer passes here, so the width of one character
 * is looked up without the module for whole texts, which takes as long to load as Node itself.
 */
export function asciiText(text: SafeText): SafeText {
  return safeText(text.replace(/[^\u0020-\u007E]/gu, (character) => plain[character] ?? baseLetter(character) ?? '?'.repeat(eastAsianWidth(character.codePointAt(0) ?? 0))));
}

/** `e` for `é`, nothing for a mark that joins the letter before it. */
function baseLetter(character: string): string | null {
  if (/^\p{M}$/u.test(character)) return '';
  const [first = ''] = character.normalize('NFD');
  return /^[ -~]$/.test(first) ? first : null;
}
