import type { HostEnvironment } from '../../openclaw/installation.ts';
import { checkCodes } from '../../rules/doctor/check-codes.ts';
import { runChecks } from '../../rules/doctor/checks.ts';
import type { Finding } from '../../rules/doctor/finding.ts';
import { safeText, say } from '../../terminal/safe-text.ts';
import { checkWords } from '../../words/doctor.ts';
import { mendWords } from '../../words/mend.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { print, printJson } from '../output.ts';
import { doctorJson } from './doctor-json.ts';
import type { MendedStep } from './fix.ts';
import { mendedJson } from './mended-json.ts';
import { chosenChecks, type DoctorFlags } from './flags.ts';
import { placeFindings } from './placed-finding.ts';
import { printFindings, printPairs } from './print-findings.ts';
import { readDoctorFacts } from './read-doctor-facts.ts';

/**
 * `clawdial doctor`: what is broken or unsafe, why it hurts, and what mends it. Writes nothing without `--fix`.
 *
 * @returns the exit code: 0 when there is nothing but notes (with `--fix`, when there is nothing else left), else 1
 * @throws ExpectedFailure for wrong use
 */
export async function runDoctor(flags: DoctorFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const chosen = chosenChecks(flags);
  if (flags.list === true) {
    listChecks(flags);
    return exitCodes.done;
  }
  const mended = flags.fix === true ? await fix(flags, host, chosen) : null;
  return report(flags, host, chosen, mended);
}

async function fix(flags: DoctorFlags, host: HostEnvironment, chosen: ReadonlySet<string> | null): Promise<readonly MendedStep[]> {
  const asks = flags.yes !== true && flags.dryRun !== true;
  if (asks && (flags.json === true || !process.stdin.isTTY || !process.stdout.isTTY)) {
    throw new ExpectedFailure(exitCodes.usage, mendWords.needsYes, mendWords.needsYesAdvice);
  }
  if (flags.json === true) {
    const { fixFindings } = await import('./fix.ts');
    return fixFindings({ flags, host, chosen, decide: () => Promise.resolve('yes'), onDone: () => undefined });
  }
  const { fixForPeople } = await import('./fix-on-terminal.ts');
  const mended = await fixForPeople(flags, host, chosen);
  if (mended.some(({ outcome }) => outcome.state === 'applied' && outcome.remembered && outcome.change.removals === undefined)) print(mendWords.undo);
  if (mended.length === 0) print(mendWords.nothingFixable);
  if (flags.dryRun === true) {
    print(mendWords.nothingChanged);
    return mended;
  }
  print(mendWords.again);
  print(say``);
  return mended;
}

async function report(flags: DoctorFlags, host: HostEnvironment, chosen: ReadonlySet<string> | null, mended: readonly MendedStep[] | null): Promise<ExitCode> {
  const { facts } = await readDoctorFacts(flags, host, flags.live === true);
  const findings = runChecks(facts, chosen);
  const placed = await placeFindings(facts.snapshot, findings);
  if (flags.json === true) printJson({ ...doctorJson(facts, placed, chosen), ...(mended === null ? {} : { fixes: mended.map(mendedJson) }) });
  else if (flags.dryRun !== true || mended === null) printFindings(facts, placed, host, chosen?.size ?? checkCodes.length);
  return exitCodeOf(findings);
}

/** Notes are nothing to repair. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  return findings.some(({ severity }) => severity !== 'note') ? exitCodes.failed : exitCodes.done;
}

function listChecks({ json }: DoctorFlags): void {
  if (json === true) printJson({ checks: checkCodes.map((code) => ({ code, looksFor: checkWords[code] })) });
  else printPairs(checkCodes.map((code) => [safeText(code), checkWords[code]]));
}
