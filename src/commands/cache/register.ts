import { Option, type Command } from 'commander';
import type { InstallationFlags } from '../../openclaw/installation.ts';
import { cacheCommandWords } from '../../words/cache-editor.ts';
import { commandWords } from '../../words/commands.ts';
import type { ExplainFlags } from '../explain.ts';
import type { AdviseFlags } from './advise.ts';
import type { CacheChangeFlags, MigrateFlags } from './change.ts';

/**
 * Adds `cache …` and `undo` to the program. Every action loads its own code only when it runs.
 *
 * @param addInstallationOptions adds the flags that say which OpenClaw is meant
 */
export function addCacheCommands(program: Command, addInstallationOptions: (command: Command) => Command): void {
  const cache = program.command('cache').description(cacheCommandWords.help).helpCommand(false);
  const add = (name: string, help: string): Command => addInstallationOptions(cache.command(name).description(help));
  addInstallationOptions(cache.command('edit', { isDefault: true, hidden: true })).action(edit);
  add('list', cacheCommandWords.list).option('--json', commandWords.flags.json).action(list);
  add('explain', cacheCommandWords.explain).argument('<agent>', cacheCommandWords.agent).option('--json', commandWords.flags.json).action(explain);
  withChangeOptions(add('set', cacheCommandWords.set).argument('<agent>', cacheCommandWords.agent).argument('<value>', cacheCommandWords.value)).action(set);
  withChangeOptions(add('unset', cacheCommandWords.unset).argument('<agent>', cacheCommandWords.agent)).action(unset);
  withChangeOptions(
    add('baseline', cacheCommandWords.baseline).argument('<model>', cacheCommandWords.model).argument('<value>', cacheCommandWords.baselineValue),
  ).action(baseline);
  withChangeOptions(add('migrate', cacheCommandWords.migrate).argument('[agent]', cacheCommandWords.agent))
    .option('--all', cacheCommandWords.all)
    .addOption(new Option('--keep <which>', cacheCommandWords.keep).choices(['effective', 'meant']))
    .action(migrate);
  add('advise', cacheCommandWords.advise)
    .argument('<agent>', cacheCommandWords.agent)
    .option('--every <duration>', cacheCommandWords.every)
    .option('--prefix <tokens>', cacheCommandWords.prefix)
    .option('--json', commandWords.flags.json)
    .action(advise);
  withChangeOptions(addInstallationOptions(program.command('undo').description(cacheCommandWords.undo))).action(undo);
}

function withChangeOptions(command: Command): Command {
  return command.option('--dry-run', commandWords.flags.dryRun).option('--json', commandWords.flags.json);
}

async function edit(_flags: InstallationFlags, command: Command): Promise<void> {
  const { runCacheEditor } = await import('./cache.ts');
  process.exitCode = await runCacheEditor(command.optsWithGlobals());
}

async function list(flags: InstallationFlags & { readonly json?: boolean }): Promise<void> {
  const { runCacheList } = await import('./list.ts');
  process.exitCode = await runCacheList(flags);
}

async function explain(agent: string, flags: ExplainFlags): Promise<void> {
  const { runExplain } = await import('../explain.ts');
  process.exitCode = await runExplain(agent, flags);
}

async function set(agent: string, value: string, flags: CacheChangeFlags): Promise<void> {
  const { runCacheSet } = await import('./change.ts');
  process.exitCode = await runCacheSet(agent, value, flags);
}

async function unset(agent: string, flags: CacheChangeFlags): Promise<void> {
  const { runCacheUnset } = await import('./change.ts');
  process.exitCode = await runCacheUnset(agent, flags);
}

async function baseline(ref: string, value: string, flags: CacheChangeFlags): Promise<void> {
  const { runCacheBaseline } = await import('./change.ts');
  process.exitCode = await runCacheBaseline(ref, value, flags);
}

async function migrate(agent: string | undefined, flags: MigrateFlags): Promise<void> {
  const { runCacheMigrate } = await import('./change.ts');
  process.exitCode = await runCacheMigrate(agent, flags);
}

async function advise(agent: string, flags: AdviseFlags): Promise<void> {
  const { runCacheAdvise } = await import('./advise.ts');
  process.exitCode = await runCacheAdvise(agent, flags);
}

async function undo(flags: CacheChangeFlags): Promise<void> {
  const { runUndo } = await import('../undo.ts');
  process.exitCode = await runUndo(flags);
}
