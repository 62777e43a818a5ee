import tab from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import type { InstallationFlags } from '../../openclaw/installation.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { completeWords } from '../../words/complete.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { printScript } from '../output.ts';
import { withSuggestion } from '../unknown-name.ts';
import type { Grammar } from './grammar.ts';
import { knownNames, type KnownNames } from './known-names.ts';
import { shells, type Shell } from './shells.ts';
import { shellScripts } from './shell-scripts.ts';

type Completions = ReturnType<typeof tab>;

/**
 * `clawdial complete SHELL` prints the shell's script; `clawdial complete -- WORDS` answers what the script asks, from the
 * tree of commands and the installation. Reads only.
 *
 * @param isRequest the words are those of an unfinished command line
 * @throws ExpectedFailure for a shell that is not served
 */
export async function runComplete(words: readonly string[], isRequest: boolean, grammar: Grammar): Promise<ExitCode> {
  if (!isRequest) {
    printScript(shellScripts[requireShell(words[0])]);
    return exitCodes.done;
  }
  const completions = tab(grammar.createTree());
  describe(completions, await knownNames(installationOf(words, grammar)));
  completions.parse([...words]);
  return exitCodes.done;
}

function requireShell(wanted: string | undefined): Shell {
  const found = shells.find((shell) => shell === wanted);
  if (found !== undefined) return found;
  if (wanted === undefined) throw new ExpectedFailure(exitCodes.usage, completeWords.needsShell, completeWords.advice);
  throw new ExpectedFailure(exitCodes.usage, completeWords.unknownShell(safeText(wanted)), withSuggestion(completeWords.advice, wanted, shells));
}

/** The installation that the unfinished line means already. */
function installationOf(words: readonly string[], { addInstallationOptions }: Grammar): InstallationFlags {
  const reader = addInstallationOptions(new Command()).allowUnknownOption().exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    reader.parseOptions([...words]);
  } catch {
    // A flag still without its value.
  }
  return reader.opts();
}

/** Gives arguments and flags the values that go by their name; those that commander knows choices of have them already. */
function describe(completions: Completions, names: KnownNames): void {
  const own = completions.commands.get('complete');
  if (own !== undefined) {
    own.description = completeWords.help;
    own.argument('shell');
  }
  for (const command of [completions, ...completions.commands.values()]) {
    for (const [name, argument] of command.arguments) {
      const values = names.get(`${command.value} <${name}>`) ?? names.get(`<${name}>`);
      if (values !== undefined) argument.handler = offering(values);
    }
    for (const [name, flag] of command.options) {
      const values = names.get(`--${name}`);
      if (values !== undefined) flag.handler = offering(values);
    }
  }
}

function offering(values: readonly string[]): (complete: (value: string, description: string) => void) => void {
  return (complete) => values.forEach((value) => complete(value, ''));
}
