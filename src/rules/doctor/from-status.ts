import type { StatusWarning } from '../agent-warnings.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Mend, Place, Severity } from './finding.ts';

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
  const groups = new Map<string, { readonly warning: WarningOf<Code>; readonly ids: string[] }>();
  for (const { credentials, warnings } of agents) {
    for (const warning of warnings) {
      if (!isOf(warning, code)) continue;
      const key = JSON.stringify(warning);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { warning, ids: [credentials.agent.id] });
      else group.ids.push(credentials.agent.id);
    }
  }
  return [...groups.values()].flatMap(({ warning, ids }): readonly Found[] => {
    const [agentId = ''] = ids;
    const telling = tell(warning, agentId);
    if (telling === null) return [];
    return [{ severity: telling.severity, place: telling.place, agents: ids, told: { by: 'status', warning, agentId }, mend: telling.mend ?? null }];
  });
}

function isOf<Code extends StatusWarning['code']>(warning: StatusWarning, code: Code): warning is WarningOf<Code> {
  return warning.code === code;
}
