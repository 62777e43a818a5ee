import type { Agent, ProfileStore, ProfileType, ReadProblem, SecretReference, Snapshot, UsageStats } from '../openclaw/snapshot.ts';
import { configError } from './cache/config-error.ts';
import type { Refusal } from './cache/route-error.ts';
import { isSameSource, type Candidate, type CandidateSource } from './candidate.ts';
import type { AgentCredentials } from './candidates.ts';
import { waitingOf } from './cooldown.ts';
import { expiryOf, looksLikeSeconds } from './expiry.ts';
import { oncePer } from './once-per.ts';
import { isSubscriptionSecret, payerOfCandidate } from './payer.ts';
import type { Exclusion } from './profile-order.ts';
import { anthropic } from './provider-id.ts';
import { leftovers, type SecretHolder } from './same-secrets.ts';
import { pathOf, usesSharedStore } from './store-merge.ts';
import { storeWarnings, type StoreWarning } from './store-warnings.ts';

/** A profile and the file that holds the copy which counts for the agent. */
export interface WarnedProfile {
  readonly profileId: string;
  readonly path: string;
  readonly type: ProfileType;
  /** True when the agent's own store holds it, so that it must be mended for that agent alone. */
  readonly own: boolean;
}

/** What a person should know about an agent's access; `code` is stable, the sentences are in the words. */
export type StatusWarning =
  /** OpenClaw takes a config it cannot use for an invalid one, and its commands end (2026.2.24, section 1.8). */
  | { readonly code: 'config-broken'; readonly path: string; readonly problem: ReadProblem }
  /** This version does not take the config, and its commands end; `more` other places are refused too. */
  | { readonly code: 'config-refused'; readonly version: string; readonly refusal: Refusal; readonly more: number }
  | StoreWarning
  /** Credentials of an older release, which OpenClaw takes over because it finds no store (section 2.4). */
  | { readonly code: 'legacy-file'; readonly path: string; readonly providers: readonly string[] }
  /** OpenClaw refuses two agents with one agent dir (section 1.5). */
  | { readonly code: 'shared-agent-dir'; readonly path: string; readonly agentIds: readonly string[] }
  | { readonly code: 'no-credential' }
  /** `until` is when the first is back, epoch ms; `probed` is tried all the same, though it waits. */
  | { readonly code: 'all-waiting'; readonly profileId: string; readonly until: number; readonly reason: string | null; readonly probed: CandidateSource | null }
  /** The other kind is tried when the one in use fails: the bill moves without a word. `subscriptions` are the profiles that count against one. */
  | { readonly code: 'api-key-beside-subscription'; readonly paysNow: 'subscription' | 'api'; readonly uses: CandidateSource; readonly other: CandidateSource; readonly subscriptions: readonly string[] }
  /** `instead` are stored profiles of which none can be used, so that this source is used instead. */
  | { readonly code: 'environment-takes-over'; readonly source: CandidateSource; readonly instead: readonly string[] }
  | { readonly code: 'shadowed-environment'; readonly source: CandidateSource; readonly by: string }
  | { readonly code: 'expires-soon'; readonly profile: WarnedProfile; readonly step: 'month' | 'week' | 'day'; readonly remainingMs: number }
  | { readonly code: 'expired'; readonly profile: WarnedProfile; readonly sinceMs: number; readonly looksLikeSeconds: boolean }
  /** Stored, but OpenClaw never tries it. */
  | { readonly code: 'never-used'; readonly profile: WarnedProfile; readonly because: Exclusion }
  /** It refers to a secret that is not there; a gateway then does not start (2026.9.6). */
  | { readonly code: 'unresolved-reference'; readonly profile: WarnedProfile; readonly reference: SecretReference }
  | { readonly code: 'stale-copy'; readonly profile: WarnedProfile }
  | { readonly code: 'ghost'; readonly profile: WarnedProfile; readonly sameAs: SecretHolder }
  /** The secret is of another kind than the type it is stored under; the request goes by the secret. */
  | { readonly code: 'type-mismatch'; readonly profile: WarnedProfile; readonly holds: 'api-key' | 'setup-token' }
  /** Its last use failed, and OpenClaw wiped the cooldown (S9). `at` is epoch ms. */
  | { readonly code: 'last-failure-cleared'; readonly profile: WarnedProfile; readonly at: number }
  /** It waits longer than OpenClaw ever makes one wait (24 h): a time written by hand, or a clock that was wrong. */
  | { readonly code: 'absurd-wait'; readonly profile: WarnedProfile; readonly until: number };

/** OpenClaw's own windows end within a day, unless the config allows more; a week is beyond any mistake. */
const longestWaitMs = 7 * 86_400_000;

/** The run that wipes a failure marks the profile as used in the same breath (S9); a later use went well. */
const sameRunMs = 60_000;

/**
 * Everything about an agent's access to Anthropic that a person should know, the worst first.
 *
 * @param credentials the answer of `credentialsFor` for the same snapshot and instant
 * @param now epoch ms
 */
