export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A wish about one place in a JSON5 text. A segment of `path` is a key, or the index of an array element. */
export type ConfigEdit =
  | {
      readonly kind: 'set';
      /** Never empty. Missing parents are made as objects. */
      readonly path: readonly string[];
      readonly value: JsonValue;
      /** Write even where an object takes other keys from `$include`; for keys known to be in no included file. */
      readonly besideInclude?: boolean;
    }
  | { readonly kind: 'remove'; readonly path: readonly string[] }
  /** The last key of `path` gets another name and keeps its place and value. What is not there is not renamed. */
  | { readonly kind: 'rename'; readonly path: readonly string[]; readonly to: string };

/**
 * The object that a text must parse to after `edits`: the same edits, made on plain values. It knows nothing of text,
 * so it can prove the text editor wrong.
 */
export function applyToValue(value: unknown, edits: readonly ConfigEdit[]): unknown {
  return edits.reduce((current, edit) => applyOne(current, edit.path, edit), value);
}

/** Deep equality of parsed values; the order of keys does not count, NaN equals NaN. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (!isContainer(left) || !isContainer(right)) {
    return left === right || (Number.isNaN(left) && Number.isNaN(right));
  }
  const names = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameValue(Reflect.get(left, name), Reflect.get(right, name)))
  );
}

/** The value at `path`, or undefined. Only own properties count. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((current, name) => (isContainer(current) && Object.hasOwn(current, name) ? Reflect.get(current, name) : undefined), value);
}

/** True for an object that is not an array. */
export function isPlainObject(value: unknown): value is { readonly [key: string]: JsonValue } {
  return isContainer(value) && !Array.isArray(value);
}

/** A value of a parsed JSON text as what an edit may write; null for what no JSON text holds. */
export function asJson(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(asJson);
  return isPlainObject(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asJson(member)])) : null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function applyOne(current: unknown, path: readonly string[], edit: ConfigEdit): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    return edit.kind === 'set' ? edit.value : current;
  }
  if (Array.isArray(current)) {
    return applyToArray(current, Number(name), rest, edit);
  }
  const object = isContainer(current) ? current : {};
  const held = Object.hasOwn(object, name);
  if (edit.kind === 'rename' && (!held || rest.length === 0)) {
    return Object.fromEntries(Object.entries(object).map(([key, member]) => [key === name ? edit.to : key, member]));
  }
  if (edit.kind === 'remove' && (!held || rest.length === 0)) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  }
  return { ...object, [name]: applyOne(held ? Reflect.get(object, name) : undefined, rest, edit) };
}

function applyToArray(list: readonly unknown[], index: number, rest: readonly string[], edit: ConfigEdit): readonly unknown[] {
  if (edit.kind === 'remove' && rest.length === 0) {
    return list.toSpliced(index, 1);
  }
  if (edit.kind !== 'set' && index >= list.length) {
    return list;
  }
  return list.toSpliced(index, 1, applyOne(list[index], rest, edit));
}
