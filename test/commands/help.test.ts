import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandPath, everyCommand, visible } from '../../src/commands/help/command-path.ts';
import { examples } from '../../src/commands/help/examples.ts';
import { manPage } from '../../src/commands/help/man-page.ts';
import { addInstallationOptions, createProgram } from '../../src/commands/program.ts';

const program = createProgram();
const commands = everyCommand(program).filter((command) => visible(command) === command);

describe('every command', () => {
  it.each(commands.map((command) => [commandPath(command), command] as const))('%s has examples, in its help too, that it understands', (path, command) => {
    const lines = examples[path] ?? [];
    expect(lines).not.toEqual([]);
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    for (const line of lines) {
      expect(help).toContain(line);
      const words = line.replace(/^source <\((.*)\)$/, '$1').split(/ [<|] /)[0]?.split(' ') ?? [];
      expect(understood(words.slice(1))).toEqual([]);
    }
  });

  it('is in the manual page with all its flags', () => {
    const page = manPage(program, addInstallationOptions(new Command())).replaceAll('\\-', '-');
    for (const command of commands) {
      expect(page).toContain(commandPath(command));
      for (const { long } of command.createHelp().visibleOptions(command)) expect(page).toContain(long);
    }
  });
});

/** The words of a command line that no command and no flag of the program knows. */
function understood(words: readonly string[]): readonly string[] {
  let command = program;
  const unknown: string[] = [];
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word);
    if (next !== undefined) command = next;
    else if (word.startsWith('--')) {
      const owner = command.commands.find((one) => visible(one) === command) ?? command;
      const known = [...owner.options, ...program.options];
      if (!known.some(({ long }) => long === word)) unknown.push(word);
    } else if (command === program) unknown.push(word);
  }
  return unknown;
}
