import { fileURLToPath } from 'node:url';

/** A program of these tests, bundled before they run. */
export function bundled(name: 'writer' | 'unlocked-writer'): string {
  return fileURLToPath(new URL(`../../../dist.faults/${name}.js`, import.meta.url));
}
