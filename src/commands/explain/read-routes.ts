import { configLayers, hostLayers } from '../../openclaw/environment.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig, normaliseAgentId } from '../../rules/agents.ts';
import { cacheRoutes, type Route } from '../../rules/cache/route.ts';
import type { AgentCredentials } from '../../rules/candidates.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { explainWords, listWords } from '../../words/cache.ts';
import { readProblemWords } from '../../words/reading.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { readInstallation } from '../read-installation.ts';
import { unknownName } from '../unknown-name.ts';

/** What `clawdial explain` tells of, read at one instant. */
export interface RoutesReading {
  readonly snapshot: Snapshot;
  readonly routes: readonly Route[];
}

/**
 * Reads the routes of one agent, or of all. Writes nothing.
 *
 * @param agent an agent's id in any form, or undefined for all
 * @throws ExpectedFailure when there is no such agent, or the flags contradict each other
 */
export async function readRoutes(agent: string | undefined, flags: InstallationFlags, host: HostEnvironment): Promise<RoutesReading> {
  const now = Date.now();
  const { snapshot, credentials } = await readInstallation(flags, host, now);
  const wanted = agent === undefined ? credentials : [credentialsOf(snapshot, credentials, agent)];
  const environment = [
    ...(await hostLayers(host, snapshot.installation.stateDir.path, localFiles)),
    ...configLayers(effectiveConfig(snapshot.config), snapshot.installation.config.path),
  ];
  return { snapshot, routes: cacheRoutes(snapshot, wanted, now, environment) };
}

function credentialsOf(snapshot: Snapshot, credentials: readonly AgentCredentials[], wanted: string): AgentCredentials {
  const id = normaliseAgentId(wanted);
  const found = credentials.find(({ agent }) => agent.id === id);
  if (found !== undefined) return found;
  if (snapshot.config.state === 'broken') {
    // Which agents there are is not known then.
    const { title, advice } = readProblemWords(snapshot.config.problem, safeText(snapshot.config.path));
    throw new ExpectedFailure(exitCodes.failed, title, advice);
  }
  const ids = credentials.map(({ agent }) => agent.id);
  throw unknownName(explainWords.unknownAgent(safeText(wanted), listWords(ids)), explainWords.unknownAgentAdvice, wanted, ids);
}
