import type { Finding as ApiFinding, Verdict } from '../../anthropic/verdict.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { CandidateSource } from '../candidate.ts';

/** What the API said of one credential. */
export interface LiveFact {
  readonly source: CandidateSource;
  /** Agents that may use it. */
  readonly agents: readonly string[];
  readonly verdict: Verdict;
  /** Null when it is valid. */
  readonly finding: ApiFinding | null;
  readonly requestIds: readonly SafeText[];
  /** How far this machine's clock is ahead of the API's, in ms; null without an answer. */
  readonly clockAheadMs: number | null;
}
