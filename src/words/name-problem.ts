import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { nameWords } from './wizard.ts';

/** What can be wrong with a profile id or a lifetime. */
export type NameProblem =
  | { readonly kind: 'blank' }
  | { readonly kind: 'characters' }
  | { readonly kind: 'provider-prefix' }
  /** The id belongs to a credential of another type; `proposal` is free. */
  | { readonly kind: 'other-type'; readonly proposal: string }
  | { readonly kind: 'duration' };

export function nameProblemWords(problem: NameProblem): SafeText {
  switch (problem.kind) {
    case 'blank':
      return nameWords.problems.blank;
    case 'characters':
      return nameWords.problems.characters;
    case 'provider-prefix':
      return nameWords.problems.providerPrefix;
    case 'other-type':
      return nameWords.problems.otherType(safeText(problem.proposal));
    case 'duration':
      return nameWords.problems.duration;
  }
}
