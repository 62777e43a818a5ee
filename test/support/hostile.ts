/**
 * What a file, a server or an environment may hold to act on a terminal, hide text, or make it lie (reliability 3.5, U1).
 * Each one by the name that a failure shows.
 */
export const hostileTexts = {
  'clipboard (OSC 52)': 'a\u001B]52;c;SE9TVElMRQ==\u0007b',
  'title (OSC 0)': 'a\u001B]0;owned\u0007b',
  'link (OSC 8)': 'a\u001B]8;;http://127.0.0.1/evil\u001B\\click\u001B]8;;\u001B\\b',
  'clear screen': 'a\u001B[2J\u001B[3Jb',
  'cursor home': 'a\u001B[1;1Hb',
  'alternate screen': 'a\u001B[?1049hb',
  'terminal query (DCS)': 'a\u001BP+q544e\u001B\\b',
  'C1 CSI': 'a\u009B2Jb',
  'C1 OSC': 'a\u009D0;owned\u009Cb',
  bell: 'a\u0007b',
  backspaces: 'abc\b\b\bxyz',
  'carriage return': 'real\rfake',
  'line feed': 'one\ntwo',
  'right-to-left override': 'a\u202Egpj.exe',
  isolates: 'a\u2066b\u2069c',
  'zero width': 'an\u200Bthropic',
  tag: 'a\u{E0041}b',
  colour: 'a\u001B[31mred\u001B[0mb',
  'window report': 'a\u001B[21tb',
  'cursor report': 'a\u001B[6nb',
  reset: 'a\u001Bcb',
  nul: 'a\u0000b',
  delete: 'a\u007Fb',
  'combining flood': `a${'\u0301'.repeat(30)}b`,
  'line separator': 'a\u2028b',
  'half a surrogate pair': 'a\uD800b',
} as const;

export const hostileList: readonly string[] = Object.values(hostileTexts);

/** Characters that no output of ours may hold, beside the line feeds that end our own lines. U+FE0F only picks a glyph. */
const harmful = /(?!\n|\u{FE0F})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** The first harmful character of a text with what stands around it, or null. */
export function harmIn(text: string): string | null {
  const index = text.search(harmful);
  if (index !== -1) return JSON.stringify(text.slice(Math.max(0, index - 30), index + 10));
  return /\p{M}{9}/u.test(text) ? 'a flood of combining marks' : null;
}

/**
 * What acts on a terminal in the bytes of a screen: everything but the sequences that our screens are drawn with (colour,
 * cursor, erasing, the modes that we switch, questions to the terminal at the start).
 */
export function harmInBytes(bytes: string): string | null {
  if (bytes.includes('\u001B[3J')) return 'the scrollback is erased';
  const ours = /\u001B(?:\[[0-9;]*[mABCDEFGHJK]|\[\?(?:25|1049|2004|2026)[hl]|\[\?u|\[[<>=]\d*(?:;\d+)?u|\[c|\[\?2026\$p)/g;
  return harmIn(bytes.replace(ours, '').replaceAll('\r', ''));
}
