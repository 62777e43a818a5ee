import { lineAt, readTree, type TreeNode } from './config-edit-tree.ts';

/** A key that stands twice in one object of a JSON5 text: the later one counts, without a word. */
export interface DuplicateKey {
  readonly keys: readonly string[];
  /** Where it stands again; counted from 1. */
  readonly line: number;
}

/** Every key that stands again beside itself; none when the text cannot be read. */
export function duplicateKeys(text: string): readonly DuplicateKey[] {
  const reading = readTree(text);
  if (!reading.ok) return [];
  const found: DuplicateKey[] = [];
  const walk = (node: TreeNode, keys: readonly string[]): void => {
    if (node.kind === 'scalar') return;
    const seen = new Set<string>();
    for (const { name, start, value } of node.entries) {
      if (node.kind === 'object' && seen.has(name)) found.push({ keys: [...keys, name], line: lineAt(text, start) });
      seen.add(name);
      walk(value, [...keys, name]);
    }
  };
  walk(reading.tree.root, []);
  return found;
}
