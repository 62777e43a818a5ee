import type { WizardFacts } from '../../components/wizard/state.ts';
import { findObstacle } from '../changes/obstacle.ts';
import { readProgramFacts } from '../openclaw-program/program-facts.ts';
import type { HostEnvironment, InstallationFlags } from '../openclaw/installation.ts';
import { localFiles } from '../openclaw/local-files.ts';
import { readInstallation } from './read-installation.ts';

/**
 * Reads everything about the installation that the flags and the environment point to, and whether it can be written.
 * Writes nothing.
 *
 * @param now epoch ms
 * @throws ExpectedFailure when the flags contradict each other
 */
export async function readFacts(flags: InstallationFlags, host: HostEnvironment, now: number): Promise<WizardFacts> {
  const reading = await readInstallation(flags, host, now);
  const program = await readProgramFacts(reading.snapshot, host, localFiles);
  return { ...reading, program, obstacle: await findObstacle(reading.snapshot, program) };
}
