import { configError } from '../../rules/cache/config-error.ts';
import { checkExitCode } from '../../rules/models-status.ts';
import { isHidden } from '../../rules/store-merge.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { readProblemWords } from '../../words/reading.ts';
import { routeErrorWords } from '../../words/route-error.ts';
import { statusWords, storeStopWords } from '../../words/status.ts';
import { exitCodes } from '../failure.ts';
import { printError } from '../output.ts';
import type { StatusWish } from './flags.ts';
import { isUnreadable, type StatusFacts } from './read-status.ts';
import { storeStop } from './stop.ts';

/** True when there is more to tell than the answer: `sayWhatStdoutCannot` has something to say, and the exit code is no good one. */
export function isDoubtful(facts: StatusFacts): boolean {
  return configError(facts.snapshot) !== null || storeStop(facts) !== null || isUnreadable(facts);
}

/** JSON and plain output have no room for what makes the answer doubtful; it goes to stderr. */
export function sayWhatStdoutCannot(facts: StatusFacts, { format }: StatusWish): void {
  const { sharedStore, installation } = facts.snapshot;
  if (format === 'text') return;
  const error = configError(facts.snapshot);
  if (error !== null) {
    const { title, advice } = routeErrorWords(error, safeText(installation.version.text));
    printError(title);
    printError(advice);
  }
  const stop = storeStop(facts);
  if (stop !== null) printError(storeStopWords(stop));
  if (sharedStore.state === 'broken' && isHidden(sharedStore)) printError(readProblemWords(sharedStore.problem, safeText(sharedStore.path)).title);
}

/** A config that OpenClaw refuses and a store at which it stops end its command with 1; what cannot be read cannot be called good. */
export function exitCodeOf(facts: StatusFacts, wish: StatusWish): number {
  if (configError(facts.snapshot) !== null || storeStop(facts) !== null) return exitCodes.failed;
  if (!wish.check) return exitCodes.done;
  if (isUnreadable(facts)) return exitCodes.failed;
  const code = checkExitCode(facts.status, facts.snapshot.installation.version);
  if (wish.format === 'text') printError(code === 0 ? statusWords.checkGood : code === 1 ? statusWords.expiredOrMissing : statusWords.expiringSoon);
  return code;
}
