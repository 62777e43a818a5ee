import type { Command } from 'commander';
import { nearestName } from '../../rules/nearest-name.ts';
import { redact } from '../../terminal/redact.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { suggestionWords, usageWords } from '../../words/usage.ts';
import { commandPath, visible } from './command-path.ts';

interface Complaint {
  /** What commander 15 says. */
  readonly pattern: RegExp;
  readonly sentence: (command: Command, parts: readonly string[]) => SafeText;
}

const complaints: readonly Complaint[] = [
  { pattern: /^error: unknown command '(.*?)'/s, sentence: (command, [written = '']) => unknownCommand(command, written) },
  { pattern: /^error: too many arguments(?: for '.*?')?\. Expected \d+ arguments? but got \d+: (.*)\.$/s, sentence: (command, [words = '']) => tooMany(command, words) },
  { pattern: /^error: unknown option '(.*?)'/s, sentence: (command, [flag = '']) => unknownFlag(command, flag) },
  {
    pattern: /^error: option '(?:-\w, )?(--[\w-]+).*?' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    sentence: (_command, [flag = '', value = '', choices = '']) => badValue(flag, value, choices.split(', ')),
  },
  {
    pattern: /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/s,
    sentence: (_command, [value = '', name = '', choices = '']) => badValue(name, value, choices.split(', ')),
  },
  { pattern: /^error: missing required argument '(.*)'/s, sentence: (command, [name = '']) => usageWords.missingArgument(pathOf(command), safeText(`<${name}>`)) },
  { pattern: /^error: option '(?:-\w, )?(--[\w-]+).*?' argument missing/s, sentence: (_command, [flag = '']) => usageWords.missingValue(safeText(flag)) },
];

/**
 * What commander complains of, in our words and the person's language, with the name that may be meant. A command line may
 * hold a secret, so what is quoted of it is redacted.
 *
 * @param command the one that complains
 */
export function usageSentence(command: Command, complaint: string): SafeText {
  const text = redact(complaint.trimEnd());
  for (const { pattern, sentence } of complaints) {
    const found = pattern.exec(text);
    if (found !== null) return sentence(command, found.slice(1));
  }
  return safeText(text);
}

function pathOf(command: Command): SafeText {
  return safeText(commandPath(command));
}

/** A word too many where commands could be named is taken for the name of one. */
function tooMany(command: Command, words: string): SafeText {
  const owner = visible(command);
  const isName = owner !== command || owner.commands.length > 0;
  return isName ? unknownCommand(owner, words.split(', ')[0] ?? '') : usageWords.tooMany(pathOf(command), safeText(words));
}

function unknownCommand(command: Command, written: string): SafeText {
  const known = command.createHelp().visibleCommands(command).map((one) => one.name());
  return suggesting(usageWords.unknownCommand(pathOf(command), safeText(written)), written, known);
}

function unknownFlag(command: Command, flag: string): SafeText {
  const help = command.createHelp();
  const known = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].flatMap(({ long }) => long ?? []);
  return suggesting(usageWords.unknownFlag(pathOf(command), safeText(flag)), flag, known);
}

function badValue(what: string, value: string, choices: readonly string[]): SafeText {
  return suggesting(usageWords.badValue(safeText(what), safeText(value), joinSafe(choices.map(safeText), say`, `)), value, choices);
}

function suggesting(sentence: SafeText, written: string, known: readonly string[]): SafeText {
  const nearest = nearestName(written, known);
  return nearest === null ? sentence : say`${sentence} ${suggestionWords(safeText(nearest))}`;
}
