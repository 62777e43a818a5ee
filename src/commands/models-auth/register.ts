import { Option, type Command } from 'commander';
import type { InstallationFlags } from '../../openclaw/installation.ts';
import { commandWords } from '../../words/commands.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import type { AgentFlags, ChangeFlags, ClearCooldownFlags, PasteFlags, ProviderFlags, RotateFlags } from './flags.ts';

type OrderFlags = ChangeFlags & AgentFlags & ProviderFlags;

/**
 * Adds `models auth …`. Every action loads its own code only when it runs.
 *
 * @param addInstallationOptions adds the flags that say which OpenClaw is meant
 */
export function addModelsAuthCommands(models: Command, addInstallationOptions: (command: Command) => Command): void {
  const { help, flags } = modelsAuthWords;
  const auth = models.command('auth').description(help.auth).helpCommand(false);
  const add = (name: string, text: string): Command => addInstallationOptions(auth.command(name).description(text));
  const profile = (name: string, text: string): Command => add(name, text).argument('<profile>', flags.profile);
  withPasteOptions(add('setup-token', help.setupToken)).action(setupToken);
  withPasteOptions(add('paste-token', help.pasteToken)).option('--expires-in <duration>', flags.expiresIn).action(pasteToken);
  withPasteOptions(add('paste-api-key', help.pasteApiKey)).addOption(new Option('--expires-in <duration>').hideHelp()).action(pasteApiKey);
  withAgent(add('list', help.list)).option('--json', commandWords.flags.json).action(list);
  withChangeOptions(withCheckOptions(profile('rotate', help.rotate))).option('--expires-in <duration>', flags.expiresIn).action(rotate);
  withChangeOptions(profile('remove', help.remove)).action(remove);
  withChangeOptions(profile('activate', help.activate).option('--agent <id>', flags.agent)).action(activate);
  withChangeOptions(profile('rename', help.rename).argument('<name>', flags.name)).action(rename);
  withChangeOptions(profile('copy', help.copy).requiredOption('--to <agent>', flags.to).option('--from <agent>', flags.from)).action(copy);
  withChangeOptions(add('refresh-copies', help.refreshCopies).argument('[profile]', flags.profile)).action(refreshCopies);
  profile('clear-cooldown', help.clearCooldown)
    .option('--force <reason>', flags.forceReason)
    .option('--trust-base-url', commandWords.flags.trustBaseUrl)
    .option('--dry-run', commandWords.flags.dryRun)
    .option('--json', commandWords.flags.json)
    .action(clearCooldown);
  addOrderCommands(auth, addInstallationOptions);
}

function addOrderCommands(auth: Command, addInstallationOptions: (command: Command) => Command): void {
  const { help, flags } = modelsAuthWords;
  const order = auth.command('order').description(help.order).helpCommand(false);
  const add = (name: string, text: string): Command => withAgent(addInstallationOptions(order.command(name).description(text)));
  add('get', help.orderGet).option('--json', commandWords.flags.json).action(orderGet);
  withChangeOptions(add('set', help.orderSet).argument('<profiles...>', flags.profiles)).action(orderSet);
  withChangeOptions(add('clear', help.orderClear)).action(orderClear);
}

function withAgent(command: Command): Command {
  return command.option('--provider <name>', modelsAuthWords.flags.provider).option('--agent <id>', modelsAuthWords.flags.agent);
}

function withCheckOptions(command: Command): Command {
  return command
    .addOption(new Option('--check <depth>', commandWords.flags.check).choices(['none', 'models', 'message']))
    .option('--save-unchecked', commandWords.flags.saveUnchecked)
    .option('--trust-base-url', commandWords.flags.trustBaseUrl);
}

function withPasteOptions(command: Command): Command {
  return withCheckOptions(command)
    .option('--provider <name>', modelsAuthWords.flags.provider)
    .option('--profile-id <id>', modelsAuthWords.flags.profileId)
    .option('--agent <id...>', commandWords.flags.agent)
    .option('--dry-run', commandWords.flags.dryRun)
    .option('--json', commandWords.flags.json);
}

function withChangeOptions(command: Command): Command {
  return command.option('--force', modelsAuthWords.flags.force).option('--dry-run', commandWords.flags.dryRun).option('--json', commandWords.flags.json);
}

async function setupToken(_flags: PasteFlags, command: Command): Promise<void> {
  const { runSetupToken } = await import('./paste.ts');
  process.exitCode = await runSetupToken(command.optsWithGlobals());
}

async function pasteToken(flags: PasteFlags): Promise<void> {
  const { runPasteToken } = await import('./paste.ts');
  process.exitCode = await runPasteToken(flags);
}

async function pasteApiKey(flags: PasteFlags): Promise<void> {
  const { runPasteApiKey } = await import('./paste.ts');
  process.exitCode = await runPasteApiKey(flags);
}

async function list(flags: InstallationFlags & AgentFlags & ProviderFlags & { readonly json?: boolean }): Promise<void> {
  const { runList } = await import('./list.ts');
  process.exitCode = await runList(flags);
}

async function rotate(profileId: string, flags: RotateFlags): Promise<void> {
  const { runRotate } = await import('./rotate.ts');
  process.exitCode = await runRotate(profileId, flags);
}

async function remove(profileId: string, flags: ChangeFlags): Promise<void> {
  const { runRemove } = await import('./verbs.ts');
  process.exitCode = await runRemove(profileId, flags);
}

async function activate(profileId: string, flags: ChangeFlags & AgentFlags): Promise<void> {
  const { runActivate } = await import('./verbs.ts');
  process.exitCode = await runActivate(profileId, flags);
}

async function rename(profileId: string, name: string, flags: ChangeFlags): Promise<void> {
  const { runRename } = await import('./verbs.ts');
  process.exitCode = await runRename(profileId, name, flags);
}

async function copy(profileId: string, flags: ChangeFlags & { readonly to: string; readonly from?: string }): Promise<void> {
  const { runCopy } = await import('./verbs.ts');
  process.exitCode = await runCopy(profileId, flags);
}

async function refreshCopies(profileId: string | undefined, flags: ChangeFlags): Promise<void> {
  const { runRefreshCopies } = await import('./verbs.ts');
  process.exitCode = await runRefreshCopies(profileId, flags);
}

async function clearCooldown(profileId: string, flags: ClearCooldownFlags): Promise<void> {
  const { runClearCooldown } = await import('./clear-cooldown.ts');
  process.exitCode = await runClearCooldown(profileId, flags);
}

async function orderGet(flags: OrderFlags): Promise<void> {
  const { runOrderGet } = await import('./order.ts');
  process.exitCode = await runOrderGet(flags);
}

async function orderSet(profileIds: readonly string[], flags: OrderFlags): Promise<void> {
  const { runOrderSet } = await import('./order.ts');
  process.exitCode = await runOrderSet(profileIds, flags);
}

async function orderClear(flags: OrderFlags): Promise<void> {
  const { runOrderClear } = await import('./order.ts');
  process.exitCode = await runOrderClear(flags);
}
