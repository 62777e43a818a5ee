import type { Command } from 'commander';
import { commandWords } from '../../words/commands.ts';
import { configWords } from '../../words/preferences.ts';

interface ConfigFlags {
  readonly json?: boolean;
}

/** Adds `config …` to the program. */
export function addConfigCommands(program: Command): void {
  const config = program.command('config').description(configWords.help).helpCommand(false);
  const add = (name: string, help: string): Command => config.command(name).description(help);
  config.command('list', { isDefault: true }).description(configWords.list).option('--json', commandWords.flags.json).action(list);
  add('get', configWords.get).argument('<name>', configWords.name).option('--json', commandWords.flags.json).action(get);
  add('set', configWords.set).argument('<name>', configWords.name).argument('<value>', configWords.value).option('--json', commandWords.flags.json).action(set);
  add('unset', configWords.unset).argument('<name>', configWords.name).option('--json', commandWords.flags.json).action(unset);
}

async function list(flags: ConfigFlags): Promise<void> {
  const { runConfigList } = await import('./config.ts');
  process.exitCode = runConfigList(flags.json === true);
}

async function get(name: string, flags: ConfigFlags): Promise<void> {
  const { runConfigGet } = await import('./config.ts');
  process.exitCode = runConfigGet(name, flags.json === true);
}

async function set(name: string, value: string, flags: ConfigFlags): Promise<void> {
  const { runConfigSet } = await import('./config.ts');
  process.exitCode = await runConfigSet(name, value, flags.json === true);
}

async function unset(name: string, flags: ConfigFlags): Promise<void> {
  const { runConfigUnset } = await import('./config.ts');
  process.exitCode = await runConfigUnset(name, flags.json === true);
}
