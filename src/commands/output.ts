import { writeSync } from 'node:fs';
import { styleText } from 'node:util';
import { asciiText } from '../terminal/ascii-text.ts';
import { terminalCapabilities } from '../terminal/capabilities.ts';
import { excessiveMarks, harmfulCharacters, isHarmless, type SafeText } from '../terminal/safe-text.ts';

/** A value that may be printed as JSON: a `Secret` is none, so handing one over does not compile. */
export type JsonOutput =
  | string
  | number
  | boolean
  | null
  | readonly JsonOutput[]
  | { readonly [key: string]: JsonOutput | undefined };

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
  write(1, `${terminalSafeJson(value)}\n`);
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

/**
 * JSON whose text cannot act on a terminal either: controls, bidi, invisible characters and floods of marks become `\uXXXX`, which
 * every JSON reader turns back into the same string.
 */
export function terminalSafeJson(value: JsonOutput, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  if (isHarmless(text, 'lines')) return text;
  return text.replace(harmfulCharacters(String.raw`\n`), escapeUnits).replace(excessiveMarks(), escapeUnits);
}

function escapeUnits(text: string): string {
  return Array.from({ length: text.length }, (_, index) => escapeUnit(text.charCodeAt(index))).join('');
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** For what a library prints through the stream (the help): a reader that went away is no error of ours there either. */
export function endOnClosedPipe(): void {
  process.stdout.on('error', (error: unknown) => {
    if (isCode(error, 'EPIPE')) process.exit(0);
    throw error;
  });
}

/** Synchronous, so that nothing is lost when the process ends next. A reader that went away is no error of ours. */
function write(descriptor: 1 | 2, text: string): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
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
