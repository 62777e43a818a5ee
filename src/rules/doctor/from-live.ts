import type { Verdict } from '../../anthropic/verdict.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Severity } from './finding.ts';
import { profilePlace } from './store-entry.ts';

/** Findings from what the API said, for these verdicts; none when nobody asked it. */
export function fromLive({ live, snapshot }: DoctorFacts, verdicts: readonly Verdict[], severity: Severity): readonly Found[] {
  return (live ?? [])
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map((fact) => ({
      severity,
      place: fact.source.from === 'profile' ? profilePlace(snapshot, fact.source) : null,
      agents: fact.agents,
      told: { by: 'doctor', detail: { what: 'live', fact } },
      mend: null,
    }));
}
