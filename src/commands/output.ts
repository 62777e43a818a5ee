import { writeSync } from 'node:fs';
import { styleText } from 'node:util';
import { asciiText } from '../terminal/ascii-text.ts';
import { terminalCapabilities } from '../terminal/capabilities.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { terminalSafeJson, terminalSafeParts, type JsonOutput } from './json-text.ts';

export type { JsonOutput };

/** Prints one line for people on stdout. */
export function print(line: SafeText): void {
  write(1, `${drawn(line)}\n`);
}

/** Prints a script of our own on stdout, as it is: it holds nothing from outside. */
export function printScript(script: string): void {
  write(1, script);
}

/** Prints on stdout without ending the line. */
export function printPart(text: SafeText): void {
  write(1, text);
}

/** Prints one line for people on stderr. */
export function printError(line: SafeText): void {
  write(2, `${drawn(line)}\n`);
}

/** What a terminal without Unicode can draw of it. */
function drawn(line: SafeText): SafeText {
  return terminalCapabilities(process.env, process.stdout).unicode ? line : asciiText(line);
}

/** Prints on stderr without ending the line. */
export function printErrorPart(text: SafeText): void {
  write(2, text);
}

/** Prints one JSON document on stdout, indented, a newline at the end. */
export function printJson(value: JsonOutput): void {
  writeParts(1, asLine(terminalSafeParts(value)));
}

function* asLine(parts: Iterable<string>): Generator<string> {
  yield* parts;
  yield '\n';
}

/** Prints one JSON document on stdout, in one line. */
export function printJsonLine(value: JsonOutput): void {
  write(1, `${terminalSafeJson(value, 0)}\n`);
}

/** How a part of a line looks where colours are shown; the words say the same. */
export type TextStyle = 'bold' | 'dim' | 'green' | 'red' | 'yellow';

export interface StyledText {
  readonly text: SafeText;
  readonly style?: TextStyle;
}

/** Prints one line for people on stdout. @param color false leaves all styles out */
export function printStyled(line: readonly StyledText[], color: boolean): void {
  const shown = line.map(({ text, style }) => (color && style !== undefined ? styleText(style, text, { validateStream: false }) : text));
  write(1, `${shown.join('')}\n`);
}

/** For what a library prints through the stream (the help): a reader that went away is no error of ours there either. */
export function endOnClosedPipe(): void {
  process.stdout.on('error', (error: unknown) => {
    if (isCode(error, 'EPIPE')) process.exit(0);
    throw error;
  });
}

function write(descriptor: 1 | 2, text: string): void {
  writeParts(descriptor, [text]);
}

/** Where texts become bytes: as much as a pipe takes at once. */
let room: Uint8Array | null = null;

/** Synchronous, so that nothing is lost when the process ends next; in as few calls as the parts allow. */
function writeParts(descriptor: 1 | 2, parts: Iterable<string>): void {
  room ??= new Uint8Array(65_536);
  const encoder = new TextEncoder();
  let filled = 0;
  for (const part of parts) {
    let rest = part;
    while (rest !== '') {
      const { read, written } = encoder.encodeInto(rest, room.subarray(filled));
      filled += written;
      rest = rest.slice(read);
      if (rest === '') break;
      writeBytes(descriptor, room.subarray(0, filled));
      filled = 0;
    }
  }
  writeBytes(descriptor, room.subarray(0, filled));
}

/** A reader that went away is no error of ours. */
function writeBytes(descriptor: 1 | 2, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (isCode(error, 'EAGAIN')) continue;
      if (isCode(error, 'EPIPE')) process.exit(0);
      throw error;
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
