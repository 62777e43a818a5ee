import { Argument, Command, CommanderError, Option } from 'commander';
import type { InstallationFlags } from '../openclaw/installation.ts';
import type { PreferencesReading } from '../preferences/read-preferences.ts';
import { safeText } from '../terminal/safe-text.ts';
import { bugLine } from '../terminal/bug-line.ts';
import { commandWords } from '../words/commands.ts';
import { languages } from '../words/language.ts';
import { preferencesWords } from '../words/preferences.ts';
import { dashboardCommandWords } from '../words/dashboard.ts';
import { statusCommandWords } from '../words/status.ts';
import { programVersion } from '../program-version.ts';
import { addCacheCommands } from './cache/register.ts';
import { addCompleteCommand } from './complete/register.ts';
import { addConfigCommands } from './config/register.ts';
import { addDoctorCommand } from './doctor/register.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';
import { dressCommands } from './help/dress-commands.ts';
import type { ScreenFlags } from './open-screens.ts';
import { addModelsAuthCommands } from './models-auth/register.ts';
import { addReportCommand } from './report/register.ts';
import { endOnClosedPipe, printError } from './output.ts';
import type { ExplainFlags } from './explain.ts';
import type { StatusFlags } from './models-status/flags.ts';
import type { OnboardFlags } from './onboard/flags.ts';

/**
 * Runs one command line and sets the exit code. Every action loads its own code only when it runs.
 *
 * @param argv the words after the program's name
 * @param corrupt our own preferences, when they could not be understood
 */
export async function runProgram(argv: readonly string[], corrupt: PreferencesReading['corrupt'] = null): Promise<void> {
  endOnClosedPipe();
  if (corrupt !== null) sayCorrupt(corrupt);
  try {
    await createProgram().parseAsync([...argv], { from: 'user' });
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function sayCorrupt({ file, aside }: NonNullable<PreferencesReading['corrupt']>): void {
  const path = safeText(file);
  printError(aside === null ? preferencesWords.cannotSetAside(path) : preferencesWords.setAside(path, safeText(aside)));
}

/** Says what went wrong, for a person; a bug looks different from an expected failure. @returns the exit code */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof ExpectedFailure) {
    printError(error.title);
    printError(error.advice);
    return error.exitCode;
  }
  printError(bugLine(error));
  return exitCodes.failed;
}

/**
 * Every command with its flags: what runs, what the help and the man page tell, and what a shell completes.
 *
 * @param completes false leaves out `complete`, which the library for completions adds by itself
 */
export function createProgram({ completes = true }: { readonly completes?: boolean } = {}): Command {
  const program = new Command('clawdial')
    .description(commandWords.program)
    .version(programVersion, '-V, --version', commandWords.version)
    .helpOption('-h, --help', commandWords.help)
    // Known to the program itself, it is understood before and after every command.
    .addOption(new Option('--lang <language>', commandWords.language).choices([...languages]))
    .option('--accessible', commandWords.accessible)
    .helpCommand(false);
  addOnboardOptions(program.command('home', { isDefault: true, hidden: true })).action(home);
  addOnboardOptions(program.command('onboard').description(commandWords.onboard)).action(onboard);
  addInstallationOptions(program.command('status').description(dashboardCommandWords.help)).action(status);
  program
    .command('demo')
    .description(commandWords.demo)
    .addArgument(new Argument('[scene]', commandWords.demoScene).choices(['wizard', 'status']).default('wizard'))
    .action(demo);
  addInstallationOptions(program.command('explain').description(commandWords.explain).argument('[agent]', commandWords.explainAgent))
    .option('--json', commandWords.flags.json)
    .action(explainRoutes);
  const models = program.command('models').description(statusCommandWords.models);
  addStatusOptions(models.command('status', { isDefault: true }).description(statusCommandWords.help)).action(modelsStatus);
  addModelsAuthCommands(models, addInstallationOptions);
  addCacheCommands(program, addInstallationOptions);
  addDoctorCommand(program, addInstallationOptions);
  addReportCommand(program, addInstallationOptions);
  addConfigCommands(program);
  if (completes) addCompleteCommand(program, { createTree: () => createProgram({ completes: false }), addInstallationOptions });
  dressCommands(program);
  return program;
}

