import { dirname, resolve } from 'node:path';
import type { ConfigSources } from './config-sources.ts';
import { isJsonObject, valueAt } from './json-object.ts';

/** The file in which a key of the whole config is to be edited, or why that is not clear. */
export type ConfigOwner =
  | {
      readonly state: 'found';
      readonly file: string;
      /** The key's path inside this file. */
      readonly at: readonly string[];
      /** As written, or undefined when the key is not there yet. */
      readonly value: unknown;
      /** The key is to be made beside an `$include` whose files do not have it. */
      readonly besideInclude: boolean;
    }
  /** Several files set the key, or one file that is included at several places does. */
  | { readonly state: 'shared'; readonly files: readonly string[] };

/** Where a file's part of the path ends. */
interface Spot {
  readonly file: string;
  /** Keys followed so far, inside this file. */
  readonly at: readonly string[];
  /** How many keys of the whole path were followed. */
  readonly depth: number;
  readonly value: unknown;
}

interface Walk {
  readonly sources: ConfigSources;
  readonly target: readonly string[];
  readonly spots: Spot[];
  /** Depth to the places of the lists that the path goes through. */
  readonly lists: Map<number, Set<string>>;
}

/**
 * Finds the file that alone owns a key of the config (2026.2.24, section 1.8: keys beside an include win over it, objects
 * are merged, lists are joined). A key that no file has belongs where the most of its path is.
 *
 * @param target keys from the top of the config as OpenClaw sees it; an element of a list by its index.
 */
export function ownerOf(sources: ConfigSources, target: readonly string[]): ConfigOwner {
  const [root] = sources.keys();
  if (root === undefined) return { state: 'shared', files: [] };
  const walk: Walk = { sources, target, spots: [], lists: new Map() };
  follow(walk, { file: root, at: [], depth: 0, value: sources.get(root)?.written }, []);
  const deepest = Math.max(...walk.spots.map(({ depth }) => depth));
  const spots = walk.spots.filter(({ depth }) => depth === deepest);
  const joined = [...walk.lists.values()].find((places) => places.size > 1);
  if (joined !== undefined) return { state: 'shared', files: filesOf(spots) };
  const uses = includeUses(sources);
  const alone = spots.filter(({ file }) => file === root || uses.get(file) === 1);
  return deepest === target.length ? ownerOfValue(spots, alone) : ownerOfGap(spots, alone, target, root);
}

function ownerOfValue(spots: readonly Spot[], alone: readonly Spot[]): ConfigOwner {
  const [only] = alone;
  if (spots.length !== 1 || only === undefined) return { state: 'shared', files: filesOf(spots) };
  return { state: 'found', file: only.file, at: only.at, value: only.value, besideInclude: false };
}

/** Better in the file that holds the object by itself than beside the include of it. */
function ownerOfGap(spots: readonly Spot[], alone: readonly Spot[], target: readonly string[], root: string): ConfigOwner {
  const plain = alone.filter(({ value }) => !holdsInclude(value));
  const spot = plain.length === 1 ? plain[0] : alone.find(({ file }) => file === root);
  if (spot === undefined) return { state: 'shared', files: filesOf(spots) };
  return { state: 'found', file: spot.file, at: [...spot.at, ...target.slice(spot.depth)], value: undefined, besideInclude: holdsInclude(spot.value) };
}

/** @param chain files being followed, so that a circle ends */
function follow(walk: Walk, spot: Spot, chain: readonly string[]): void {
  const { file, at, depth, value } = spot;
  if (holdsInclude(value)) {
    for (const path of includedBy(file, value)) {
      const source = walk.sources.get(path);
      if (source !== undefined && !chain.includes(path)) follow(walk, { file: path, at: [], depth, value: source.written }, [...chain, file]);
    }
  }
  const key = walk.target[depth];
  if (key !== undefined && Array.isArray(value)) {
    const places = walk.lists.get(depth) ?? new Set();
    walk.lists.set(depth, places.add(JSON.stringify([file, at])));
  }
  const next = key === undefined ? undefined : step(value, key);
  if (key === undefined || next === undefined) {
    walk.spots.push(spot);
    return;
  }
  follow(walk, { file, at: [...at, key], depth: depth + 1, value: next }, chain);
}

function step(value: unknown, key: string): unknown {
  return Array.isArray(value) ? value[Number(key)] : valueAt(value, key);
}

function holdsInclude(value: unknown): boolean {
  return isJsonObject(value) && Object.hasOwn(value, '$include');
}

function includedBy(file: string, value: unknown): readonly string[] {
  const named = valueAt(value, '$include');
  const list: readonly unknown[] = Array.isArray(named) ? named : [named];
  return list.flatMap((one) => (typeof one === 'string' ? [resolve(dirname(file), one)] : []));
}

/** How often each file is included. */
function includeUses(sources: ConfigSources): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const [file, { written }] of sources) {
    const waiting: unknown[] = [written];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (typeof value !== 'object' || value === null) continue;
      for (const path of includedBy(file, value)) uses.set(path, (uses.get(path) ?? 0) + 1);
      for (const member of Object.values(value)) if (member !== undefined) waiting.push(member);
    }
  }
  return uses;
}

function filesOf(spots: readonly Spot[]): readonly string[] {
  return [...new Set(spots.map(({ file }) => file))];
}
