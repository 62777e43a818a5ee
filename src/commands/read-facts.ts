import type { WizardFacts } from '../../components/wizard/state.ts';
import { findObstacle } from '../changes/obstacle.ts';
import { readProgramFacts } from '../openclaw-program/program-facts.ts';
import type { HostEnvironment, InstallationFlags } from '../openclaw/installation.ts';
import { localFiles } from '../openclaw/local-files.ts';
import { locateInstallation } from '../openclaw/locate.ts';
import { readSnapshot } from '../openclaw/read-snapshot.ts';
import { credentialGroups, credentialsOfAgents } from '../rules/agent-credentials.ts';
import { installationProblemWords } from '../words/reading.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';

/**
 * Reads everything about the installation that the flags and the environment point to. Writes nothing.
 *
 * @param now epoch ms
 * @throws ExpectedFailure when the flags contradict each other
 */
export async function readFacts(flags: InstallationFlags, host: HostEnvironment, now: number): Promise<WizardFacts> {
  const located = await locateInstallation(flags, host, localFiles);
  if (!located.ok) {
    const { title, advice } = installationProblemWords(located.usage);
    throw new ExpectedFailure(exitCodes.usage, title, advice);
  }
  const snapshot = await readSnapshot(located.installation, host, localFiles, now);
  const program = await readProgramFacts(snapshot, host, localFiles);
  return {
    snapshot,
    program,
    credentials: credentialsOfAgents(snapshot, credentialGroups(snapshot, now)),
    obstacle: await findObstacle(snapshot, program),
  };
}
