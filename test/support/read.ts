import type { HostEnvironment, InstallationFlags } from '../../src/openclaw/installation.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { locateInstallation } from '../../src/openclaw/locate.ts';
import { readSnapshot } from '../../src/openclaw/read-snapshot.ts';
import type { Agent, Snapshot } from '../../src/openclaw/snapshot.ts';

/** Locates and reads the installation of a host; throws on a usage problem, which no caller expects. */
export async function readHome(host: HostEnvironment, now: number, flags: InstallationFlags = {}): Promise<Snapshot> {
  const located = await locateInstallation(flags, host, localFiles);
  if (!located.ok) throw new Error(`not located: ${located.usage.kind}`);
  return readSnapshot(located.installation, host, localFiles, now);
}

/** The agent of that id; throws when the snapshot has none. */
export function agentNamed(snapshot: Snapshot, id: string): Agent {
  const agent = snapshot.agents.find((candidate) => candidate.id === id);
  if (agent === undefined) throw new Error(`no agent ${id}`);
  return agent;
}
