import type { HostEnvironment } from '../../openclaw/installation.ts';
import { currentHost } from '../host.ts';
import { parseStatusFlags, type StatusFlags } from './flags.ts';
import { printStatus } from './print-status.ts';
import { readStatus } from './read-status.ts';
import { exitCodeOf, sayWhatStdoutCannot } from './verdict-of-status.ts';

/**
 * `clawdial models status`: what OpenClaw would say and do about each agent's credentials. Writes nothing, also with
 * `--probe`.
 *
 * @returns the exit code: OpenClaw's own with `--check` (2026.2.24, section 4.3), 1 for a config it would refuse
 */
export async function runModelsStatus(flags: StatusFlags, host: HostEnvironment = currentHost()): Promise<number> {
  const wish = parseStatusFlags(flags);
  if (wish.watch) {
    const { watchStatus } = await import('./watch-status.ts');
    return watchStatus(flags, wish, host);
  }
  const facts = await readStatus(flags, host, wish.agent, Date.now());
  const probes = wish.probe === null ? null : await (await import('./probe.ts')).runProbes(facts, wish.probe);
  printStatus(facts, wish, probes);
  sayWhatStdoutCannot(facts, wish);
  return exitCodeOf(facts, wish);
}
