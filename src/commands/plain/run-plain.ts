import { routesJson } from '../explain/route-json.ts';
import { readRoutes } from '../explain/read-routes.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { currentHost } from '../host.ts';
import { parseStatusFlags } from '../models-status/flags.ts';
import { readStatus } from '../models-status/read-status.ts';
import { statusJson } from '../models-status/status-json.ts';
import { exitCodeOf, sayWhatStdoutCannot } from '../models-status/verdict-of-status.ts';
import { printJson } from '../output.ts';
import type { PlainCommand } from './plain-command.ts';

/**
 * Answers a command for scripts with nothing loaded that it does not need.
 *
 * @returns false, and nothing is printed then, where it takes the whole program: it reads again, and says what is wrong
 */
export async function runPlain(command: PlainCommand): Promise<boolean> {
  try {
    return command.name === 'explain' ? await explain(command) : await status(command);
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}

async function status({ agent, check, installation }: Extract<PlainCommand, { readonly name: 'models status' }>): Promise<boolean> {
  const wish = parseStatusFlags({ json: true, check, ...(agent === undefined ? {} : { agent }) });
  const facts = await readStatus(installation, currentHost(), wish.agent, Date.now());
  printJson(statusJson(facts, null));
  sayWhatStdoutCannot(facts, wish);
  process.exitCode = exitCodeOf(facts, wish);
  return true;
}

async function explain({ agent, installation }: Extract<PlainCommand, { readonly name: 'explain' }>): Promise<boolean> {
  const { snapshot, routes } = await readRoutes(agent, installation, currentHost());
  const { config } = snapshot;
  // Which of several files holds a key is found by taking their texts apart.
  if (config.state === 'read' && config.includes.length > 0) return false;
  printJson(await routesJson(routes, agent === undefined, () => Promise.resolve(null)));
  process.exitCode = exitCodes.done;
  return true;
}
