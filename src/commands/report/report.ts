import { resolve } from 'node:path';
import { writeNewFile } from '../../changes/new-file.ts';
import { codeOf } from '../../changes/errno.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { runChecks } from '../../rules/doctor/checks.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { reportWords } from '../../words/report.ts';
import { Answers } from '../doctor/answers.ts';
import { placeFindings } from '../doctor/placed-finding.ts';
import { readDoctorFacts } from '../doctor/read-doctor-facts.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { terminalSafeJson } from '../json-text.ts';
import { print, printJson, type JsonOutput } from '../output.ts';
import { anonymous, identityOf } from './anonymous-bundle.ts';
import { reportBundle } from './bundle.ts';

export interface ReportFlags extends InstallationFlags {
  readonly live?: boolean;
  readonly trustBaseUrl?: boolean;
  readonly output?: string;
  readonly stdout?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `clawdial report`: what helps somebody else to understand this installation, without a secret, an address or the name
 * of the user. It is shown before it is saved; nothing is sent anywhere.
 *
 * @returns the exit code
 * @throws ExpectedFailure when it can be neither shown nor saved
 */
export async function runReport(flags: ReportFlags, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (flags.stdout !== true && flags.output === undefined && !isTerminal) {
    throw new ExpectedFailure(exitCodes.usage, reportWords.noTerminal, reportWords.noTerminalAdvice);
  }
  const bundle = await readBundle(flags, host);
  if (flags.stdout === true) {
    printJson(bundle);
    return exitCodes.done;
  }
  const path = resolve(host.workingDirectory, flags.output ?? defaultName(Date.now()));
  if (isTerminal && flags.yes !== true && flags.json !== true && !(await agrees(bundle, path))) {
    print(reportWords.notSaved);
    return exitCodes.failed;
  }
  save(path, bundle);
  if (flags.json === true) printJson({ ok: true, path });
  else print(reportWords.saved(safeText(path)));
  return exitCodes.done;
}

async function readBundle(flags: ReportFlags, host: HostEnvironment): Promise<JsonOutput> {
  const { facts } = await readDoctorFacts(flags, host, flags.live === true);
  const placed = await placeFindings(facts.snapshot, runChecks(facts));
  return anonymous(reportBundle(facts, placed, process.version), identityOf(facts, host));
}

async function agrees(bundle: JsonOutput, path: string): Promise<boolean> {
  printJson(bundle);
  print(reportWords.shown);
  const answers = new Answers();
  try {
    const answer = await answers.ask(reportWords.question(safeText(path)));
    return answer !== null && /^[yj]/.test(answer);
  } finally {
    answers.close();
  }
}

/** Never over a file that is there. */
function save(path: string, bundle: JsonOutput): void {
  try {
    writeNewFile(path, Buffer.from(`${terminalSafeJson(bundle)}\n`), { mode: 0o600, owner: null });
  } catch (error) {
    const code = codeOf(error);
    const title = code === 'EEXIST' ? reportWords.exists(safeText(path)) : reportWords.failed(safeText(path), safeText(code));
    throw new ExpectedFailure(exitCodes.failed, title, reportWords.failedAdvice);
  }
}

function defaultName(now: number): string {
  return `clawdial-report-${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/gu, '')}.json`;
}
