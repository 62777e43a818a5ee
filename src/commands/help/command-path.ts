import type { Command } from 'commander';

/** A command with all below it. */
export function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/**
 * The command as a person writes it, e.g. `clawdial cache set`. One that runs when nothing is named counts as the command
 * above it.
 */
export function commandPath(command: Command): string {
  const names = chainOf(visible(command)).map((one) => one.name());
  return names.join(' ');
}

/** The command itself; for one that is hidden because it is what runs when nothing is named, the one above it. */
export function visible(command: Command): Command {
  const { parent } = command;
  return parent !== null && !parent.createHelp().visibleCommands(parent).includes(command) ? visible(parent) : command;
}

function chainOf(command: Command): readonly Command[] {
  return command.parent === null ? [command] : [...chainOf(command.parent), command];
}
