import { graphemesOf } from './graphemes.ts';

/**
 * How a run of plain characters is understood: `keys` one key a character, `secret` a long run at once is a paste,
 * because not every terminal brackets what it pastes.
 */
export type KeyMode = 'keys' | 'secret';

export type KeyToken =
  /** One key: a grapheme, a control character or one complete control sequence. */
  | { readonly kind: 'key'; readonly text: string }
  /** The Escape key itself. */
  | { readonly kind: 'escape' }
  | { readonly kind: 'paste'; readonly text: string };

export interface FoundToken {
  readonly token: KeyToken;
  readonly rest: string;
  /** True when what follows at once belongs to the same paste. */
  readonly open: boolean;
}

const escape = '\u001B';
const pasteStart = '\u001B[200~';
const pasteEnd = '\u001B[201~';

/** A run of this many characters in one read was not typed. */
const pasteLength = 20;

/** ECMA-48 control sequences, the Linux console's `ESC [ [ A` and rxvt's `ESC [ 2 $`. */
const controlSequence = /^\u001B\[(?:\[[0-9]*[A-Z~]|[235678]\$|[0-?]*[ -/]*[@-Z\\-~])/;
const unfinishedControlSequence = /^\u001B\[(?:\[[0-9]*|[0-?]*[ -/]*)$/;
const singleShift = /^\u001BO[0-9;]*[@-~]/;
const unfinishedSingleShift = /^\u001BO[0-9;]*$/;
const colour = /\u001B\[[0-9;:]*m/g;
const plainRun = /^(?:[^\p{Cc}]|[\r\n\t]|\u001B\[[0-9;:]*m)+/u;

/** No grapheme that a keyboard makes is longer; it keeps the search short on long input. */
const longestGrapheme = 64;

/**
 * Takes the first key off what was read.
 *
 * @param buffer what one read left; not empty
 * @returns the key and what is left, or `incomplete` when the buffer ends inside a sequence
 */
export function nextToken(buffer: string, mode: KeyMode): FoundToken | 'incomplete' {
  const pasted = mode === 'secret' ? unbracketedPaste(buffer) : null;
  if (pasted !== null) {
    return pasted;
  }
  return buffer.startsWith(escape) ? escapeToken(buffer) : singleKey(buffer);
}

/**
 * What an unfinished sequence was after all, once nothing more came: Escape and the characters after it, a paste whose
 * end was lost, or a torn control sequence, which no one typed (null).
 */
export function settleIncomplete(buffer: string): { readonly token: KeyToken | null; readonly rest: string } {
  if (buffer.startsWith(pasteStart)) {
    return { token: { kind: 'paste', text: buffer.slice(pasteStart.length) }, rest: '' };
  }
  if (buffer.length > 2) {
    return { token: null, rest: '' };
  }
  return { token: { kind: 'escape' }, rest: buffer.slice(1) };
}

/** How long the rest of an unfinished sequence may take, in ms. */
export function patience(buffer: string): number {
  if (buffer.startsWith(pasteStart)) {
    return 1000;
  }
  return buffer.startsWith(escape) && buffer.length > 2 ? 100 : 25;
}

/** An unfinished bracketed paste: its rest is content, whatever it looks like. */
export function isUnfinishedPaste(buffer: string): boolean {
  return buffer.startsWith(pasteStart) && !buffer.includes(pasteEnd);
}

/** Ctrl+C and Escape, in the classic form and in those of kitty and xterm. */
export function isInterrupt(token: KeyToken): boolean {
  return token.kind === 'escape' || isKey(token, '\u0003', 'c'.charCodeAt(0), control) || isKey(token, '\u001B', 27, 0);
}

/** Ctrl+Z, which raw mode turns from a signal into a plain byte. */
export function isSuspend(token: KeyToken): boolean {
  return isKey(token, '\u001A', 'z'.charCodeAt(0), control);
}

/** The bit of the Ctrl key; those of Caps Lock and Num Lock say nothing about what is meant. */
const control = 0b100;
const locks = 0b1100_0000;

/** A key that types something, as kitty tells it when a program before us asked for every key in this form. */
const typingKey = /^\u001B\[(?<code>\d+)(?::(?<shifted>\d+)?[\d:]*)?(?:;(?<modifiers>\d+)(?::[12])?)?u$/;
/** Keys without text have numbers of Unicode's private use. */
const privateUse = 0xe000;

/** `A` for `CSI 97:65;2u`, which Ink takes for `a`; null for every other key. */
function typedText(sequence: string): string | null {
  const { code, shifted, modifiers } = typingKey.exec(sequence)?.groups ?? {};
  const pressed = (Number(modifiers ?? 1) - 1) & ~locks;
  if (code === undefined || Number(code) < 32 || Number(code) === 127 || Number(code) >= privateUse || pressed > 1) return null;
  const plain = String.fromCodePoint(Number(code));
  if (pressed === 0) return plain;
  return shifted === undefined || Number(shifted) >= privateUse ? plain.toUpperCase() : String.fromCodePoint(Number(shifted));
}

/** Kitty's `CSI 99;5u`, with its optional parts, and xterm's `CSI 27;5;99~` (modifyOtherKeys). */
const encodedKey = /^\u001B\[(?:(?<kitty>\d+)[\d:]*(?:;(?<kittyModifiers>\d+)[\d:]*)?(?:;[\d:]*)?u|27;(?<xtermModifiers>\d+);(?<xterm>\d+)~)$/;

function isKey(token: KeyToken, classic: string, code: number, modifiers: number): boolean {
  if (token.kind !== 'key') return false;
  if (token.text === classic) return true;
  const { kitty, kittyModifiers, xterm, xtermModifiers } = encodedKey.exec(token.text)?.groups ?? {};
  const pressed = (Number(kittyModifiers ?? xtermModifiers ?? 1) - 1) & ~locks;
  return Number(kitty ?? xterm) === code && pressed === modifiers;
}

/**
 * The characters that make Ink see this token as one event. Escape goes out in its kitty form: a bare ESC makes Ink
 * wait 20 ms and would turn the next key into Alt plus that key.
 */
export function tokenCharacters(token: KeyToken): string {
  if (token.kind === 'escape') {
    return '\u001B[27u';
  }
  return token.kind === 'paste' ? pasteStart + token.text + pasteEnd : token.text;
}

function unbracketedPaste(buffer: string): FoundToken | null {
  const run = plainRun.exec(buffer)?.[0] ?? '';
  const text = run.replace(colour, '');
  if (text.length < pasteLength) {
    return null;
  }
  const rest = buffer.slice(run.length);
  return { token: { kind: 'paste', text }, rest, open: rest === '' };
}

function escapeToken(buffer: string): FoundToken | 'incomplete' {
  if (buffer.startsWith(pasteStart)) {
    return bracketedPaste(buffer);
  }
  const sequence = (controlSequence.exec(buffer) ?? singleShift.exec(buffer))?.[0];
  if (sequence !== undefined) {
    return found({ kind: 'key', text: typedText(sequence) ?? sequence }, buffer.slice(sequence.length));
  }
  if (buffer === escape || unfinishedControlSequence.test(buffer) || unfinishedSingleShift.test(buffer)) {
    return 'incomplete';
  }
  return found({ kind: 'escape' }, buffer.slice(1));
}

function bracketedPaste(buffer: string): FoundToken | 'incomplete' {
  const end = buffer.indexOf(pasteEnd, pasteStart.length);
  if (end === -1) {
    return 'incomplete';
  }
  return found({ kind: 'paste', text: buffer.slice(pasteStart.length, end) }, buffer.slice(end + pasteEnd.length));
}

function singleKey(buffer: string): FoundToken {
  const first = buffer.charAt(0);
  if (first === '\r' || first === '\n') {
    return found({ kind: 'key', text: '\r' }, buffer.slice(1));
  }
  const text = isPlainKey(buffer) ? first : graphemeAtStart(buffer);
  return found({ kind: 'key', text }, buffer.slice(text.length));
}

/** A letter of ASCII, and nothing behind it that could belong to it. */
function isPlainKey(buffer: string): boolean {
  return /^[\x20-\x7E](?:$|[\x00-\x7F])/.test(buffer);
}

function graphemeAtStart(buffer: string): string {
  const [segment] = graphemesOf(buffer.slice(0, longestGrapheme));
  return segment?.segment ?? buffer.charAt(0);
}

function found(token: KeyToken, rest: string): FoundToken {
  return { token, rest, open: false };
}
