import type { Command } from 'commander';
import { commandWords } from '../../words/commands.ts';
import { doctorCommandWords } from '../../words/doctor.ts';
import type { DoctorFlags } from './flags.ts';

/** Adds `doctor` to the program. @param addInstallationOptions adds the flags that say which OpenClaw is meant */
export function addDoctorCommand(program: Command, addInstallationOptions: (command: Command) => Command): void {
  addInstallationOptions(program.command('doctor').description(doctorCommandWords.help))
    .option('--json', doctorCommandWords.json)
    .option('--live', doctorCommandWords.live)
    .option('--trust-base-url', commandWords.flags.trustBaseUrl)
    .option('--fix', doctorCommandWords.fix)
    .option('--yes', doctorCommandWords.yes)
    .option('--dry-run', doctorCommandWords.dryRun)
    .option('--only <check...>', doctorCommandWords.only)
    .option('--list', doctorCommandWords.list)
    .action(doctor);
}

async function doctor(flags: DoctorFlags): Promise<void> {
  const { runDoctor } = await import('./doctor.ts');
  process.exitCode = await runDoctor(flags);
}
