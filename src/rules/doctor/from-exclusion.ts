import type { WarnedProfile } from '../agent-warnings.ts';
import { anthropic } from '../provider-id.ts';
import type { Exclusion } from '../profile-order.ts';
import { pathOf } from '../store-merge.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Mend, Place } from './finding.ts';
import { sameForAgents } from './same-for-agents.ts';

/**
 * Stored profiles that OpenClaw leaves out for this reason, whatever model the agents have now: a problem where one asks
 * Anthropic, else a warning.
 */
export function fromExclusion(
  { snapshot, agents }: DoctorFacts,
  because: Exclusion,
  tell: (profile: WarnedProfile) => { readonly place: Place; readonly mend: Mend | null },
): readonly Found[] {
  const asking = new Set(snapshot.agents.filter(({ model }) => model.provider === anthropic).map(({ id }) => id));
  const shared = sameForAgents(agents, ({ credentials: { candidates } }) =>
    candidates.flatMap(({ source, type, standing }): readonly WarnedProfile[] => {
      if (source.from !== 'profile' || type === null || standing.state !== 'unusable' || standing.because !== because) return [];
      return [{ profileId: source.profileId, path: source.path, type, own: source.path !== pathOf(snapshot.sharedStore) }];
    }),
  );
  return shared.map(({ item, ids }) => ({
    severity: ids.some((id) => asking.has(id)) ? 'problem' : 'warning',
    agents: ids,
    told: { by: 'status', warning: { code: 'never-used', profile: item, because }, agentId: ids[0] ?? '' },
    ...tell(item),
  }));
}
