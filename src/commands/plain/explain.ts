import { readRoutes } from '../explain/read-routes.ts';
import { routesJson } from '../explain/route-json.ts';
import { exitCodes } from '../failure.ts';
import { currentHost } from '../host.ts';
import { printJson } from '../output.ts';
import { answered } from './answered.ts';
import type { PlainExplain } from './plain-command.ts';

/** `explain --json`. @returns false, and nothing is printed then, where it takes the whole program */
export function explain({ agent, installation }: PlainExplain): Promise<boolean> {
  return answered(async () => {
    const { snapshot, routes } = await readRoutes(agent, installation, currentHost());
    const { config } = snapshot;
    // Which of several files holds a key is found by taking their texts apart.
    if (config.state === 'read' && config.includes.length > 0) return false;
    printJson(await routesJson(routes, agent === undefined, () => Promise.resolve(null)));
    process.exitCode = exitCodes.done;
    return true;
  });
}
