import type { StatusWarning } from '../agent-warnings.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Mend, Place, Severity } from './finding.ts';
import { sameForAgents } from './same-for-agents.ts';

type WarningOf<Code extends StatusWarning['code']> = Extract<StatusWarning, { readonly code: Code }>;

/** How a warning of the status becomes a finding. */
export interface Telling {
  readonly severity: Severity;
  readonly place: Place | null;
  readonly mend?: Mend | null;
}

/**
 * Findings from what the status of the agents warns of: the same warning for several agents is one finding.
 *
 * @param tell null for a warning that is no trouble here
 */
export function fromStatus<Code extends StatusWarning['code']>(
  { agents }: DoctorFacts,
  code: Code,
  tell: (warning: WarningOf<Code>, agentId: string) => Telling | null,
): readonly Found[] {
  const isMeant = (warning: StatusWarning): warning is WarningOf<Code> => warning.code === code;
  return sameForAgents(agents, ({ warnings }) => warnings.filter(isMeant)).flatMap(({ item, ids }): readonly Found[] => {
    const [agentId = ''] = ids;
    const telling = tell(item, agentId);
    if (telling === null) return [];
    return [{ severity: telling.severity, place: telling.place, agents: ids, told: { by: 'status', warning: item, agentId }, mend: telling.mend ?? null }];
  });
}