export function agentWarnings(snapshot: Snapshot, credentials: AgentCredentials, now: number): readonly StatusWarning[] {
  return [
    ...fileWarnings(snapshot, credentials),
    ...accessWarnings(credentials),
    ...profileWarnings(snapshot, credentials, now),
    ...billWarnings(credentials),
  ];
}

/**
 * What of that is about one credential: nothing else is looked at, so that a screen can ask at every tick.
 *
 * @param source of one of the agent's candidates
 * @param now epoch ms
 */
export function credentialWarnings(snapshot: Snapshot, credentials: AgentCredentials, source: CandidateSource, now: number): readonly StatusWarning[] {
  const candidates = credentials.candidates.filter((candidate) => isSameSource(candidate.source, source));
  return [
    ...accessWarnings(credentials).filter((warning) => 'source' in warning && isSameSource(warning.source, source)),
    ...profileWarnings(snapshot, { ...credentials, candidates }, now),
    ...shadowWarnings({ ...credentials, candidates }),
  ];
}

function fileWarnings(snapshot: Snapshot, { agent }: AgentCredentials): readonly StatusWarning[] {
  const warnings: StatusWarning[] = [...configWarnings(snapshot)];
  warnings.push(...storeWarnings(snapshot, agent), ...legacyWarnings(snapshot, agent));
  const sharing = agentsByDir(snapshot).get(agent.agentDir) ?? [];
  if (sharing.length > 1) warnings.push({ code: 'shared-agent-dir', path: agent.agentDir, agentIds: sharing });
  return warnings;
}

/** Agent dir to the ids of the agents that use it. */
const agentsByDir = oncePer(({ agents }: Snapshot): ReadonlyMap<string, readonly string[]> => {
  const groups = Map.groupBy(agents, ({ agentDir }) => agentDir);
  return new Map([...groups].map(([agentDir, members]) => [agentDir, members.map(({ id }) => id)]));
});

/** Two agents with one directory have a warning of their own. */
function configWarnings(snapshot: Snapshot): readonly StatusWarning[] {
  const error = configError(snapshot);
  if (error === null || error.code === 'config-broken') return error === null ? [] : [error];
  return error.refusal.because.kind === 'shared-agent-dir' ? [] : [{ ...error, version: snapshot.installation.version.text }];
}

/** Beside a store `auth.json` is OpenClaw's own mirror of it (section 2.8), and nothing to speak of. */
function legacyWarnings({ legacyFiles, sharedStore }: Snapshot, agent: Agent): readonly StatusWarning[] {
  if (sharedStore.state !== 'missing' || agent.store.state !== 'missing') return [];
  return legacyFiles
    .filter(({ path }) => path.startsWith(`${agent.agentDir}/`) || (agent.isDefault && path.endsWith('/oauth.json')))
    .map(({ path, providers }) => ({ code: 'legacy-file', path, providers }));
}

/** Whether the agent can work at all. What a store that we cannot read may hold is not known, so nothing is claimed. */
function accessWarnings({ agent, candidates, chosen, probed, hidden, block }: AgentCredentials): readonly StatusWarning[] {
  if (agent.model.provider !== anthropic || hidden || block !== null) return [];
  if (chosen === null) return [waitingWarning(candidates, probed) ?? { code: 'no-credential' }];
  if (chosen.source.from === 'profile') return [];
  const instead = candidates.flatMap(({ source, type }) => (source.from === 'profile' && type !== null ? [source.profileId] : []));
  return instead.length === 0 ? [] : [{ code: 'environment-takes-over', source: chosen.source, instead }];
}

function waitingWarning(candidates: readonly Candidate[], probed: Candidate | null): StatusWarning | null {
  for (const { source, standing } of candidates) {
    if (standing.state !== 'waiting' || source.from !== 'profile') continue;
    return { code: 'all-waiting', profileId: source.profileId, until: standing.until, reason: standing.reason, probed: probed?.source ?? null };
  }
  return null;
}

/** Agent id to what copying left behind in its store. */
const leftoversByAgent = oncePer((snapshot: Snapshot) => Map.groupBy(leftovers(snapshot), ({ agentId }) => agentId));

function profileWarnings(snapshot: Snapshot, { agent, store, candidates }: AgentCredentials, now: number): readonly StatusWarning[] {
  // A model of another provider never asks for them.
  if (agent.model.provider !== anthropic) return [];
  const left = leftoversByAgent(snapshot).get(agent.id) ?? [];
  const isMain = usesSharedStore(snapshot, agent);
  // Ten thousand profiles come by here, and nearly all without a warning: no list is made for each.
  const warnings: StatusWarning[] = [];
  for (const candidate of candidates) {
    const profile = warnedProfile(snapshot, candidate, isMain);
    if (profile === null) continue;
    warnings.push(...expiryWarnings(profile, candidate, store, now));
    warnings.push(...exclusionWarnings(profile, candidate));
    if (candidate.reference?.found === false) warnings.push({ code: 'unresolved-reference', profile, reference: candidate.reference });
    warnings.push(...typeWarnings(profile, candidate));
    warnings.push(...usageWarnings(profile, store.usage.get(profile.profileId), now));
    const leftover = left.find(({ profileId }) => profileId === profile.profileId);
    if (leftover?.kind === 'stale-copy') warnings.push({ code: 'stale-copy', profile });
    if (leftover?.kind === 'ghost') warnings.push({ code: 'ghost', profile, sameAs: leftover.sameAs });
  }
  return warnings;
}

