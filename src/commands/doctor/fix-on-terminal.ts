import type { Change } from '../../changes/change.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import { say } from '../../terminal/safe-text.ts';
import { effectWords, cacheWarningWords } from '../../words/cache-editor.ts';
import { mendWords } from '../../words/mend.ts';
import { print, printError } from '../output.ts';
import { printChange } from '../print-change.ts';
import { shortener } from '../shorten-path.ts';
import { indented, printLines } from '../styled-lines.ts';
import { Answers } from './answers.ts';
import { findingBlocks } from './finding-lines.ts';
import { fixFindings, type Decide, type MendedStep } from './fix.ts';
import type { DoctorFlags } from './flags.ts';
import type { MendStep } from './mend-steps.ts';
import { findingLook } from './print-findings.ts';

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
  const { effects, warnings } = plan.state === 'planned' ? plan : { effects: [], warnings: [] };
  const told = [...effects.map(effectWords), ...warnings.map(cacheWarningWords), ...(change.removals === undefined ? [] : [mendWords.noWayBack])];
  printLines([...findingBlocks(findings, { ...look, withoutCommand: true }).flat(), [], ...indented(change.title, 2, look.columns, 'bold')]);
  printChange(change, shortener(host));
  printLines([...told.flatMap((text) => indented(text, 2, look.columns)), []]);
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
      printLines(findingBlocks(step.findings, { ...findingLook(host, Date.now()), withoutCommand: true }).flat());
      printError(outcome.title);
      printError(outcome.advice);
  }
  print(say``);
}
