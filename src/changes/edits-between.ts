import type { ConfigEdit, JsonValue } from '../openclaw/config-edit.ts';
import { isPlainObject, sameValue } from '../openclaw/config-edit-value.ts';

/** The edits that turn one object into another; what is no object on both sides is replaced whole. */
export function editsBetween(from: object, to: object, at: readonly string[] = []): readonly ConfigEdit[] {
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const kept = Object.entries(to).flatMap(([key, value]: [string, JsonValue]): readonly ConfigEdit[] => {
    const path = [...at, key];
    const held: unknown = Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined;
    if (sameValue(held, value)) return [];
    return isPlainObject(held) && isPlainObject(value) ? editsBetween(held, value, path) : [{ kind: 'set', path, value }];
  });
  return [...removed.map((key): ConfigEdit => ({ kind: 'remove', path: [...at, key] })), ...kept];
}
