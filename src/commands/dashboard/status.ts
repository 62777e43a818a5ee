import type { InstallationFlags } from '../../openclaw/installation.ts';
import { dashboardCommandWords } from '../../words/dashboard.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { openScreens, type ScreenFlags } from '../open-screens.ts';

/** `clawdial status`: the dashboard. @throws ExpectedFailure without a terminal */
export async function runStatus(flags: InstallationFlags & ScreenFlags): Promise<ExitCode> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new ExpectedFailure(exitCodes.usage, dashboardCommandWords.noTerminal, dashboardCommandWords.noTerminalAdvice);
  }
  return openScreens({ flags, depth: 'message', host: currentHost(), demo: null, accessible: flags.accessible }, 'dashboard');
}
