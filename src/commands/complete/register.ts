import { Argument, type Command } from 'commander';
import { completeWords } from '../../words/complete.ts';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];

/** Adds `complete` to the program: it prints what a shell needs, and later answers what that asks (after `--`). */
export function addCompleteCommand(program: Command): void {
  program
    .command('complete')
    .description(completeWords.help)
    .addArgument(new Argument('[shell]', completeWords.shell))
    .allowExcessArguments()
    .action(complete);
}

async function complete(_shell: string | undefined, _flags: object, command: Command): Promise<void> {
  const { runComplete } = await import('./complete.ts');
  process.exitCode = await runComplete(command.args, isRequest(command));
}

/** `complete -- cache set ''`: the words of an unfinished command line stand behind the dashes. */
function isRequest(command: Command): boolean {
  let root = command;
  while (root.parent !== null) root = root.parent;
  return 'rawArgs' in root && Array.isArray(root.rawArgs) && root.rawArgs.includes('--');
}
