import type { Finding } from '../../rules/doctor/finding.ts';

export interface Counts {
  readonly problems: number;
  readonly warnings: number;
  readonly notes: number;
  /** How many of all can be mended here. */
  readonly fixable: number;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return { problems: count('problem'), warnings: count('warning'), notes: count('note'), fixable: findings.filter(({ mend }) => mend !== null).length };
}
