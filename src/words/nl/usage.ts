import { say, type SafeText } from '../../terminal/safe-text.ts';

export function suggestionWords(name: SafeText): SafeText {
  return say`Bedoelde je ${name}?`;
}

export const usageWords = {
  unknownCommand: (command: SafeText, written: SafeText): SafeText => say`${command} heeft geen opdracht ${written}.`,
  unknownFlag: (command: SafeText, flag: SafeText): SafeText => say`${command} heeft geen optie ${flag}.`,
  tooMany: (command: SafeText, words: SafeText): SafeText => say`${command} begrijpt dit niet: ${words}`,
  badValue: (what: SafeText, value: SafeText, choices: SafeText): SafeText => say`${value} is geen waarde van ${what}: ${choices}.`,
  missingArgument: (command: SafeText, name: SafeText): SafeText => say`${command} heeft ${name} nodig.`,
  missingValue: (flag: SafeText): SafeText => say`${flag} heeft een waarde nodig.`,
  hint: (command: SafeText): SafeText => say`${command} --help toont wat begrepen wordt. Er is niets gelezen of geschreven.`,
} as const;

export const helpTitles = {
  usage: say`Gebruik:`,
  arguments: say`Argumenten:`,
  options: say`Opties:`,
  globalOptions: say`Algemene opties:`,
  commands: say`Opdrachten:`,
  examples: say`Voorbeelden:`,
} as const;

/** What may be left out of a line, and what may be chosen. */
export const helpPlaces = {
  options: say`[opties]`,
  command: say`[opdracht]`,
  choices: (description: SafeText, choices: SafeText): SafeText => say`${description} (kies uit ${choices})`,
} as const;
