import { effectiveValue, type EnvironmentLayer } from '../../openclaw/environment.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import type { Candidate, CandidateSource } from '../candidate.ts';
import type { AgentCredentials } from '../candidates.ts';
import { payerOfCandidate } from '../payer.ts';
import { anthropic } from '../provider-id.ts';
import { isHidden } from '../store-merge.ts';
import { isWaiting, type WaitingCandidate } from '../while-waiting.ts';
import type { HeaderKind } from './betas.ts';
import type { Family } from './family.ts';
import type { RouteError } from './route-error.ts';
import type { RouteWarning } from './route-warning.ts';

/** Where what signs the request comes from. */
export type RouteSource = CandidateSource | { readonly from: 'aws'; readonly name: string };

export interface Sender {
  /** Null when nothing is sent, or when it is not known here how. */
  readonly auth: HeaderKind | 'aws' | null;
  readonly source: RouteSource | null;
  readonly warnings: readonly RouteWarning[];
  readonly error: RouteError | null;
}

const unseen: Sender = { auth: null, source: null, warnings: [], error: null };

/**
 * What signs the requests of an agent now (2026.2.24, section 10; observed, section 6).
 *
 * @param now epoch ms.
 */
export function senderOf(
  snapshot: Snapshot,
  family: Family,
  credentials: AgentCredentials,
  now: number,
  environment: readonly EnvironmentLayer[],
): Sender {
  const { agent } = credentials;
  if (agent.model.provider === 'amazon-bedrock') return { ...unseen, auth: 'aws', source: { from: 'aws', name: awsSource(environment) } };
  if (family === 'claude-cli' || agent.model.provider !== anthropic) return unseen;
  const hidden = unreadStore(snapshot, credentials);
  if (hidden !== null) return hidden;
  if (credentials.chosen !== null) return sending(credentials.chosen, []);
  const { probed } = credentials;
  if (probed !== null) return sending(probed, [{ code: 'tried-while-waiting', profileId: nameOf(probed.source), kind: probed.standing.kind }]);
  const waiting = credentials.candidates.filter(isWaiting);
  return { ...unseen, error: waiting.length > 0 ? waitingError(waiting, now) : { code: 'no-credential', out: unusable(credentials) } };
}

/** The prefix decides, wherever the secret stands (2026.2.24, section 8); what is not seen here goes by its type. */
function sending(candidate: Candidate, warnings: readonly RouteWarning[]): Sender {
  const { source } = candidate;
  const auth = payerOfCandidate(candidate) === 'subscription' ? 'bearer' : 'x-api-key';
  return { auth, source, warnings, error: null };
}

/** In the order of 2026.2.24, section 10. */
function awsSource(environment: readonly EnvironmentLayer[]): string {
  const isSet = (name: string): boolean => effectiveValue(name, environment) !== null;
  if (isSet('AWS_BEARER_TOKEN_BEDROCK')) return 'AWS_BEARER_TOKEN_BEDROCK';
  if (isSet('AWS_ACCESS_KEY_ID') && isSet('AWS_SECRET_ACCESS_KEY')) return 'AWS_ACCESS_KEY_ID';
  return isSet('AWS_PROFILE') ? 'AWS_PROFILE' : 'aws-sdk default chain';
}

function unreadStore(snapshot: Snapshot, { agent, block }: AgentCredentials): Sender | null {
  if (block?.because === 'migration-required') return { ...unseen, error: { code: 'migration-required', path: block.file.path } };
  if (block !== null) return { ...unseen, error: { code: 'store-unreadable', path: block.path, problem: block.problem } };
  const store = [agent.store, snapshot.sharedStore].find(isHidden);
  return store === undefined ? null : { ...unseen, warnings: [{ code: 'store-not-read', path: store.path }] };
}

/** The profile, or what else holds the key. */
function nameOf(source: CandidateSource): string {
  if (source.from === 'profile') return source.profileId;
  return source.from === 'variable' ? source.name : 'models.providers.anthropic.apiKey';
}

function waitingError(waiting: readonly WaitingCandidate[], now: number): RouteError {
  const cools = waiting.some(({ standing }) => standing.kind === 'cooldown');
  const soonest = waiting.reduce((first, next) => (next.standing.until < first.standing.until ? next : first));
  const { source, standing } = soonest;
  const remainingMs = Math.max(0, standing.until - now);
  const code = cools ? 'all-cooling' : 'all-disabled';
  return { code, profileId: nameOf(source), remainingMs, reason: standing.reason, count: waiting.length };
}

function unusable({ candidates }: AgentCredentials): Extract<RouteError, { readonly code: 'no-credential' }>['out'] {
  return candidates.flatMap(({ source, standing }) =>
    source.from === 'profile' && standing.state === 'unusable' ? [{ profileId: source.profileId, because: standing.because }] : [],
  );
}
