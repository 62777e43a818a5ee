import { checkExitCode } from '../../rules/models-status.ts';
import { exitCodes } from '../failure.ts';
import { currentHost } from '../host.ts';
import { readStatus } from '../models-status/read-status.ts';
import { statusJson } from '../models-status/status-json.ts';
import { isDoubtful } from '../models-status/verdict-of-status.ts';
import { printJson } from '../output.ts';
import { answered } from './answered.ts';
import type { PlainStatus } from './plain-command.ts';

/** `models status --json`. @returns false, and nothing is printed then, where it takes the whole program */
export function status({ agent, check, installation }: PlainStatus): Promise<boolean> {
  return answered(async () => {
    const facts = await readStatus(installation, currentHost(), agent?.trim() ?? null, Date.now());
    // What has to be said beside the answer is said by the whole program.
    if (isDoubtful(facts)) return false;
    printJson(statusJson(facts, null));
    process.exitCode = check ? checkExitCode(facts.status, facts.snapshot.installation.version) : exitCodes.done;
    return true;
  });
}