async function home(_flags: OnboardFlags, command: Command): Promise<void> {
  const { runHome } = await import('./home.ts');
  process.exitCode = await runHome(command.optsWithGlobals());
}

async function status(_flags: InstallationFlags, command: Command): Promise<void> {
  const { runStatus } = await import('./dashboard/status.ts');
  process.exitCode = await runStatus(command.optsWithGlobals());
}

async function onboard(_flags: OnboardFlags, command: Command): Promise<void> {
  const { runOnboard } = await import('./onboard/onboard.ts');
  process.exitCode = await runOnboard(command.optsWithGlobals());
}

async function demo(scene: 'wizard' | 'status', _flags: object, command: Command): Promise<void> {
  const { runDemo } = await import('./demo.ts');
  process.exitCode = await runDemo(scene === 'status' ? 'dashboard' : 'wizard', command.optsWithGlobals<ScreenFlags>().accessible);
}

async function modelsStatus(flags: StatusFlags): Promise<void> {
  const { runModelsStatus } = await import('./models-status/models-status.ts');
  process.exitCode = await runModelsStatus(flags);
}

async function explainRoutes(agent: string | undefined, flags: ExplainFlags): Promise<void> {
  const { runExplain } = await import('./explain.ts');
  process.exitCode = await runExplain(agent, flags);
}

function addStatusOptions(command: Command): Command {
  return addInstallationOptions(command)
    .option('--json', statusCommandWords.json)
    .option('--plain', statusCommandWords.plain)
    .addOption(new Option('--status-json').hideHelp())
    .addOption(new Option('--status-plain').hideHelp())
    .option('--check', statusCommandWords.check)
    .option('--agent <id>', statusCommandWords.agent)
    .option('--probe', statusCommandWords.probe)
    .option('--probe-provider <name>', statusCommandWords.probeProvider)
    .option('--probe-profile <id...>', statusCommandWords.probeProfile)
    .option('--probe-timeout <ms>', statusCommandWords.probeTimeout)
    .option('--probe-concurrency <n>', statusCommandWords.probeConcurrency)
    .option('--probe-max-tokens <n>', statusCommandWords.probeMaximumTokens)
    .option('--trust-base-url', commandWords.flags.trustBaseUrl)
    .option('--watch', statusCommandWords.watch);
}

function addOnboardOptions(command: Command): Command {
  return addInstallationOptions(command)
    .option('--non-interactive', commandWords.flags.nonInteractive)
    .option('--auth-choice <choice>', commandWords.flags.authChoice)
    .option('--anthropic-api-key <key>', commandWords.flags.anthropicApiKey)
    .option('--token <token>', commandWords.flags.token)
    .option('--token-provider <provider>', commandWords.flags.tokenProvider)
    .option('--token-profile-id <id>', commandWords.flags.tokenProfileId)
    .option('--token-expires-in <duration>', commandWords.flags.tokenExpiresIn)
    .option('--agent <id...>', commandWords.flags.agent)
    .option('--set-default-model <ref>', commandWords.flags.setDefaultModel)
    .addOption(new Option('--check <depth>', commandWords.flags.check).choices(['none', 'models', 'message']))
    .option('--save-unchecked', commandWords.flags.saveUnchecked)
    .option('--trust-base-url', commandWords.flags.trustBaseUrl)
    .option('--dry-run', commandWords.flags.dryRun)
    .option('--json', commandWords.flags.json)
    .option('--accept-risk', commandWords.flags.acceptRisk);
}

/** The flags that say which OpenClaw is meant. */
export function addInstallationOptions(command: Command): Command {
  return command
    .option('--profile <name>', commandWords.flags.profile)
    .option('--dev', commandWords.flags.dev)
    .option('--state-dir <dir>', commandWords.flags.stateDir)
    .option('--config <file>', commandWords.flags.config)
    .option('--openclaw-version <version>', commandWords.flags.openclawVersion);
}
