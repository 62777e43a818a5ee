import type { JsonObject } from './snapshot.ts';

/** Nesting deeper than this is refused: what reads it afterwards (stringify, clone) would overflow the stack. */
export const depthLimit = 200;

/** True for a JSON object; false for arrays, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path of own keys, or undefined. Never looks at a prototype, so `__proto__` and `constructor` are
 * ordinary keys.
 */
export function valueAt(root: unknown, ...path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The object at a path of own keys, or an empty one. */
export function objectAt(root: unknown, ...path: readonly string[]): JsonObject {
  const value = valueAt(root, ...path);
  return isJsonObject(value) ? value : {};
}

/** The trimmed text at a path of own keys, or null when it is no string or blank. */
export function textAt(root: unknown, ...path: readonly string[]): string | null {
  return trimmedText(valueAt(root, ...path));
}

/** The trimmed text of a value, or null when it is no string or blank. */
export function trimmedText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** True when arrays and objects nest deeper than `depthLimit`. It goes no deeper than that itself. */
export function isTooDeep(root: unknown): boolean {
  return reaches(root, depthLimit + 1);
}

function reaches(value: unknown, depth: number): boolean {
  if (depth === 0) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((member) => reaches(member, depth - 1));
}

/** Freezes plain objects and arrays all the way down; `isTooDeep` must have said no. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeep(member);
  return value;
}
