import type { Command } from 'commander';

/** What a command line may hold. */
export interface Grammar {
  /** Every command with its flags, but for `complete`. */
  readonly createTree: () => Command;
  /** Adds the flags that say which OpenClaw is meant. */
  readonly addInstallationOptions: (command: Command) => Command;
}
