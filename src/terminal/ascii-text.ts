import { safeText, type SafeText } from './safe-text.ts';

/** One cell for one cell, so that what stood under each other still does. */
const plain: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '~',
  '–': '-',
  '—': '-',
  '↑': '^',
  '↓': 'v',
  '─': '-',
};

/** The text for a terminal that draws ASCII only; what has no likeness there becomes `?`. */
export function asciiText(text: SafeText): SafeText {
  return safeText(text.replace(/[^\u0020-\u007E]/gu, (character) => plain[character] ?? '?'));
}
