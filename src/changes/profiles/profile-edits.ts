import { applyToValue, valueAt as valueAtPath, type ConfigEdit } from '../../openclaw/config-edit-value.ts';
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
  let pruned = paths;
  for (;;) {
    const left = applyToValue(root, pruned.map((path): ConfigEdit => ({ kind: 'remove', path })));
    const higher = pruned.map((path) => (isEmptied(left, path.slice(0, -1)) ? path.slice(0, -1) : path));
    if (higher.every((path, index) => path === pruned[index])) break;
    pruned = higher;
  }
  const outermost = pruned.filter((path) => !pruned.some((other) => other.length < path.length && other.every((name, index) => path[index] === name)));
  const once = new Map(outermost.map((path) => [JSON.stringify(path), path]));
  return [...once.values()].map((path) => ({ kind: 'remove', path }));
}

function isEmptied(left: unknown, path: readonly string[]): boolean {
  const held = valueAtPath(left, path);
  return path.length > 0 && isJsonObject(held) && Object.keys(held).length === 0;
}
