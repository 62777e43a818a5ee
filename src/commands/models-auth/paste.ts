import { safeText } from '../../terminal/safe-text.ts';
import { commandWords } from '../../words/commands.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { runNonInteractive } from '../onboard/non-interactive.ts';
import { openScreens } from '../open-screens.ts';
import { askSecret } from './ask-secret.ts';
import { requireAnthropic, type PasteFlags } from './flags.ts';

/** OpenClaw's own name for what its paste verbs store (2026.2.24, section 2.3; 2026.9.6, section 1.6). */
const pastedProfileId = 'anthropic:manual';

/** `clawdial models auth paste-api-key`: asked for on a terminal, read from stdin otherwise, checked, saved. */
export function runPasteApiKey(flags: PasteFlags): Promise<ExitCode> {
  if (flags.expiresIn !== undefined) throw new ExpectedFailure(exitCodes.usage, modelsAuthWords.keyHasNoEnd, safeText(commandWords.helpHint));
  return paste(flags, 'api-key');
}

/** `clawdial models auth paste-token`. */
export function runPasteToken(flags: PasteFlags): Promise<ExitCode> {
  return paste(flags, 'setup-token');
}

async function paste(flags: PasteFlags, kind: 'api-key' | 'setup-token'): Promise<ExitCode> {
  requireAnthropic(flags);
  const { profileId = pastedProfileId, expiresIn, provider: _provider, ...others } = flags;
  const raw = await askSecret(kind === 'api-key' ? modelsAuthWords.askApiKey : modelsAuthWords.askToken);
  const given = kind === 'api-key' ? { anthropicApiKey: '-' } : { token: '-' };
  const lifetime = expiresIn === undefined ? {} : { tokenExpiresIn: expiresIn };
  return runNonInteractive({ ...others, ...given, ...lifetime, tokenProfileId: profileId }, currentHost(), { raw, from: process.stdin.isTTY ? 'terminal' : 'stdin' });
}

/** `clawdial models auth setup-token`: the guided way, which can run Claude's own program. @throws ExpectedFailure without a terminal */
export async function runSetupToken(flags: PasteFlags): Promise<ExitCode> {
  requireAnthropic(flags);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new ExpectedFailure(exitCodes.usage, modelsAuthWords.setupTokenNeedsTerminal, modelsAuthWords.setupTokenNeedsTerminalAdvice);
  }
  return openScreens({ flags, depth: flags.check ?? 'message', host: currentHost(), demo: null, choice: 'setup-token', accessible: flags.accessible }, 'wizard');
}
