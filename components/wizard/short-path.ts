import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';

/** A path as people write it: the home directory becomes `~`. */
export function shortPath(path: string, home: string): SafeText {
  if (path === home) return say`~`;
  return path.startsWith(`${home}/`) ? say`~/${safeText(path.slice(home.length + 1))}` : safeText(path);
}
