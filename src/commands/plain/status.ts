import { currentHost } from '../host.ts';
import { parseStatusFlags } from '../models-status/flags.ts';
import { readStatus } from '../models-status/read-status.ts';
import { statusJson } from '../models-status/status-json.ts';
import { exitCodeOf, sayWhatStdoutCannot } from '../models-status/verdict-of-status.ts';
import { printJson } from '../output.ts';
import { answered } from './answered.ts';
import type { PlainStatus } from './plain-command.ts';

/** `models status --json`. @returns false, and nothing is printed then, where it takes the whole program */
export function status({ agent, check, installation }: PlainStatus): Promise<boolean> {
  return answered(async () => {
    const wish = parseStatusFlags({ json: true, check, ...(agent === undefined ? {} : { agent }) });
    const facts = await readStatus(installation, currentHost(), wish.agent, Date.now());
    printJson(statusJson(facts, null));
    sayWhatStdoutCannot(facts, wish);
    process.exitCode = exitCodeOf(facts, wish);
    return true;
  });
}
