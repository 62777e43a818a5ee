import type { HostEnvironment, InstallationFlags } from '../openclaw/installation.ts';
import { localFiles } from '../openclaw/local-files.ts';
import { locateInstallation } from '../openclaw/locate.ts';
import { readSnapshot } from '../openclaw/read-snapshot.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { credentialGroups, credentialsOfAgents } from '../rules/agent-credentials.ts';
import type { AgentCredentials } from '../rules/candidates.ts';
import { installationProblemWords } from '../words/reading.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';

/** What lies on disk, and what each agent would use of it. */
export interface InstallationReading {
  readonly snapshot: Snapshot;
  /** One entry per agent, in the config's order. */
  readonly credentials: readonly AgentCredentials[];
}

/**
 * Reads the installation that the flags and the environment point to. Writes nothing.
 *
 * @param now epoch ms
 * @throws ExpectedFailure when the flags contradict each other
 */
export async function readInstallation(flags: InstallationFlags, host: HostEnvironment, now: number): Promise<InstallationReading> {
  const located = await locateInstallation(flags, host, localFiles);
  if (!located.ok) {
    const { title, advice } = installationProblemWords(located.usage);
    throw new ExpectedFailure(exitCodes.usage, title, advice);
  }
  const snapshot = await readSnapshot(located.installation, host, localFiles, now);
  return { snapshot, credentials: credentialsOfAgents(snapshot, credentialGroups(snapshot, now)) };
}
