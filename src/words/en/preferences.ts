import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the program says about its own preferences. */
export const preferencesWords = {
  setAside: (file: SafeText, aside: SafeText): SafeText =>
    say`Your preferences in ${file} could not be understood. They were set aside as ${aside}; clawdial goes on with its defaults.`,
  cannotSetAside: (file: SafeText): SafeText =>
    say`Your preferences in ${file} could not be understood, and the file could not be set aside. clawdial goes on with its defaults.`,
} as const;

/** What `clawdial config` says. */
export const configWords = {
  help: say`your preferences for clawdial itself; alone the same as config list`,
  list: say`all preferences, what is chosen and what may be`,
  get: say`print what is chosen; exit 1 when nothing is`,
  set: say`choose`,
  unset: say`take a choice back`,
  name: say`name of a preference`,
  value: say`value, as clawdial config lists them`,
  keptIn: (file: SafeText): SafeText => say`Kept in ${file}`,
  notChosen: say`(not chosen)`,
  notUnderstood: say`(not chosen: what the file has is not understood)`,
  choices: (meaning: SafeText, choices: SafeText): SafeText => say`${meaning}: ${choices}`,
  range: (least: number, most: number): SafeText => say`${least} to ${most}`,
  meanings: {
    language: say`what clawdial speaks; without a choice the locale counts`,
    theme: say`colours for a dark or a light background, or none; auto asks the surroundings`,
    accessible: say`questions and answers in lines, as for a screen reader`,
    refresh: say`seconds between two steps of the dashboard’s countdowns`,
    noticeAcknowledged: say`the notice about setup-tokens that you have read; without it, it is shown again`,
  },
  saved: (name: SafeText, value: SafeText): SafeText => say`${name} is ${value} from now on.`,
  takenBack: (name: SafeText): SafeText => say`${name} is not chosen any more.`,
  unknownName: (name: SafeText): SafeText => say`There is no preference ${name}. Nothing was changed.`,
  unknownNameAdvice: (names: SafeText): SafeText => say`These are: ${names}.`,
  badValue: (name: SafeText, value: SafeText): SafeText => say`${name} cannot be ${value}. Nothing was changed.`,
  badValueAdvice: (choices: SafeText): SafeText => say`It may be: ${choices}.`,
  notSaved: (file: SafeText): SafeText => say`${file} could not be written. Nothing was changed.`,
  notSavedAdvice: say`See whether you may write in that directory, and whether the disk has room.`,
} as const;
