import type { WizardFacts } from '../../components/wizard/state.ts';
import type { InstallationFlags } from '../openclaw/installation.ts';
import type { ExitCode } from './failure.ts';
import { currentHost } from './host.ts';
import type { OnboardFlags } from './onboard/flags.ts';
import { runOnboard } from './onboard/onboard.ts';
import type { ScreenFlags } from './open-screens.ts';
import { readFacts } from './read-facts.ts';

/**
 * `clawdial` by itself: the dashboard when the default agent has an Anthropic credential to work with, else the guided
 * set-up. Flags of the set-up, and having no terminal, mean the set-up.
 *
 * @returns the exit code
 */
export async function runHome(flags: OnboardFlags & InstallationFlags & ScreenFlags): Promise<ExitCode> {
  const isPlain = Object.keys(flags).every((name) => plainFlags.has(name));
  if (!isPlain || !process.stdin.isTTY || !process.stdout.isTTY) return runOnboard(flags);
  const facts = await readFacts(flags, currentHost(), Date.now());
  if (!hasCredential(facts)) return runOnboard(flags);
  const { runStatus } = await import('./dashboard/status.ts');
  return runStatus(flags);
}

/** The flags that only say which installation is meant, or how to show it. */
const plainFlags: ReadonlySet<string> = new Set(['profile', 'dev', 'stateDir', 'config', 'openclawVersion', 'lang', 'accessible']);

/** True when the default agent uses a credential now, or will when a wait is over; or may, where a store could not be read. */
export function hasCredential({ credentials }: Pick<WizardFacts, 'credentials'>): boolean {
  const own = credentials.find(({ agent }) => agent.isDefault);
  return own !== undefined && (own.hidden || own.candidates.some(({ standing }) => standing.state === 'chosen' || standing.state === 'waiting'));
}
