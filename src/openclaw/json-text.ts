import json5 from 'json5';
import { depthLimit, freezeDeep, isJsonObject, isTooDeep } from './json-object.ts';
import type { JsonObject, ReadProblem } from './snapshot.ts';
import { firstJsonFault } from './json-fault.ts';

export type ObjectReading =
  | { readonly ok: true; readonly object: JsonObject }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Parses JSON5 whose top level is an object, as a config is; a BOM is accepted, as json5 does. The object is frozen. */
export function parseJson5Object(text: string): ObjectReading {
  try {
    const reading = asObject(parseJson5(text), text);
    return reading.ok ? { ok: true, object: freezeDeep(reading.object) } : reading;
  } catch (error) {
    return { ok: false, problem: json5Problem(error, text) };
  }
}

/** Parses JSON5 whose top level may be anything, as an included file's may; null for what does not parse or nests too deep. Frozen. */
export function parseJson5Value(text: string): { readonly value: unknown } | null {
  try {
    const value = parseJson5(text);
    return isTooDeep(value) ? null : { value: freezeDeep(value) };
  } catch {
    return null;
  }
}

/** Parses strict JSON whose top level is an object, as a store is (2026.2.24, section 2.2); a BOM is a fault there. */
export function parseJsonObject(text: string): ObjectReading {
  try {
    return asObject(JSON.parse(text), text);
  } catch {
    // The message of JSON.parse quotes the text around the fault, which may be a credential: it is not used.
    return { ok: false, problem: { kind: 'syntax', ...lineAndColumn(text, firstJsonFault(text)), message: 'not-json' } };
  }
}

function asObject(value: unknown, text: string): ObjectReading {
  if (!isJsonObject(value)) return { ok: false, problem: { kind: 'shape', message: 'not-an-object' } };
  if (couldBeTooDeep(text) && isTooDeep(value)) return { ok: false, problem: { kind: 'shape', message: 'too-deep' } };
  return { ok: true, object: value };
}

/** False for a text with so few brackets that nothing in it can nest too deep, as nearly all stores are: they need not be walked through. */
function couldBeTooDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      brackets += 1;
      if (brackets > depthLimit) return true;
    }
  }
  return false;
}

/**
 * The config is read for its version, then for what is in it, then to edit it, and again whenever a file beside it has
 * changed: to compare a text takes a thousandth of the time that it takes to parse it.
 */
let lastParsed: { readonly text: string; readonly value: unknown } | null = null;

/**
 * Parses JSON5. The same text may give the very same value, so nothing may change it.
 *
 * @throws the parser's SyntaxError
 */
export function parseJson5(text: string): unknown {
  if (lastParsed?.text !== text) lastParsed = { text, value: parseNow(text) };
  return lastParsed.value;
}

/** What OpenClaw writes itself is JSON, which every JSON5 parser reads alike, and Node's own fifty times as fast. */
function parseNow(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return silently(() => json5.parse(text));
  }
}

/** json5 warns on the console about U+2028 in strings, which would tear the screen. */
function silently<T>(parse: () => T): T {
  const { console: output } = globalThis;
  const { warn } = output;
  output.warn = () => {};
  try {
    return parse();
  } finally {
    output.warn = warn;
  }
}

function json5Problem(error: unknown, text: string): ReadProblem {
  const line = numberOf(error, 'lineNumber');
  const column = numberOf(error, 'columnNumber');
  const message = error instanceof Error ? error.message.replace(/^JSON5: /, '').replace(/ at \d+:\d+$/, '') : '';
  const bom = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return { kind: 'syntax', line, column: Math.max(1, column - bom), message };
}

function numberOf(error: unknown, name: 'lineNumber' | 'columnNumber'): number {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' ? value : 1;
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
