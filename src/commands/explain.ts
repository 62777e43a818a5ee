import { configLayers, hostLayers } from '../openclaw/environment.ts';
import type { HostEnvironment, InstallationFlags } from '../openclaw/installation.ts';
import { localFiles } from '../openclaw/local-files.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { effectiveConfig, normaliseAgentId } from '../rules/agents.ts';
import { cacheRoutes, type Route } from '../rules/cache/route.ts';
import type { AgentCredentials } from '../rules/candidates.ts';
import { safeText } from '../terminal/safe-text.ts';
import { explainWords, listWords } from '../words/cache.ts';
import { readProblemWords } from '../words/reading.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from './failure.ts';
import { placeFinder } from './explain/places.ts';
import { routeJson } from './explain/route-json.ts';
import { routePage } from './explain/route-page.ts';
import { currentHost } from './host.ts';
import { print, printJson, type JsonOutput } from './output.ts';
import { readFacts } from './read-facts.ts';
import { unknownName } from './unknown-name.ts';

export interface ExplainFlags extends InstallationFlags {
  readonly json?: boolean;
}

/**
 * `clawdial explain [agent]`: what OpenClaw does for an agent, or for all of them, each value with its reason. Reads only.
 *
 * @param agent an agent's id in any form, or undefined for all.
 * @returns 0, also when OpenClaw would send nothing: that is the answer then.
 * @throws ExpectedFailure when there is no such agent.
 */
export async function runExplain(agent: string | undefined, flags: ExplainFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const now = Date.now();
  const { snapshot, credentials } = await readFacts(flags, host, now);
  const wanted = agent === undefined ? credentials : [credentialsOf(snapshot, credentials, agent)];
  const environment = [
    ...(await hostLayers(host, snapshot.installation.stateDir.path, localFiles)),
    ...configLayers(effectiveConfig(snapshot.config), snapshot.installation.config.path),
  ];
  const routes = cacheRoutes(snapshot, wanted, now, environment);
  const find = placeFinder(snapshot.config, localFiles);
  if (flags.json === true) await printRoutesAsJson(routes, agent === undefined, find);
  else await printPages(routes, find);
  return exitCodes.done;
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

async function printRoutesAsJson(routes: readonly Route[], asList: boolean, find: ReturnType<typeof placeFinder>): Promise<void> {
  const all: JsonOutput[] = [];
  for (const route of routes) all.push(await routeJson(route, find));
  printJson(asList ? all : (all[0] ?? null));
}

async function printPages(routes: readonly Route[], find: ReturnType<typeof placeFinder>): Promise<void> {
  for (const [index, route] of routes.entries()) {
    if (index > 0) print(safeText(''));
    for (const line of await routePage(route, find)) print(line);
  }
}
