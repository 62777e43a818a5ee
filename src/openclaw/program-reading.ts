import { delimiter, isAbsolute, join } from 'node:path';
import type { HostFiles } from './host-files.ts';
import type { HostEnvironment } from './installation.ts';
import { findOpenClaw, type FoundProgram } from './version.ts';

/** The `openclaw` programs on PATH: the first one is what runs. */
export interface ProgramReading {
  readonly first: FoundProgram | null;
  /** Others of which the first is not a link or a wrapper. */
  readonly others: readonly FoundProgram[];
}

/** Looks at every directory of PATH; nothing is run. */
export async function readPrograms(host: HostEnvironment, files: HostFiles): Promise<ProgramReading> {
  const found = new Map<string, FoundProgram>();
  for (const directory of new Set((host.variables['PATH'] ?? '').split(delimiter).filter(isAbsolute))) {
    const program = await findOpenClaw({ ...host, variables: { PATH: directory } }, files);
    const real = program === null ? null : await files.realPath(program.path);
    if (program !== null && real !== null && !found.has(real)) found.set(real, { ...program, path: join(program.path) });
  }
  const [first = null, ...others] = found.values();
  return { first, others };
}
