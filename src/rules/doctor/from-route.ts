import type { RouteWarning } from '../cache/route-warning.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Mend, Place, Severity } from './finding.ts';
import { sameForAgents } from './same-for-agents.ts';

type WarningOf<Code extends RouteWarning['code']> = Extract<RouteWarning, { readonly code: Code }>;

/**
 * Findings from what an agent's route or cache settings warn of: the same warning for several agents is one finding.
 *
 * @param place where it lies; the mend may know the agents it is for
 */
export function fromRoute<Code extends RouteWarning['code']>(
  { agents }: DoctorFacts,
  code: Code,
  severity: Severity,
  place: (warning: WarningOf<Code>) => Place | null,
  mend: (warning: WarningOf<Code>, agentIds: readonly string[]) => Mend | null = () => null,
): readonly Found[] {
  const isMeant = (warning: RouteWarning): warning is WarningOf<Code> => warning.code === code;
  const shared = sameForAgents(agents, ({ route, cache }) => [...route.warnings, ...cache.warnings].filter(isMeant));
  return shared.map(({ item, ids }) => ({ severity, place: place(item), agents: ids, told: { by: 'route', warning: item }, mend: mend(item, ids) }));
}
