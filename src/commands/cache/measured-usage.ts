import { localRecords } from '../../openclaw/record-files.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { readUsageCalls } from '../../openclaw/usage-records.ts';
import { summariseUsage, type UsageSummary } from '../../rules/usage-summary.ts';

/** What OpenClaw's session transcripts say of an agent's calls to its model; null when that is too little. */
export async function measuredUsage({ installation, takenAt }: Snapshot, agent: Agent): Promise<UsageSummary | null> {
  const { provider, modelId } = agent.model;
  const subject = { stateDir: installation.stateDir.path, agentId: agent.id, provider, modelId };
  return summariseUsage(await readUsageCalls(subject, localRecords, takenAt));
}
