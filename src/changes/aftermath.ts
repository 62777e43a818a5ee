import type { ConfigEdit } from '../openclaw/config-edit.ts';
import { isPlainObject, sameValue, valueAt } from '../openclaw/config-edit-value.ts';
import { parseJson5Value, parseJsonObject } from '../openclaw/json-text.ts';

/**
 * What became of edits that were written, once somebody else wrote the file again: `kept` they are still in it; `undone`
 * every place we edited is as it was before us, as a writer leaves it that had read the file before we wrote; `replaced`
 * somebody wanted something else there; `unreadable` the text does not parse (a writer in place may be half way).
 */
export type Aftermath = 'kept' | 'undone' | 'replaced' | 'unreadable';

/** A file's text before our edits, with them, and now; null for no file. */
export interface Texts {
  readonly before: string | null;
  readonly after: string;
  readonly now: string | null;
}

/** Compares only the places that were edited: whatever else stands in the file is its other writer's own affair. */
export function aftermathOf(edits: readonly ConfigEdit[], { before, after, now }: Texts): Aftermath {
  const [old, ours, held] = [contentOf(before), contentOf(after), contentOf(now)];
  if (held === null) return 'unreadable';
  const missing = edits.flatMap(placesOf).filter((path) => !holds(valueAt(held, path), valueAt(ours, path)));
  if (missing.length === 0) return 'kept';
  return missing.every((path) => sameValue(valueAt(held, path), valueAt(old, path))) ? 'undone' : 'replaced';
}

/** A key that got another name was edited at both. */
function placesOf(edit: ConfigEdit): readonly (readonly string[])[] {
  return edit.kind === 'rename' ? [edit.path, [...edit.path.slice(0, -1), edit.to]] : [edit.path];
}

/** OpenClaw may add fields of its own to a profile that we wrote; that takes nothing away. */
function holds(held: unknown, wanted: unknown): boolean {
  if (!isPlainObject(held) || !isPlainObject(wanted)) return sameValue(held, wanted);
  return Object.entries(wanted).every(([name, value]) => Object.hasOwn(held, name) && holds(held[name], value));
}

/** What a file's text says, an empty object for no file; null for a text that does not parse. */
export function contentOf(text: string | null): object | null {
  if (text === null) return {};
  // A store is plain JSON, which Node reads a hundred times faster; a lock is held meanwhile.
  const plain = parseJsonObject(text);
  if (plain.ok) return plain.object;
  const reading = parseJson5Value(text);
  return typeof reading?.value === 'object' ? reading.value : null;
}
