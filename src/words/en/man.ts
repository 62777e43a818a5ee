import { say } from '../../terminal/safe-text.ts';

/** What the manual page tells of the files that the program reads and writes. */
export const manFileWords = {
  config: say`OpenClaw’s config; only the bytes of a changed setting are written`,
  store: say`the credentials of an agent, where this OpenClaw keeps them in files`,
  backup: say`beside a changed file: what it held before, mode 0600`,
  journal: say`beside the config: what undo needs to know of the last changes, mode 0600`,
  preferences: say`the preferences of clawdial itself`,
  code: say`what V8 compiled of clawdial, so that the next start is quick; may be removed at any time`,
} as const;
