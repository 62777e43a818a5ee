import { locate } from './config-edit-locate.ts';
import { lineAt, readTree } from './config-edit-tree.ts';

/**
 * The line on which a key of a JSON5 text stands, or the nearest object above it that is there; null when the text cannot
 * be read. Counted from 1.
 */
export function lineOfKey(text: string, keys: readonly string[]): number | null {
  const reading = readTree(text);
  if (!reading.ok) return null;
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const place = locate(reading.tree, keys.slice(0, depth), true);
    if (place.state === 'found') return lineAt(text, place.entry.start);
    if (place.state === 'refused') return place.line;
  }
  return null;
}
