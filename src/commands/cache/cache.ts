import type { InstallationFlags } from '../../openclaw/installation.ts';
import { cacheCommandWords } from '../../words/cache-editor.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { openCacheEditor, type ScreenFlags } from '../open-screens.ts';

/** `clawdial cache`: the editor. @throws ExpectedFailure without a terminal */
export async function runCacheEditor(flags: InstallationFlags & ScreenFlags): Promise<ExitCode> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new ExpectedFailure(exitCodes.usage, cacheCommandWords.noTerminal, cacheCommandWords.noTerminalAdvice);
  }
  return openCacheEditor({ flags, host: currentHost() }, flags.accessible);
}
