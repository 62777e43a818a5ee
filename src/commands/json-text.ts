import { excessiveMarks, harmfulCharacters, isHarmless } from '../terminal/safe-text.ts';

/** A value that may be printed as JSON: a `Secret` is none, so handing one over does not compile. */
export type JsonOutput =
  | string
  | number
  | boolean
  | null
  | readonly JsonOutput[]
  | { readonly [key: string]: JsonOutput | undefined };

/**
 * JSON whose text cannot act on a terminal either: controls, bidi, invisible characters and floods of marks become `\uXXXX`, which
 * every JSON reader turns back into the same string.
 */
export function terminalSafeJson(value: JsonOutput, indent = 2): string {
  return terminalSafe(JSON.stringify(value, null, indent));
}

/**
 * The same text, indented, in parts: each entry of a list that is the document, or that stands in it under a key, is a
 * part of its own. The answer for a thousand agents as one text takes several times its size in memory, and a tenth of
 * the time of the whole command to find that memory (measured).
 */
export function* terminalSafeParts(value: JsonOutput): Generator<string> {
  if (isList(value)) yield* listParts(value, '');
  else if (typeof value === 'object' && value !== null) yield* objectParts(value);
  else yield terminalSafeJson(value);
}

function* objectParts(object: { readonly [key: string]: JsonOutput | undefined }): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield terminalSafe(`${before}\n  ${JSON.stringify(key)}: `);
    before = ',';
    if (isList(value)) yield* listParts(value, '  ');
    else yield terminalSafe(indented(value, '  '));
  }
  yield before === '{' ? '{}' : '\n}';
}

/** @param margin what stands before the lines around the list */
function* listParts(list: readonly JsonOutput[], margin: '' | '  '): Generator<string> {
  const inner = margin === '' ? '  ' : '    ';
  let before = '[';
  for (const entry of list) {
    // In two parts: a text that is put together is copied before it is looked at.
    yield `${before}\n${inner}`;
    yield terminalSafe(indented(entry, inner));
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${margin}]`;
}

/** A value as it stands behind a margin: inside of one or two lists, whose own lines are taken away again. */
function indented(value: JsonOutput, margin: '  ' | '    '): string {
  return margin === '  ' ? JSON.stringify([value], null, 2).slice('[\n  '.length, -'\n]'.length) : JSON.stringify([[value]], null, 2).slice('[\n  [\n    '.length, -'\n  ]\n]'.length);
}

function isList(value: JsonOutput): value is readonly JsonOutput[] {
  return Array.isArray(value);
}

function terminalSafe(text: string): string {
  if (isHarmless(text, 'lines')) return text;
  return text.replace(harmfulCharacters(String.raw`\n`), escapeUnits).replace(excessiveMarks(), escapeUnits);
}

function escapeUnits(text: string): string {
  return Array.from({ length: text.length }, (_, index) => escapeUnit(text.charCodeAt(index))).join('');
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
