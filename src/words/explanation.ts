import type { SafeText } from '../terminal/safe-text.ts';

/** A sentence on what happened and what it left alone, and one on what to do. */
export interface Explanation {
  readonly title: SafeText;
  readonly advice: SafeText;
}
