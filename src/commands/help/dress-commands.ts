import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { safeText } from '../../terminal/safe-text.ts';
import { listWords } from '../../words/cache.ts';
import { helpPlaces, helpTitles, usageWords } from '../../words/usage.ts';
import { printError } from '../output.ts';
import { commandPath, everyCommand } from './command-path.ts';
import { examples } from './examples.ts';
import { usageSentence } from './usage-sentence.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': helpTitles.usage,
  'Arguments:': helpTitles.arguments,
  'Options:': helpTitles.options,
  'Global Options:': helpTitles.globalOptions,
  'Commands:': helpTitles.commands,
};

/** The help in the language that is spoken; commander itself knows English only. */
const help: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: withPlaces,
  styleSubcommandTerm: withPlaces,
  optionDescription: described,
  argumentDescription: described,
};

function withPlaces(line: string): string {
  return line.replace('[options]', helpPlaces.options).replace('[command]', helpPlaces.command);
}

function described({ description, argChoices }: Pick<Option | Argument, 'description' | 'argChoices'>): string {
  return argChoices === undefined ? description : helpPlaces.choices(safeText(description), listWords(argChoices));
}

/** Gives every command of the program its help with examples, and complaints that say what may be meant. */
export function dressCommands(program: Command): void {
  for (const command of everyCommand(program)) {
    const path = commandPath(command);
    command
      .configureHelp(help)
      .exitOverride()
      .showHelpAfterError(usageWords.hint(safeText(path)))
      .configureOutput({
        writeErr: (text) => printError(safeText(text.trimEnd())),
        outputError: (text) => printError(usageSentence(command, text)),
      });
    const lines = examples[path] ?? [];
    if (lines.length > 0) command.addHelpText('after', ['', helpTitles.examples, ...lines.map((line) => `  ${line}`)].join('\n'));
  }
}
