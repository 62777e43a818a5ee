import type { Change } from '../../changes/change.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import { say } from '../../terminal/safe-text.ts';
import { effectWords, cacheWarningWords } from '../../words/cache-editor.ts';
import { mendWords } from '../../words/mend.ts';
import { print, printError } from '../output.ts';
import { printChange } from '../print-change.ts';
import { shortener } from '../shorten-path.ts';
import { Answers } from './answers.ts';
import { findingLines } from './finding-lines.ts';
import { fixFindings, type Decide, type MendedStep } from './fix.ts';
import type { DoctorFlags } from './flags.ts';
import type { MendStep } from './mend-steps.ts';
import { findingLook, printLines } from './print-findings.ts';

/**
 * `clawdial doctor --fix` for a person: each step with its diff, then a question; with `--yes` without, with `--dry-run`
 * the diffs only.
 *
 * @returns what became of each step
 */
export async function fixForPeople(flags: DoctorFlags, host: HostEnvironment, chosen: ReadonlySet<string> | null): Promise<readonly MendedStep[]> {
  const answers = flags.yes === true || flags.dryRun === true ? null : new Answers();
  let all = flags.yes === true;
  const decide: Decide = async (step, change) => {
    showStep(step, change, host);
    if (all || answers === null) return 'yes';
    const answer = await answers.ask(mendWords.question);
    if (answer === null || answer.startsWith('q')) return 'stop';
    all = answer.startsWith('a');
    return all || answer.startsWith('y') || answer.startsWith('j') ? 'yes' : 'no';
  };
  try {
    return await fixFindings({ flags, host, chosen, decide, onDone: (one) => tell(one, host) });
  } finally {
    answers?.close();
  }
}


function showStep({ findings, plan }: MendStep, change: Change, host: HostEnvironment): void {
  const look = findingLook(host, Date.now());
  for (const one of findings) printLines(findingLines(one, { ...look, withoutCommand: true }));
  print(say``);
  print(say`  ${change.title}`);
  printChange(change, shortener(host));
  if (plan.state === 'planned') {
    for (const effect of plan.effects) print(say`  ${effectWords(effect)}`);
    for (const warning of plan.warnings) print(say`  ${cacheWarningWords(warning)}`);
  }
  if (change.removals !== undefined) print(say`  ${mendWords.noWayBack}`);
  print(say``);
}

function tell({ step, outcome }: MendedStep, host: HostEnvironment): void {
  switch (outcome.state) {
    case 'applied':
      print(say`  ${mendWords.done}`);
      if (!outcome.remembered) printError(mendWords.notRemembered);
      break;
    case 'planned':
      showStep(step, outcome.change, host);
      return;
    case 'skipped':
      print(say`  ${mendWords.skipped}`);
      break;
    case 'refused':
    case 'failed':
      for (const one of step.findings) printLines(findingLines(one, { ...findingLook(host, Date.now()), withoutCommand: true }));
      printError(outcome.title);
      printError(outcome.advice);
  }
  print(say``);
}
