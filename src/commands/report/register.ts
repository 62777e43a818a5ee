import type { Command } from 'commander';
import { commandWords } from '../../words/commands.ts';
import { doctorCommandWords } from '../../words/doctor.ts';
import { reportCommandWords } from '../../words/report.ts';
import type { ReportFlags } from './report.ts';

/** Adds `report` to the program. @param addInstallationOptions adds the flags that say which OpenClaw is meant */
export function addReportCommand(program: Command, addInstallationOptions: (command: Command) => Command): void {
  addInstallationOptions(program.command('report').description(reportCommandWords.help))
    .option('--output <file>', reportCommandWords.output)
    .option('--stdout', reportCommandWords.stdout)
    .option('--live', doctorCommandWords.live)
    .option('--trust-base-url', commandWords.flags.trustBaseUrl)
    .option('--yes', reportCommandWords.yes)
    .option('--json', reportCommandWords.json)
    .action(report);
}

async function report(flags: ReportFlags): Promise<void> {
  const { runReport } = await import('./report.ts');
  process.exitCode = await runReport(flags);
}
