import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { configLayers, effectiveValue, hostLayers } from '../../openclaw/environment.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig, normaliseAgentId } from '../../rules/agents.ts';
import { agentWarnings, type StatusWarning } from '../../rules/agent-warnings.ts';
import type { AgentCredentials } from '../../rules/candidates.ts';
import { fallbacksFor, modelsStatus, type ModelsStatus } from '../../rules/models-status.ts';
import { payerOf, type Payer } from '../../rules/payer.ts';
import { isHidden } from '../../rules/store-merge.ts';
import { joinSafe, safeText } from '../../terminal/safe-text.ts';
import { statusUsageWords } from '../../words/status.ts';
import { readInstallation } from '../read-installation.ts';
import { shortener } from '../shorten-path.ts';
import { unknownName } from '../unknown-name.ts';

/** One agent's part of the status. */
export interface AgentStatus {
  readonly credentials: AgentCredentials;
  readonly fallbacks: readonly string[];
  readonly payer: Payer;
  readonly warnings: readonly StatusWarning[];
}

/** Everything that `clawdial models status` shows, read at one instant. */
export interface StatusFacts {
  readonly snapshot: Snapshot;
  /** OpenClaw's own answer. */
  readonly status: ModelsStatus;
  /** Only the one that was asked about, or all. */
  readonly agents: readonly AgentStatus[];
  /** As OpenClaw shortens it. */
  readonly shorten: (path: string) => string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Reads the status. Writes nothing.
 *
 * @param agentId as given; null for all
 * @param now epoch ms
 * @throws ExpectedFailure when the flags contradict each other, or there is no such agent
 */
export async function readStatus(flags: InstallationFlags, host: HostEnvironment, agentId: string | null, now: number): Promise<StatusFacts> {
  const { snapshot, credentials } = await readInstallation(flags, host, now);
  const agent = agentId === null ? null : agentNamed(snapshot, agentId);
  const shorten = shortener(host);
  const status = modelsStatus(snapshot, { agent, lookUp: await variableLookup(snapshot, host), shorten, now });
  const shown = agent === null ? credentials : credentials.filter((one) => one.agent.id === agent.id);
  return { snapshot, status, agents: shown.map((one) => agentStatus(snapshot, one, now)), shorten, now };
}

/** True when the credentials lie in a layout that is not read, so that nothing can be said about what is missing. */
export function isUnreadable({ snapshot }: StatusFacts): boolean {
  return isHidden(snapshot.sharedStore);
}

function agentStatus(snapshot: Snapshot, credentials: AgentCredentials, now: number): AgentStatus {
  return {
    credentials,
    fallbacks: fallbacksFor(snapshot, credentials.agent),
    payer: payerOf(credentials),
    warnings: agentWarnings(snapshot, credentials, now),
  };
}

function agentNamed(snapshot: Snapshot, written: string): Agent {
  const id = normaliseAgentId(written);
  const found = snapshot.agents.find((agent) => agent.id === id);
  if (found !== undefined) return found;
  const ids = snapshot.agents.map((agent) => agent.id);
  throw unknownName(statusUsageWords.unknownAgent(safeText(written), joinSafe(ids.map(safeText), safeText(', '))), statusUsageWords.nothingSent, written, ids);
}

async function variableLookup(snapshot: Snapshot, host: HostEnvironment): Promise<(name: string) => string | null> {
  const { stateDir, config } = snapshot.installation;
  const layers = [...(await hostLayers(host, stateDir.path, localFiles)), ...configLayers(effectiveConfig(snapshot.config), config.path)];
  return (name) => effectiveValue(name, layers);
}
