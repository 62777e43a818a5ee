import { delimiter, isAbsolute, join } from 'node:path';
import type { HostFiles } from './host-files.ts';
import type { HostEnvironment } from './installation.ts';

/** @returns the first file of that name on PATH, links followed to see that it is one, or null; nothing is run */
export async function findProgram(name: string, host: HostEnvironment, files: HostFiles): Promise<string | null> {
  for (const directory of (host.variables['PATH'] ?? '').split(delimiter).filter(isAbsolute)) {
    const path = join(directory, name);
    const real = await files.realPath(path);
    if (real !== null && (await files.kindOf(real)) === 'file') return path;
  }
  return null;
}
