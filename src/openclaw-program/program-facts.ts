import type { HostFiles } from '../openclaw/host-files.ts';
import { readConfigSources } from '../openclaw/config-sources.ts';
import type { HostEnvironment } from '../openclaw/installation.ts';
import { readPrograms, type ProgramReading } from '../openclaw/program-reading.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { programProblem, type ProgramProblem } from '../rules/program-problem.ts';
import { programEnvironment, variablesNamed, type ProgramEnvironment } from './program-environment.ts';

/** What is known of the `openclaw` that would be asked to save something. */
export interface ProgramFacts {
  readonly reading: ProgramReading;
  /** Why it is not asked; null when it can be. */
  readonly problem: ProgramProblem | null;
  /** What its commands are started with. */
  readonly environment: ProgramEnvironment;
}

/** Finds the program for an installation. Nothing is run. */
export async function readProgramFacts(snapshot: Snapshot, host: HostEnvironment, files: HostFiles): Promise<ProgramFacts> {
  const reading = await readPrograms(host, files);
  const sources = await readConfigSources(snapshot.config, files);
  const named = variablesNamed(Array.from(sources.values(), ({ image }) => image.text));
  return { reading, problem: programProblem(reading, snapshot), environment: programEnvironment(host, snapshot.installation, named) };
}
