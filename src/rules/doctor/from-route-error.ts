import type { RouteError } from '../cache/route-error.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Place } from './finding.ts';

type ErrorOf<Code extends RouteError['code']> = Extract<RouteError, { readonly code: Code }>;

/** Problems from what keeps the agents from sending anything: the same error for several agents is one finding. */
export function fromRouteError<Code extends RouteError['code']>({ agents, snapshot }: DoctorFacts, code: Code, place: (error: ErrorOf<Code>) => Place | null): readonly Found[] {
  const groups = new Map<string, { readonly error: ErrorOf<Code>; readonly ids: string[] }>();
  for (const { credentials, route } of agents) {
    const { error } = route;
    if (error === null || !isOf(error, code)) continue;
    const key = JSON.stringify(error);
    const group = groups.get(key) ?? { error, ids: [] };
    group.ids.push(credentials.agent.id);
    groups.set(key, group);
  }
  const version = snapshot.installation.version.text;
  return [...groups.values()].map(({ error, ids }) => ({ severity: 'problem', place: place(error), agents: ids, told: { by: 'route-error', error, version }, mend: null }));
}

function isOf<Code extends RouteError['code']>(error: RouteError, code: Code): error is ErrorOf<Code> {
  return error.code === code;
}
