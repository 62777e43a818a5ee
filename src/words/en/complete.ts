import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial complete` says. */
export const completeWords = {
  help: say`print what a shell needs to complete commands, agents, profiles and values`,
  shell: say`bash, zsh, fish or powershell`,
  needsShell: say`Which shell? Nothing was printed.`,
  unknownShell: (shell: SafeText): SafeText => say`There are no completions for ${shell}.`,
  advice: say`Say bash, zsh, fish or powershell, for example: source <(clawdial complete bash)`,
} as const;
