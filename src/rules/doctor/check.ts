import type { CheckCode } from './check-codes.ts';
import type { DoctorFacts } from './facts.ts';
import type { Finding } from './finding.ts';

/** What a check found; its code is the check's. */
export type Found = Omit<Finding, 'code'>;

/** One trouble that the doctor knows. Pure: it looks at facts that were read before. */
export interface Check {
  /** Stable: scripts and `--only` use it. */
  readonly code: CheckCode;
  readonly find: (facts: DoctorFacts) => readonly Found[];
}
