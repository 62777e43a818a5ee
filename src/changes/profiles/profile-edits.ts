import { applyToValue, valueAt as valueAtPath, type ConfigEdit, type JsonValue } from '../../openclaw/config-edit-value.ts';
import { isJsonObject } from '../../openclaw/json-object.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { HeldStore } from './held-stores.ts';
import type { ProfileRefusal, ProfileWarning } from './profile-plan.ts';

/** What changes in one store. */
export interface StoreEdits {
  readonly store: HeldStore;
  /** In the file that holds `profiles`. */
  readonly credentials: readonly ConfigEdit[];
  /** In the file that holds order, last good and usage. */
  readonly state: readonly ConfigEdit[];
}

/** What one wish comes to, before it is made into texts. */
export interface ProfileEdits {
  readonly title: SafeText;
  readonly stores: readonly StoreEdits[];
  /** Paths as OpenClaw sees the config, includes merged. */
  readonly config: readonly ConfigEdit[];
  /**
   * Which comes first, so that a stop between them never leaves a listed profile without a credential: what is added or
   * renamed is written to the stores first, what goes is taken out of the config first.
   */
  readonly first: 'stores' | 'config';
  readonly warnings: readonly ProfileWarning[];
}

/** The edits of a wish, or why there are none. */
export type EditsResult = { readonly ok: true; readonly edits: ProfileEdits } | { readonly ok: false; readonly reason: ProfileRefusal };

export function refused(reason: ProfileRefusal): EditsResult {
  return { ok: false, reason };
}

/** Removals that leave no empty object behind. @param root what the paths are in */
export function prunedRemovals(root: unknown, paths: readonly (readonly string[])[]): readonly ConfigEdit[] {
  const left = applyToValue(root, paths.map((path): ConfigEdit => ({ kind: 'remove', path })));
  const pruned = paths.map((path) => emptiedAbove(left, path));
  const outermost = pruned.filter((path) => !pruned.some((other) => other.length < path.length && other.every((name, index) => path[index] === name)));
  const once = new Map(outermost.map((path) => [JSON.stringify(path), path]));
  return [...once.values()].map((path) => ({ kind: 'remove', path }));
}

/** The path itself, or the outermost object above it that has nothing left in it. */
function emptiedAbove(left: unknown, path: readonly string[]): readonly string[] {
  const above = path.slice(0, -1);
  const held = valueAtPath(left, above);
  return above.length > 0 && isJsonObject(held) && Object.keys(held).length === 0 ? emptiedAbove(withoutPath(left, above), above) : path;
}

function withoutPath(value: unknown, path: readonly string[]): unknown {
  return applyToValue(value, [{ kind: 'remove', path }]);
}

/** A value of a parsed JSON text as what an edit may write; null for what no JSON text holds. */
export function asJson(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(asJson);
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asJson(member)])) : null;
}
