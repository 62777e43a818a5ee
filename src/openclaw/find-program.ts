import { delimiter, isAbsolute, join } from 'node:path';
import type { HostFiles } from './host-files.ts';
import type { HostEnvironment } from './installation.ts';

/** A program on PATH. */
export interface FoundProgramFile {
  /** As PATH names it. */
  readonly path: string;
  /** With all links followed. */
  readonly real: string;
}

/**
 * The first file of one of these names on PATH, or null; nothing is run.
 *
 * @param names in the order in which they are looked for within a directory
 */
export async function findProgramFile(names: readonly string[], host: HostEnvironment, files: HostFiles): Promise<FoundProgramFile | null> {
  const directories = (host.variables['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  for (const path of directories.flatMap((directory) => names.map((name) => join(directory, name)))) {
    const real = await files.realPath(path);
    if (real !== null && (await files.kindOf(real)) === 'file') return { path, real };
  }
  return null;
}

/** @returns the path of a program on PATH, as PATH names it, or null */
export async function findProgram(name: string, host: HostEnvironment, files: HostFiles): Promise<string | null> {
  return (await findProgramFile([name], host, files))?.path ?? null;
}
