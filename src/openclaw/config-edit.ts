import { holdsInclude, locate } from './config-edit-locate.ts';
import { appendEntry, applySplices, prependElement, removeEntry, renameEntry, replaceEntry } from './config-edit-splice.ts';
import { styleOf } from './config-edit-style.ts';
import { readTree } from './config-edit-tree.ts';
import type { ConfigTree, Entry } from './config-edit-tree.ts';
import { parseJson5 } from './json-text.ts';
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
  const reading = readTree(text);
  const before = tryJson5(text);
  if (!reading.ok || !before.ok) {
    return { ok: false, reason: 'syntax', path: [], line: reading.ok && !before.ok ? before.line : reading.ok ? 1 : reading.line };
  }
  const forbidden = edits.find((edit) => edit.path.length === 0 || edit.path.includes('__proto__') || (edit.kind === 'rename' && edit.to === '__proto__'));
  if (forbidden !== undefined) {
    return { ok: false, reason: 'verification', path: forbidden.path };
  }
  const [first, ...more] = edits;
  const edited = first === undefined ? { ok: true as const, text } : editEach(editInTree(reading.tree, first), more);
  if (!edited.ok) {
    return edited;
  }
  return isAsIntended(text, before.value, edits, edited.text) ? edited : { ok: false, reason: 'verification', path: [] };
}

function isAsIntended(text: string, before: unknown, edits: readonly ConfigEdit[], after: string): boolean {
  if (after === text) {
    return sameValue(before, applyToValue(before, edits));
  }
  const parsed = tryJson5(after);
  return parsed.ok && sameValue(parsed.value, applyToValue(before, edits)) && (!isStrictJson(text) || isStrictJson(after));
}

function editOnce(text: string, edit: ConfigEdit): EditResult {
  const reading = readTree(text);
  if (!reading.ok) {
    return { ok: false, reason: 'syntax', path: [], line: reading.line };
  }
  return editInTree(reading.tree, edit);
}

function editInTree(tree: ConfigTree, edit: ConfigEdit): EditResult {
  const { text } = tree;
  const place = locate(tree, edit.path, edit.kind === 'set' && edit.besideInclude === true);
  if (place.state === 'refused') {
    const { reason, path, line } = place;
    return { ok: false, reason, path, line };
  }
  if (edit.kind === 'remove') {
    return { ok: true, text: place.state === 'absent' ? text : applySplices(text, removeEntry(tree, place.container, place.index)) };
  }
  if (edit.kind === 'rename') {
    return place.state === 'absent' ? { ok: true, text } : renameFound(tree, place, edit);
  }
  if (place.state === 'found') {
    return setFound(tree, place.entry, edit, () => replaceEntry(tree, styleOf(tree), place.container, place.entry, edit.value));
  }
  const [name = '', ...below] = place.rest;
  const value = below.reduceRight((inner: JsonValue, key): JsonValue => ({ [key]: inner }), edit.value);
  return { ok: true, text: applySplices(text, appendEntry(tree, styleOf(tree), place.container, name, value)) };
}

type Found = Extract<ReturnType<typeof locate>, { state: 'found' }>;

/** A name that is taken already is left to its owner. */
function renameFound(tree: ConfigTree, { container, entry }: Found, { path, to }: Extract<ConfigEdit, { kind: 'rename' }>): EditResult {
  if (container.kind === 'array') {
    return { ok: false, reason: 'not-an-object', path };
  }
  if (entry.name !== to && container.entries.some(({ name }) => name === to)) {
    return { ok: false, reason: 'duplicate-key', path: [...path.slice(0, -1), to] };
  }
  return { ok: true, text: applySplices(tree.text, renameEntry(tree, styleOf(tree), entry, to)) };
}

type SetEdit = Extract<ConfigEdit, { kind: 'set' }>;

function setFound(tree: ConfigTree, entry: Entry, edit: SetEdit, replace: () => ReturnType<typeof replaceEntry>): EditResult {
  const { text } = tree;
  const held = tryJson5(text.slice(entry.value.start, entry.value.end));
  if (held.ok && sameValue(held.value, edit.value)) {
    return { ok: true, text };
  }
  if (entry.value.kind === 'object' && holdsInclude(entry.value)) {
    return { ok: false, reason: 'include', path: edit.path };
  }
  if (held.ok && isPlainObject(held.value) && isPlainObject(edit.value)) {
    return editEach({ ok: true, text }, objectSteps(edit.path, held.value, edit.value));
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
  return editEach({ ok: true, text: tree.text }, [{ kind: 'remove', path: [...edit.path, String(moved)] }, edit]);
}

function editEach(start: EditResult, edits: readonly ConfigEdit[]): EditResult {
  return edits.reduce((result, edit) => (result.ok ? editOnce(result.text, edit) : result), start);
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number };

function tryJson5(text: string): Parsed {
  try {
    return { ok: true, value: parseJson5(text) };
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
