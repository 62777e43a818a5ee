import { Argument, type Command } from 'commander';
import { completeWords } from '../../words/complete.ts';
import type { Grammar } from './grammar.ts';

/**
 * Adds `complete` to the program: it prints what a shell needs, and later answers what that asks (after `--`).
 *
 * @param grammar what a command line may hold
 */
export function addCompleteCommand(program: Command, grammar: Grammar): void {
  program
    .command('complete')
    .description(completeWords.help)
    .addArgument(new Argument('[shell]', completeWords.shell))
    .allowExcessArguments()
    .action((_shell: string | undefined, _flags: object, command: Command) => complete(command, grammar));
}

async function complete(command: Command, grammar: Grammar): Promise<void> {
  const { runComplete } = await import('./complete.ts');
  process.exitCode = await runComplete(command.args, isRequest(command), grammar);
}

/** `complete -- cache set ''`: the words of an unfinished command line stand behind the dashes. */
function isRequest(command: Command): boolean {
  let root = command;
  while (root.parent !== null) root = root.parent;
  return 'rawArgs' in root && Array.isArray(root.rawArgs) && root.rawArgs.includes('--');
}
