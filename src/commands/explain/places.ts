import { dirname, resolve } from 'node:path';
import { holdsInclude } from '../../openclaw/config-edit-locate.ts';
import { readTree, type ConfigTree, type ContainerNode, type TreeNode } from '../../openclaw/config-edit-tree.ts';
import { configLimitBytes, type HostFiles } from '../../openclaw/host-files.ts';
import type { ConfigReading } from '../../openclaw/snapshot.ts';
import type { ConfigPath } from '../../rules/cache/config-path.ts';

/** Where a key stands. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export type FindPlace = (path: ConfigPath) => Promise<Place | null>;

interface Source {
  readonly file: string;
  readonly tree: ConfigTree;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
}

/**
 * Finds the line of a key in the config as it was read, or in a file that it includes. An included file is read again;
 * a key that cannot be found, as in lists that were joined, has no place.
 */
export function placeFinder(config: ConfigReading, files: HostFiles): FindPlace {
  if (config.state !== 'read') return () => Promise.resolve(null);
  const read = sourceReader(config, files);
  return async (path) => {
    const source = await read(config.image.path);
    return source === null ? null : findIn(source, source.tree.root, path, read);
  };
}

type ReadSource = (file: string) => Promise<Source | null>;

/** Each file is read and taken apart once. Only what the config was seen to include is read. */
function sourceReader(config: Extract<ConfigReading, { readonly state: 'read' }>, files: HostFiles): ReadSource {
  const known = new Map<string, Promise<Source | null>>();
  const load = async (file: string): Promise<Source | null> => {
    if (file === config.image.path) return sourceOf(file, config.image.text.reveal());
    const reading = await files.readText(file, configLimitBytes);
    return reading.ok ? sourceOf(file, reading.image.text.reveal()) : null;
  };
  return (file) => {
    if (!known.has(file) && (file === config.image.path || config.includes.includes(file))) known.set(file, load(file));
    return known.get(file) ?? Promise.resolve(null);
  };
}

function sourceOf(file: string, text: string): Source | null {
  const result = readTree(text);
  return result.ok ? { file, tree: result.tree, lineStarts: [0, ...Array.from(text.matchAll(/\r\n|\n|\r/gu), ({ index, 0: end }) => index + end.length)] } : null;
}

/** Keys beside an include win over it, so they are looked at first; of a key that stands twice the last one counts. */
async function findIn(source: Source, node: TreeNode, path: ConfigPath, read: ReadSource): Promise<Place | null> {
  const [key, ...rest] = path;
  if (key === undefined || node.kind === 'scalar') return null;
  const entry = node.entries.findLast(({ name }) => name === key);
  if (entry !== undefined) {
    const place = rest.length === 0 ? placeAt(source, entry.start) : await findIn(source, entry.value, rest, read);
    if (place !== null) return place;
  }
  return holdsInclude(node) ? findInIncludes(source, node, path, read) : null;
}

async function findInIncludes(source: Source, node: ContainerNode, path: ConfigPath, read: ReadSource): Promise<Place | null> {
  for (const written of includedFiles(source.tree, node).toReversed()) {
    const included = await read(resolve(dirname(source.file), written));
    const place = included === null ? null : await findIn(included, included.tree.root, path, read);
    if (place !== null) return place;
  }
  return null;
}

function includedFiles(tree: ConfigTree, node: ContainerNode): readonly string[] {
  const value = node.entries.findLast(({ name }) => name === '$include')?.value;
  if (value === undefined) return [];
  const scalars = value.kind === 'scalar' ? [value] : value.entries.map((entry) => entry.value);
  return scalars.flatMap(({ start }) => {
    const text = tree.tokens.find((token) => token.start === start && token.type === 'literal')?.value;
    return typeof text === 'string' ? [text] : [];
  });
}

function placeAt({ file, lineStarts }: Source, offset: number): Place {
  return { file, line: lineStarts.findLastIndex((start) => start <= offset) + 1 };
}
