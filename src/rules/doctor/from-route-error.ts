import type { RouteError } from '../cache/route-error.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Place } from './finding.ts';
import { sameForAgents } from './same-for-agents.ts';

type ErrorOf<Code extends RouteError['code']> = Extract<RouteError, { readonly code: Code }>;

/** Problems from what keeps the agents from sending anything: the same error for several agents is one finding. */
export function fromRouteError<Code extends RouteError['code']>({ agents, snapshot }: DoctorFacts, code: Code, place: (error: ErrorOf<Code>) => Place | null): readonly Found[] {
  const isMeant = (error: RouteError): error is ErrorOf<Code> => error.code === code;
  const version = snapshot.installation.version.text;
  const shared = sameForAgents(agents, ({ route: { error } }) => (error === null ? [] : [error]).filter(isMeant));
  return shared.map(({ item, ids }) => ({ severity: 'problem', place: place(item), agents: ids, told: { by: 'route-error', error: item, version }, mend: null }));
}
