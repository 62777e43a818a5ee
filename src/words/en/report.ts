import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial report` says. */
export const reportWords = {
  shown: safeText('This is all of it: no secret, no e-mail address, no user name. Names of agents and profiles are in it. Nothing is sent anywhere.'),
  question(path: SafeText): SafeText {
    return say`Save it as ${path}? [y]es, [N]o: `;
  },
  saved: (path: SafeText): SafeText => say`Saved ${path}`,
  notSaved: safeText('Nothing was saved.'),
  exists: (path: SafeText): SafeText => say`${path} is there already. It was not touched.`,
  failed: (path: SafeText, code: SafeText): SafeText => say`${path} could not be written: the system says ${code}.`,
  failedAdvice: safeText('Name another file with --output. Nothing was saved.'),
  noTerminal: safeText('A report is shown before it is saved, and there is no terminal to show it on.'),
  noTerminalAdvice: safeText('Add --output FILE to save it, or --stdout to print it. Nothing was saved.'),
} as const;

/** Help texts of `clawdial report`. */
export const reportCommandWords = {
  help: safeText('write a support report without secrets, addresses and user names, shown before it is saved'),
  output: safeText('where to save it (default: clawdial-report-<time>.json in this directory)'),
  stdout: safeText('print it, and save nothing'),
  yes: safeText('save it without asking'),
  json: safeText('print where it was saved as JSON, without asking'),
} as const;
