import type { ProfileType, Snapshot } from '../../../openclaw/snapshot.ts';
import { sameSecrets } from '../../same-secrets.ts';
import type { Check } from '../check.ts';
import type { AgentFacts } from '../facts.ts';
import { sameForAgents } from '../same-for-agents.ts';
import { profilePlace } from '../store-entry.ts';

interface HiddenProfile {
  readonly profileId: string;
  readonly path: string;
  readonly type: ProfileType;
  /** Used now, and not any more once the hidden one is listed; or null. */
  readonly takesOver: string | null;
}

/**
 * `auth.profiles` of the config lists Anthropic profiles, and not this stored one: OpenClaw never tries it (S16). A second
 * copy of a secret that is listed under another id misses nothing.
 */
export const hiddenProfile: Check = {
  code: 'hidden-profile',
  find: ({ snapshot, agents }) =>
    sameForAgents(agents, (agent) => hiddenProfiles(snapshot, agent)).map(({ item: { profileId, path, type, takesOver }, ids }) => ({
      severity: 'warning',
      place: profilePlace(snapshot, { profileId, path }),
      agents: ids,
      told: { by: 'doctor', detail: { what: 'hidden-profile', profileId, path, takesOver } },
      mend: { do: 'edit', config: [{ kind: 'set', path: ['auth', 'profiles', profileId], value: { provider: 'anthropic', mode: type } }], store: null },
    })),
};

function hiddenProfiles(snapshot: Snapshot, { credentials: { candidates, chosen } }: AgentFacts): readonly HiddenProfile[] {
  return candidates.flatMap(({ source, standing, secret, type }): readonly HiddenProfile[] => {
    if (source.from !== 'profile' || standing.state !== 'unusable' || standing.because !== 'not-listed' || secret === null || type === null) return [];
    const { profileId, path } = source;
    if (isKnownElsewhere(snapshot, profileId, path)) return [];
    // Without a written order a login goes before a token, and a token before a key (2026.2.24, section 3.6).
    const goesFirst = type !== 'api_key' && chosen?.type === 'api_key' && chosen.source.from === 'profile';
    return [{ profileId, path, type, takesOver: goesFirst && chosen.source.from === 'profile' ? chosen.source.profileId : null }];
  });
}

function isKnownElsewhere(snapshot: Snapshot, profileId: string, path: string): boolean {
  return sameSecrets(snapshot).some(
    ({ holders }) => holders.some((holder) => holder.profileId === profileId && holder.path === path) && holders.some((holder) => holder.profileId !== profileId),
  );
}
