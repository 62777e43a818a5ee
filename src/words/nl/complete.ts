import { say, type SafeText } from '../../terminal/safe-text.ts';

export const completeWords = {
  help: say`druk af wat een shell nodig heeft om opdrachten, agents, profielen en waarden aan te vullen`,
  shell: say`bash, zsh, fish of powershell`,
  needsShell: say`Welke shell? Er is niets afgedrukt.`,
  unknownShell: (shell: SafeText): SafeText => say`Voor ${shell} is er geen aanvulling.`,
  advice: say`Noem bash, zsh, fish of powershell, bijvoorbeeld: source <(clawdial complete bash)`,
} as const;
