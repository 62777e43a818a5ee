import { masked } from '../../anthropic/credential.ts';
import type { Candidate, CandidateSource } from '../../rules/candidate.ts';
import type { UnusableProfile } from '../../rules/provider-status.ts';
import { supports } from '../../rules/versions.ts';
import { candidateName } from '../../words/candidate.ts';
import { durationWords } from '../../words/duration.ts';
import { standingWords } from '../../words/reading.ts';
import { recoveryHint, storeStopWords, warningWords } from '../../words/status.ts';
import type { JsonOutput } from '../output.ts';
import type { ProbeReport } from './probe-report.ts';
import { isUnreadable, type AgentStatus, type StatusFacts } from './read-status.ts';
import { storeStop } from './stop.ts';

/** What OpenClaw calls the places a credential comes from (2026.2.24, section 4.2). */
const sourceNames: Readonly<Record<CandidateSource['from'], string>> = { profile: 'profile', variable: 'env', 'provider-key': 'models.json' };

/** OpenClaw's own answer, with the key `agents` beside it; `ok` and `error` as well where OpenClaw would end. */
export function statusJson(facts: StatusFacts, probes: ProbeReport | null): JsonOutput {
  const { status, agents, now } = facts;
  const hints = supports(facts.snapshot.installation.version, 'status-names-routes');
  const known = isUnreadable(facts) ? { ...status.auth, missingProvidersInUse: [] } : status.auth;
  const auth = hints ? { ...known, unusableProfiles: known.unusableProfiles.map(withHint) } : known;
  const stop = storeStop(facts);
  return {
    ...status,
    // In the form in which OpenClaw itself fails (2026.9.6, section 2.1).
    ...(stop === null ? {} : { ok: false, error: { type: stop.code, message: storeStopWords(stop) } }),
    auth: probes === null ? auth : { ...auth, probes },
    agents: agents.map((agent) => agentJson(agent, now)),
  };
}

/** 2026.9.6 says beside each what helps. */
function withHint(profile: UnusableProfile): JsonOutput {
  return { ...profile, recoveryHint: recoveryHint(profile.kind, profile.reason ?? null, profile.profileId) };
}

function agentJson({ credentials, fallbacks, payer, warnings }: AgentStatus, now: number): JsonOutput {
  const { agent, candidates, chosen } = credentials;
  return {
    id: agent.id,
    default: agent.isDefault,
    model: agent.model.ref,
    fallbacks,
    candidates: candidates.map((candidate) => candidateJson(candidate, now)),
    uses: agent.model.provider === 'anthropic' && chosen !== null ? candidateName(chosen.source) : null,
    payer,
    warnings: warnings.map((warning) => {
      const { message, advice, commands } = warningWords(warning, agent.id, now);
      return { code: warning.code, message, ...(advice === null ? {} : { advice }), commands };
    }),
  };
}

function candidateJson({ source, type, secret, reference, expires, standing }: Candidate, now: number): JsonOutput {
  const isProfile = source.from === 'profile';
  const until = standing.state === 'waiting' ? standing.until : undefined;
  const remainingMs = until === undefined ? undefined : until - now;
  // What is undefined does not stand in the JSON.
  return {
    source: sourceNames[source.from],
    profileId: isProfile ? source.profileId : undefined,
    name: isProfile ? undefined : candidateName(source),
    path: source.path ?? undefined,
    type,
    state: standing.state,
    until,
    remainingMs,
    expiresAt: expires ?? undefined,
    reason: standingWords(standing, durationWords(remainingMs ?? 0)),
    reference: reference === null ? undefined : { ...reference },
    masked: secret === null ? null : masked(secret),
  };
}
