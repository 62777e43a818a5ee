import { lineAt } from './config-edit-tree.ts';
import type { ConfigTree, ContainerNode, Entry } from './config-edit-tree.ts';

/** Why a path cannot be followed. */
export type LocateProblem = 'duplicate-key' | 'not-an-object' | 'include';

export type Location =
  | { readonly state: 'found'; readonly container: ContainerNode; readonly index: number; readonly entry: Entry }
  /** `rest` holds the names still to be made inside `container`; never empty. */
  | { readonly state: 'absent'; readonly container: ContainerNode; readonly rest: readonly string[] }
  | { readonly state: 'refused'; readonly reason: LocateProblem; readonly path: readonly string[]; readonly line: number };

/**
 * Follows a path through the tree.
 *
 * A container that holds `$include` gets its other keys from another file (OpenClaw 2026.2.24, section 1.8), so a key that
 * it does not have itself is refused, unless `besideInclude` says that the included file does not have it either.
 */
export function locate(tree: ConfigTree, path: readonly string[], besideInclude: boolean): Location {
  if (tree.root.kind === 'scalar') {
    return { state: 'refused', reason: 'not-an-object', path: [], line: 1 };
  }
  return locateIn(tree, tree.root, path, 0, besideInclude);
}

function locateIn(tree: ConfigTree, container: ContainerNode, path: readonly string[], depth: number, besideInclude: boolean): Location {
  const name = path[depth] ?? '';
  const refuse = (reason: LocateProblem, offset: number): Location => ({
    state: 'refused',
    reason,
    path: path.slice(0, depth + 1),
    line: lineAt(tree.text, offset),
  });
  const matches = container.entries.filter((entry) => entry.name === name);
  const [entry, second] = matches;
  if (second !== undefined) {
    return refuse('duplicate-key', second.start);
  }
  if (entry === undefined) {
    if (container.kind === 'array' && name !== String(container.entries.length)) {
      return refuse('not-an-object', container.start);
    }
    return holdsInclude(container) && !besideInclude
      ? refuse('include', container.start)
      : { state: 'absent', container, rest: path.slice(depth) };
  }
  if (depth === path.length - 1) {
    return { state: 'found', container, index: container.entries.indexOf(entry), entry };
  }
  return entry.value.kind === 'scalar'
    ? refuse('not-an-object', entry.value.start)
    : locateIn(tree, entry.value, path, depth + 1, besideInclude);
}

/** True when OpenClaw replaces or fills this object from another file. */
export function holdsInclude(container: ContainerNode): boolean {
  return container.kind === 'object' && container.entries.some((entry) => entry.name === '$include');
}
