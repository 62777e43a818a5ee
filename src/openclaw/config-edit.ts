import JSON5 from 'json5';
import { holdsInclude, locate } from './config-edit-locate.ts';
import { appendEntry, applySplices, prependElement, removeEntry, replaceEntry } from './config-edit-splice.ts';
import { styleOf } from './config-edit-style.ts';
import { readTree } from './config-edit-tree.ts';
import type { ConfigTree, Entry } from './config-edit-tree.ts';
import { applyToValue, isPlainObject, sameValue } from './config-edit-value.ts';
import type { ConfigEdit, JsonValue } from './config-edit-value.ts';

export type { ConfigEdit, JsonValue } from './config-edit-value.ts';

export type EditFailure = 'syntax' | 'duplicate-key' | 'not-an-object' | 'include' | 'verification';

export type EditResult =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: EditFailure;
      /** The part of the path that could not be followed. */
      readonly path: readonly string[];
      /** 1-based. */
      readonly line?: number;
    };

/**
 * Edits JSON5 (or JSON) text and leaves every other byte as it is: comments, quotes, order, indentation, line ends, BOM.
 *
 * The new text is parsed again and must equal the object that the edits ask for, and stay strict JSON if it was; otherwise
 * nothing is returned but the reason `verification`.
 */
export function editConfig(text: string, edits: readonly ConfigEdit[]): EditResult {
  const before = parseJson5(text);
  if (!before.ok) {
    return { ok: false, reason: 'syntax', path: [], line: before.line };
  }
  const forbidden = edits.find(({ path }) => path.length === 0 || path.includes('__proto__'));
  if (forbidden !== undefined) {
    return { ok: false, reason: 'verification', path: forbidden.path };
  }
  let current = text;
  for (const edit of edits) {
    const result = editOnce(current, edit);
    if (!result.ok) {
      return result;
    }
    current = result.text;
  }
  return isAsIntended(text, before.value, edits, current) ? { ok: true, text: current } : { ok: false, reason: 'verification', path: [] };
}

function isAsIntended(text: string, before: unknown, edits: readonly ConfigEdit[], after: string): boolean {
  const parsed = parseJson5(after);
  return parsed.ok && sameValue(parsed.value, applyToValue(before, edits)) && (!isStrictJson(text) || isStrictJson(after));
}

function editOnce(text: string, edit: ConfigEdit): EditResult {
  const reading = readTree(text);
  if (!reading.ok) {
    return { ok: false, reason: 'syntax', path: [], line: reading.line };
  }
  const { tree } = reading;
  const place = locate(tree, edit.path, edit.kind === 'set' && edit.besideInclude === true);
  if (place.state === 'refused') {
    const { reason, path, line } = place;
    return { ok: false, reason, path, line };
  }
  if (edit.kind === 'remove') {
    return { ok: true, text: place.state === 'absent' ? text : applySplices(text, removeEntry(tree, place.container, place.index)) };
  }
  if (place.state === 'found') {
    return setFound(tree, place.entry, edit, () => replaceEntry(tree, styleOf(tree), place.container, place.entry, edit.value));
  }
  const [name = '', ...below] = place.rest;
  const value = below.reduceRight((inner: JsonValue, key): JsonValue => ({ [key]: inner }), edit.value);
  return { ok: true, text: applySplices(text, appendEntry(tree, styleOf(tree), place.container, name, value)) };
}

type SetEdit = Extract<ConfigEdit, { kind: 'set' }>;

function setFound(tree: ConfigTree, entry: Entry, edit: SetEdit, replace: () => ReturnType<typeof replaceEntry>): EditResult {
  const { text } = tree;
  const held = parseJson5(text.slice(entry.value.start, entry.value.end));
  if (held.ok && sameValue(held.value, edit.value)) {
    return { ok: true, text };
  }
  if (entry.value.kind === 'object' && holdsInclude(entry.value)) {
    return { ok: false, reason: 'include', path: edit.path };
  }
  if (held.ok && isPlainObject(held.value) && isPlainObject(edit.value)) {
    return editEach(text, objectSteps(edit.path, held.value, edit.value));
  }
  const first = entry.value.kind === 'array' ? entry.value.entries[0] : undefined;
  if (held.ok && first !== undefined && Array.isArray(held.value) && Array.isArray(edit.value)) {
    return setArray(tree, first, held.value, edit, edit.value) ?? { ok: true, text: applySplices(text, replace()) };
  }
  return { ok: true, text: applySplices(text, replace()) };
}

/** An object over an object: only the members that differ are touched, so comments inside it stay. */
function objectSteps(path: readonly string[], held: object, wanted: { readonly [key: string]: JsonValue }): ConfigEdit[] {
  const gone = Object.keys(held).filter((key) => !Object.hasOwn(wanted, key));
  return [
    ...Object.entries(wanted).map(([key, value]): ConfigEdit => ({ kind: 'set', path: [...path, key], value })),
    ...gone.map((key): ConfigEdit => ({ kind: 'remove', path: [...path, key] })),
  ];
}

/** A list whose wish is "this one first": the others keep their places and comments. Null when the wish is another. */
function setArray(tree: ConfigTree, first: Entry, held: readonly unknown[], edit: SetEdit, wanted: readonly JsonValue[]): EditResult | null {
  const [head, ...others] = wanted;
  if (head === undefined) {
    return null;
  }
  if (sameValue(others, held)) {
    return { ok: true, text: applySplices(tree.text, prependElement(tree, styleOf(tree), first, head)) };
  }
  const moved = held.findIndex((element, index) => sameValue(element, head) && sameValue(others, held.toSpliced(index, 1)));
  if (moved <= 0) {
    return null;
  }
  return editEach(tree.text, [{ kind: 'remove', path: [...edit.path, String(moved)] }, edit]);
}

function editEach(text: string, edits: readonly ConfigEdit[]): EditResult {
  return edits.reduce((result: EditResult, edit) => (result.ok ? editOnce(result.text, edit) : result), { ok: true, text });
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number };

function parseJson5(text: string): Parsed {
  const tree = readTree(text);
  if (!tree.ok) {
    return tree;
  }
  try {
    return { ok: true, value: JSON5.parse(text) };
  } catch (error) {
    return { ok: false, line: lineNumberOf(error) };
  }
}

function lineNumberOf(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'lineNumber' in error && typeof error.lineNumber === 'number') {
    return error.lineNumber;
  }
  return 1;
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/u, ''));
    return true;
  } catch {
    return false;
  }
}
