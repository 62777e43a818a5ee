import { say } from '../../terminal/safe-text.ts';

/** Names of keys, as they stand on keyboards everywhere and as footer and help show them. */
export const keyNames = {
  enter: say`Enter`,
  escape: say`Esc`,
  arrows: say`↑↓`,
  across: say`←→`,
  pages: say`PgUp PgDn`,
  controlC: say`Ctrl+C`,
  controlU: say`Ctrl+U`,
  tab: say`Tab`,
  help: say`?`,
  readAgain: say`r`,
  runClaude: say`c`,
} as const;

/** Those of the dashboard, by what they do. */
export const dashboardKeyNames = {
  enter: say`Enter`,
  escape: say`Esc`,
  leave: say`q`,
  tab: say`Tab`,
  check: say`t`,
  save: say`s`,
  again: say`t`,
  add: say`a`,
  agents: say`o`,
  cache: say`c`,
  manage: say`m`,
  undo: say`u`,
  command: say`y`,
  filter: say`/`,
  sort: say`s`,
  help: say`?`,
  readAgain: say`r`,
  arrows: say`↑↓`,
  pages: say`PgUp PgDn Home End`,
  interrupt: say`Ctrl+C`,
} as const;
