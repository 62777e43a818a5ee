import { isAbsolute, join } from 'node:path';
import { homeDirectory } from '../terminal/home-directory.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Where compiled code is kept: in a directory of our own, in the one where this system keeps what can be made again. */
export interface CodeCachePlace {
  readonly parent: string;
  readonly directory: string;
}

/**
 * Where compiled code is kept.
 *
 * @param variables of the process: `XDG_CACHE_HOME`, and on Windows `LOCALAPPDATA`, are honoured
 * @returns null where the user wants none kept: `NODE_DISABLE_COMPILE_CACHE`, which is Node's own word for that
 */
export function codeCachePlace(variables: Variables, platform: NodeJS.Platform = process.platform): CodeCachePlace | null {
  if ((variables['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '') return null;
  const parent = parentOn(platform, variables);
  return { parent, directory: join(parent, 'clawdial') };
}

/** How the names of what lies there end; whatever else there is in the directory is not ours. */
export const codeEnding = '.v8';

/** The file that keeps the code of that name. */
export function codeFile({ directory }: CodeCachePlace, name: string): string {
  return join(directory, `${name}${codeEnding}`);
}

function parentOn(platform: NodeJS.Platform, variables: Variables): string {
  if (platform === 'darwin') return join(homeDirectory(), 'Library', 'Caches');
  if (platform === 'win32') return variables['LOCALAPPDATA'] || join(homeDirectory(), 'AppData', 'Local');
  const told = variables['XDG_CACHE_HOME'] ?? '';
  // The XDG Base Directory Specification wants a relative path ignored.
  return isAbsolute(told) ? told : join(homeDirectory(), '.cache');
}
