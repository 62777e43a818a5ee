import { say, type SafeText } from '../../terminal/safe-text.ts';

/** After a name that is not known, when a known one is close. */
export function suggestionWords(name: SafeText): SafeText {
  return say`Did you mean ${name}?`;
}

/** What is wrong with a command line. */
export const usageWords = {
  unknownCommand: (command: SafeText, written: SafeText): SafeText => say`${command} has no command ${written}.`,
  unknownFlag: (command: SafeText, flag: SafeText): SafeText => say`${command} has no flag ${flag}.`,
  tooMany: (command: SafeText, words: SafeText): SafeText => say`${command} does not understand: ${words}`,
  badValue: (what: SafeText, value: SafeText, choices: SafeText): SafeText => say`${value} is none of the values of ${what}: ${choices}.`,
  missingArgument: (command: SafeText, name: SafeText): SafeText => say`${command} needs ${name}.`,
  missingValue: (flag: SafeText): SafeText => say`${flag} needs a value.`,
  hint: (command: SafeText): SafeText => say`${command} --help shows what it understands. Nothing was read or written.`,
} as const;

/** Headings of a help page. */
export const helpTitles = {
  usage: say`Usage:`,
  arguments: say`Arguments:`,
  options: say`Options:`,
  globalOptions: say`Global Options:`,
  commands: say`Commands:`,
  examples: say`Examples:`,
} as const;

/** What may be left out of a line, and what may be chosen. */
export const helpPlaces = {
  options: say`[options]`,
  command: say`[command]`,
  choices: (description: SafeText, choices: SafeText): SafeText => say`${description} (one of ${choices})`,
} as const;
