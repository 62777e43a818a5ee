import type { RouteWarning } from '../cache/route-warning.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Mend, Place, Severity } from './finding.ts';

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
  const groups = new Map<string, { readonly warning: WarningOf<Code>; readonly ids: Set<string> }>();
  for (const { credentials, route, cache } of agents) {
    for (const warning of [...route.warnings, ...cache.warnings]) {
      if (!isOf(warning, code)) continue;
      const key = JSON.stringify(warning);
      const group = groups.get(key) ?? { warning, ids: new Set() };
      group.ids.add(credentials.agent.id);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ warning, ids }) => ({
    severity,
    place: place(warning),
    agents: [...ids],
    told: { by: 'route', warning },
    mend: mend(warning, [...ids]),
  }));
}

function isOf<Code extends RouteWarning['code']>(warning: RouteWarning, code: Code): warning is WarningOf<Code> {
  return warning.code === code;
}
