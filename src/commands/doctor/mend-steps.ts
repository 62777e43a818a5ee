import { isJoined, planMend } from '../../changes/mend/plan-mend.ts';
import type { MendPlan } from '../../changes/mend/mend-plan.ts';
import type { CacheFacts } from '../../changes/cache-plan.ts';
import type { Finding, Mend } from '../../rules/doctor/finding.ts';
import type { PlacedFinding } from './placed-finding.ts';

/** Findings that one change mends, and that change. */
export interface MendStep {
  readonly findings: readonly PlacedFinding[];
  readonly plan: MendPlan;
}

/**
 * The next findings to mend, with a plan made from what was just read; null when all have had their turn.
 *
 * @param seen names of those that had it; the new ones are added
 */
export function nextStep(facts: CacheFacts, placed: readonly PlacedFinding[], seen: Set<string>): MendStep | null {
  const waiting = placed.filter(({ finding }) => finding.mend !== null && !seen.has(nameOf(finding)));
  const [first] = waiting;
  const mend = first?.finding.mend ?? null;
  if (first === undefined || mend === null) return null;
  const findings = waiting.filter((one) => one === first || (one.finding.mend !== null && isJoined(mend, one.finding.mend)));
  for (const { finding } of findings) seen.add(nameOf(finding));
  const mends = findings.flatMap(({ finding }): readonly Mend[] => (finding.mend === null ? [] : [finding.mend]));
  return { findings, plan: planMend(facts, mends) };
}

/** The same after a new reading: what was found, and where. */
function nameOf({ code, place, agents }: Finding): string {
  const { line: _line, ...where } = place?.in === 'file' ? place : { ...place, line: null };
  return JSON.stringify([code, where, agents]);
}
