import { sep } from 'node:path';

/**
 * The path of a file in an agent dir, or of a name in another directory that is absolute and in normal form, as every
 * directory of an installation is. `join` would make sure of that anew for each file of a thousand agents, which takes
 * longer than to ask the disk for them (measured).
 */
export function agentFile(directory: string, name: string): string {
  return `${directory}${sep}${name}`;
}
