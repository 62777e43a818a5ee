import type { Agent } from '../../../openclaw/snapshot.ts';
import { sameSecrets } from '../../same-secrets.ts';
import type { AgentCredentials, Candidate } from '../../candidates.ts';
import type { Check, Found } from '../check.ts';
import type { DoctorFacts } from '../facts.ts';
import { profilePlace } from '../store-entry.ts';

/**
 * `auth.profiles` of the config lists Anthropic profiles, and not this stored one: OpenClaw never tries it (S16). A second
 * copy of a secret that is listed under another id misses nothing.
 */
export const hiddenProfile: Check = {
  code: 'hidden-profile',
  find: (facts) => {
    const found = new Map<string, { readonly candidate: Candidate; readonly credentials: AgentCredentials; readonly agents: Agent[] }>();
    for (const { credentials } of facts.agents) {
      for (const candidate of credentials.candidates) {
        const { source, standing, secret } = candidate;
        if (source.from !== 'profile' || standing.state !== 'unusable' || standing.because !== 'not-listed' || secret === null) continue;
        if (isKnownElsewhere(facts, source.profileId, source.path)) continue;
        const known = found.get(source.profileId);
        if (known === undefined) found.set(source.profileId, { candidate, credentials, agents: [credentials.agent] });
        else known.agents.push(credentials.agent);
      }
    }
    return [...found.values()].flatMap((one) => tell(facts, one));
  },
};

function isKnownElsewhere({ snapshot }: DoctorFacts, profileId: string, path: string): boolean {
  return sameSecrets(snapshot).some(
    ({ holders }) => holders.some((holder) => holder.profileId === profileId && holder.path === path) && holders.some((holder) => holder.profileId !== profileId),
  );
}

function tell({ snapshot }: DoctorFacts, { candidate, credentials, agents }: { readonly candidate: Candidate; readonly credentials: AgentCredentials; readonly agents: readonly Agent[] }): readonly Found[] {
  const { source, type } = candidate;
  if (source.from !== 'profile' || type === null) return [];
  const { chosen } = credentials;
  const used = chosen?.source.from === 'profile' ? chosen : null;
  // Without a written order a login goes before a token, and a token before a key (2026.2.24, section 3.6).
  const takesOver = used !== null && used.type === 'api_key' && type !== 'api_key' && used.source.from === 'profile' ? used.source.profileId : null;
  return [
    {
      severity: 'warning',
      place: profilePlace(snapshot, source),
      agents: agents.map(({ id }) => id),
      told: { by: 'doctor', detail: { what: 'hidden-profile', profileId: source.profileId, path: source.path, takesOver } },
      mend: { do: 'edit', config: [{ kind: 'set', path: ['auth', 'profiles', source.profileId], value: { provider: 'anthropic', mode: type } }], store: null },
    },
  ];
}
