import type { InstallationFlags } from '../../openclaw/installation.ts';
import { joinSafe, safeText } from '../../terminal/safe-text.ts';
import { onboardWords } from '../../words/onboard.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { openScreens, type ScreenFlags } from '../open-screens.ts';
import { answersGiven, isNonInteractive, type OnboardFlags } from './flags.ts';
import { wantedKind } from './given-credential.ts';

/**
 * `clawdial onboard`: the wizard on a terminal, otherwise the same work without questions.
 *
 * @returns the exit code
 */
export async function runOnboard(flags: OnboardFlags & InstallationFlags & ScreenFlags): Promise<ExitCode> {
  if (isNonInteractive(flags)) {
    const { runNonInteractive } = await import('./non-interactive.ts');
    return runNonInteractive(flags, currentHost());
  }
  const answers = answersGiven(flags);
  if (answers.length > 0) {
    throw new ExpectedFailure(exitCodes.usage, onboardWords.needsNonInteractive(joinSafe(answers.map(safeText), safeText(', '))), onboardWords.needsNonInteractiveAdvice);
  }
  const choice = wantedKind(flags);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new ExpectedFailure(exitCodes.usage, onboardWords.noTerminal, onboardWords.noTerminalAdvice);
  }
  return openScreens({ flags, depth: flags.check ?? 'message', host: currentHost(), demo: null, choice, accessible: flags.accessible }, 'wizard');
}
