import type { Command } from 'commander';
import { manFileWords } from '../../words/man.ts';
import { visible } from './command-path.ts';
import { examples } from './examples.ts';

/**
 * The manual page of the whole program, in the `man` macros of roff, from the same tree of commands as the help.
 *
 * @param shared has the flags that many commands take; they are told once
 */
export function manPage(program: Command, shared: Command): string {
  const known = new Set(shared.options.map(({ long }) => long));
  return [
    '.TH CLAWDIAL 1 "" "clawdial" "User Commands"',
    '.SH NAME',
    `clawdial \\- ${plain(program.description().split('.')[0] ?? '')}`,
    '.SH SYNOPSIS',
    '.B clawdial',
    plain('[flags] [command]'),
    '.SH DESCRIPTION',
    plain(program.description()),
    '.SH FLAGS OF EVERY COMMAND',
    ...flagsOf(program),
    '.SH FLAGS THAT SAY WHICH OPENCLAW',
    ...flagsOf(shared),
    '.SH COMMANDS',
    ...program.createHelp().visibleCommands(program).flatMap((command) => commandSection(command, 'clawdial', known)),
    '.SH EXAMPLES',
    ...exampleLines('clawdial'),
    '.SH FILES',
    ...files.flatMap(([path, name]) => term(path, manFileWords[name])),
    '',
  ].join('\n');
}

const files: readonly (readonly [string, keyof typeof manFileWords])[] = [
  ['~/.openclaw/openclaw.json', 'config'],
  ['~/.openclaw/agents/<id>/agent/auth-profiles.json', 'store'],
  ['….clawdial-backup-<time>', 'backup'],
  ['openclaw.json.clawdial-journal', 'journal'],
  ['$XDG_CONFIG_HOME/clawdial/config.json', 'preferences'],
  ['$XDG_CACHE_HOME/clawdial/*.v8', 'code'],
];

function commandSection(command: Command, above: string, known: ReadonlySet<string | undefined>): readonly string[] {
  const path = `${above} ${command.name()}`;
  const args = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [
    `.SS ${plain([path, ...args].join(' '))}`,
    plain(command.description()),
    ...command.registeredArguments.flatMap((argument) => (argument.description === '' ? [] : term(argument.name(), argument.description))),
    ...flagsOf(runs(command), known),
    ...exampleLines(path),
    ...command.createHelp().visibleCommands(command).flatMap((one) => commandSection(one, path, known)),
  ];
}

/** The command whose flags count: where one runs by itself that has no name of its own, that one. */
function runs(command: Command): Command {
  return command.commands.find((one) => visible(one) === command) ?? command;
}

/** @param known flags that are told elsewhere */
function flagsOf(command: Command, known: ReadonlySet<string | undefined> = new Set()): readonly string[] {
  const own = command.createHelp().visibleOptions(command).filter(({ long }) => !known.has(long) && (command.name() === 'clawdial' || long !== '--help'));
  return own.flatMap(({ flags, description, argChoices }) => {
    const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
    return term(flags, `${description}${choices}`);
  });
}

function term(name: string, meaning: string): readonly string[] {
  return ['.TP', `.B ${plain(name)}`, plain(meaning)];
}

function exampleLines(path: string): readonly string[] {
  const lines = examples[path] ?? [];
  return lines.length === 0 ? [] : ['.PP', '.EX', ...lines.map((line) => plain(line)), '.EE'];
}

/** Text that roff takes literally. */
function plain(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('’', '\\(cq').replace(/^([.'])/, '\\&$1');
}
