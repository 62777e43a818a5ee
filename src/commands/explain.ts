import type { HostEnvironment, InstallationFlags } from '../openclaw/installation.ts';
import { localFiles } from '../openclaw/local-files.ts';
import type { Route } from '../rules/cache/route.ts';
import { safeText } from '../terminal/safe-text.ts';
import { placeFinder } from './explain/places.ts';
import { readRoutes } from './explain/read-routes.ts';
import { routesJson } from './explain/route-json.ts';
import { routePage } from './explain/route-page.ts';
import { exitCodes, type ExitCode } from './failure.ts';
import { currentHost } from './host.ts';
import { print, printJson } from './output.ts';

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
  const { snapshot, routes } = await readRoutes(agent, flags, host);
  const find = placeFinder(snapshot.config, localFiles);
  if (flags.json === true) printJson(await routesJson(routes, agent === undefined, find));
  else await printPages(routes, find);
  return exitCodes.done;
}

async function printPages(routes: readonly Route[], find: ReturnType<typeof placeFinder>): Promise<void> {
  for (const [index, route] of routes.entries()) {
    if (index > 0) print(safeText(''));
    for (const line of await routePage(route, find)) print(line);
  }
}