function warnedProfile(snapshot: Snapshot, { source, type }: Candidate, isMain: boolean): WarnedProfile | null {
  if (source.from !== 'profile' || type === null) return null;
  const own = !isMain && source.path !== pathOf(snapshot.sharedStore);
  return { profileId: source.profileId, path: source.path, type, own };
}

/** What nearly every profile gives: the same list for all of them. */
const none: readonly StatusWarning[] = [];

function expiryWarnings(profile: WarnedProfile, candidate: Candidate, store: ProfileStore, now: number): readonly StatusWarning[] {
  // OpenClaw renews a login with a refresh token by itself.
  if (candidate.expires === null || store.profiles.get(profile.profileId)?.refreshable === true) return none;
  const expiry = expiryOf(candidate, now);
  switch (expiry.state) {
    case 'expired':
      return [{ code: 'expired', profile, sinceMs: expiry.sinceMs, looksLikeSeconds: looksLikeSeconds(candidate.expires) }];
    case 'day':
    case 'week':
    case 'month':
      return [{ code: 'expires-soon', profile, step: expiry.state, remainingMs: expiry.remainingMs }];
    case 'ok':
    case 'static':
    case 'none-recorded':
      return none;
  }
}

/** Left out on purpose (an order, a list) is no fault; expired and login faults are told elsewhere. */
function exclusionWarnings(profile: WarnedProfile, { standing }: Candidate): readonly StatusWarning[] {
  if (standing.state !== 'unusable') return none;
  const { because } = standing;
  switch (because) {
    case 'blank':
    case 'mode-mismatch':
    case 'provider-mismatch':
    case 'odd-expiry':
    case 'inactive':
      return [{ code: 'never-used', profile, because }];
    default:
      return none;
  }
}

function typeWarnings(profile: WarnedProfile, { secret }: Candidate): readonly StatusWarning[] {
  if (secret === null || profile.type === 'oauth') return none;
  const holds = isSubscriptionSecret(secret) ? 'setup-token' : 'api-key';
  const fits = (profile.type === 'token') === (holds === 'setup-token');
  return fits ? none : [{ code: 'type-mismatch', profile, holds }];
}

function usageWarnings(profile: WarnedProfile, stats: UsageStats | undefined, now: number): readonly StatusWarning[] {
  if (stats === undefined) return none;
  const waiting = waitingOf(stats, now);
  if (waiting !== null && waiting.until - now > longestWaitMs) return [{ code: 'absurd-wait', profile, until: waiting.until }];
  const { lastFailureAt, lastUsed, errorCount, failureCounts, cooldownUntil, disabledUntil } = stats;
  const wiped = errorCount === 0 && failureCounts.size === 0 && cooldownUntil === null && disabledUntil === null;
  // Without that mark the wait ran out, or a person ended it.
  if (!wiped || lastFailureAt === null || lastUsed === null || lastUsed < lastFailureAt) return none;
  return lastUsed - lastFailureAt > sameRunMs ? none : [{ code: 'last-failure-cleared', profile, at: lastFailureAt }];
}

function shadowWarnings({ agent, candidates }: Pick<AgentCredentials, 'agent' | 'candidates'>): readonly StatusWarning[] {
  if (agent.model.provider !== anthropic) return none;
  return candidates.flatMap(({ source, standing }): readonly StatusWarning[] =>
    source.from === 'profile' || standing.state !== 'shadowed' ? none : [{ code: 'shadowed-environment', source, by: standing.by }],
  );
}

function billWarnings({ agent, candidates, chosen }: AgentCredentials): readonly StatusWarning[] {
  if (agent.model.provider !== anthropic) return [];
  const shadowed = shadowWarnings({ agent, candidates });
  const paysNow = chosen === null ? 'none' : payerOfCandidate(chosen);
  if (chosen === null || (paysNow !== 'api' && paysNow !== 'subscription')) return shadowed;
  const reachable = candidates.filter(({ standing }) => standing.state === 'next' || standing.state === 'waiting');
  const other = reachable.find((candidate) => payerOfCandidate(candidate) !== paysNow);
  if (other === undefined) return shadowed;
  const subscriptions = [chosen, ...reachable].flatMap((candidate) =>
    candidate.source.from === 'profile' && payerOfCandidate(candidate) === 'subscription' ? [candidate.source.profileId] : [],
  );
  return [{ code: 'api-key-beside-subscription', paysNow, uses: chosen.source, other: other.source, subscriptions }, ...shadowed];
}
