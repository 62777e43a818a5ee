import { nearestName } from '../rules/nearest-name.ts';
import { safeText, say, type SafeText } from '../terminal/safe-text.ts';
import { suggestionWords } from '../words/usage.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';

/**
 * The failure of a name that is none of those that are known: with the one that may be meant, when one is close.
 *
 * @param title what is not known, and what is
 * @param advice what was not touched, and what to do
 */
export function unknownName(title: SafeText, advice: SafeText, written: string, known: readonly string[]): ExpectedFailure {
  return new ExpectedFailure(exitCodes.usage, title, withSuggestion(advice, written, known));
}

/** A sentence, after the question whether a close name was meant. */
export function withSuggestion(sentence: SafeText, written: string, known: readonly string[]): SafeText {
  const nearest = nearestName(written, known);
  return nearest === null ? sentence : say`${suggestionWords(safeText(nearest))} ${sentence}`;
}
