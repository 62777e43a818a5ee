import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the program says about its own preferences. */
export const preferencesWords = {
  setAside: (file: SafeText, aside: SafeText): SafeText =>
    say`Your preferences in ${file} could not be understood. They were set aside as ${aside}; clawdial goes on with its defaults.`,
  cannotSetAside: (file: SafeText): SafeText =>
    say`Your preferences in ${file} could not be understood, and the file could not be set aside. clawdial goes on with its defaults.`,
} as const;
