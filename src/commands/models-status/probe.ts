import { checkCredential } from '../../anthropic/check.ts';
import type { Verdict } from '../../anthropic/verdict.ts';
import { programVersion } from '../../program-version.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import type { Candidate } from '../../rules/candidate.ts';
import { isSubscriptionSecret } from '../../rules/payer.ts';
import { labelOf } from '../../rules/profile-health.ts';
import { effectiveStore } from '../../rules/store-merge.ts';
import { joinSafe, safeText, type SafeText } from '../../terminal/safe-text.ts';
import { candidateName } from '../../words/candidate.ts';
import { probeWords } from '../../words/status.ts';
import { inParallel } from '../in-parallel.ts';
import { refuseForeignHost } from '../trusted-host.ts';
import type { ProbeOptions } from './flags.ts';
import type { ProbeReport, ProbeResult, ProbeStatus } from './probe-report.ts';
import type { StatusFacts } from './read-status.ts';

const statuses: Readonly<Record<Verdict, ProbeStatus>> = {
  valid: 'ok',
  rejected: 'auth',
  refused: 'auth',
  limited: 'rate_limit',
  unfunded: 'billing',
  unreachable: 'unknown',
  unknown: 'unknown',
};

/** Findings that OpenClaw has a word of its own for. */
const statusesByCode: ReadonlyMap<string, ProbeStatus> = new Map([
  ['timeout', 'timeout'],
  ['server-timeout', 'timeout'],
  ['server-error', 'timeout'],
  ['invalid-request', 'format'],
]);

/** Left out by what someone wrote down: not worth a request. */
const excluded: ReadonlySet<string> = new Set(['not-in-order', 'not-listed', 'provider-mismatch', 'mode-mismatch']);

/**
 * Asks Anthropic about each stored profile that the first agent of the facts can reach, or about its variable or
 * provider key when it has no profile (2026.2.24, section 4.4). Unlike OpenClaw's own probe it writes nothing.
 *
 * @throws ExpectedFailure when the config's base URL may not be asked
 */
export async function runProbes(facts: StatusFacts, options: ProbeOptions): Promise<ProbeReport> {
  refuseForeignHost(facts.snapshot.baseUrl, options.trustBaseUrl);
  const targets = targetsOf(facts, options);
  const startedAt = Date.now();
  const began = performance.now();
  const results = await inParallel(targets, options.concurrency, (target) => probe(facts, target, options));
  const durationMs = Math.round(performance.now() - began);
  const { provider, profileIds, timeoutMs, concurrency, maxTokens } = options;
  return {
    startedAt,
    finishedAt: startedAt + durationMs,
    durationMs,
    totalTargets: targets.length,
    options: { ...(provider === null ? {} : { provider }), profileIds, timeoutMs, concurrency, maxTokens },
    results,
  };
}

function targetsOf({ agents, status }: StatusFacts, { profileIds }: ProbeOptions): readonly Candidate[] {
  const isAsked = ({ credentials }: (typeof agents)[number]): boolean => credentials.agent.agentDir === status.agentDir;
  const candidates = (agents.find(isAsked) ?? agents[0])?.credentials.candidates ?? [];
  const stored = candidates.filter(({ source, type }) => source.from === 'profile' && type !== null);
  if (stored.length > 0 || profileIds.length > 0) {
    return stored.filter(({ source }) => profileIds.length === 0 || (source.from === 'profile' && profileIds.includes(source.profileId)));
  }
  return candidates.filter(({ source, standing }) => source.from !== 'profile' && standing.state === 'chosen');
}

async function probe(facts: StatusFacts, target: Candidate, options: ProbeOptions): Promise<ProbeResult> {
  const { secret, standing } = target;
  const base = describe(facts, target);
  const isLeftOut = standing.state === 'unusable' && excluded.has(standing.because);
  if (isLeftOut) return { ...base, status: 'unknown', error: probeWords.excluded };
  if (secret === null || standing.state === 'unusable') return { ...base, status: 'unknown', error: probeWords.missingOrExpired };
  const began = performance.now();
  const { verdict, finding } = await checkCredential(
    {
      credential: secret,
      kind: isSubscriptionSecret(secret) ? 'setup-token' : 'api-key',
      baseUrl: facts.snapshot.baseUrl,
      depth: 'message',
      signal: new AbortController().signal,
      userAgent: `clawdial/${programVersion}`,
      deadlineMs: options.timeoutMs,
      maxTokens: options.maxTokens,
    },
    () => undefined,
  );
  const latencyMs = Math.round(performance.now() - began);
  if (finding === null) return { ...base, status: statuses[verdict], latencyMs };
  return { ...base, status: statusesByCode.get(finding.code) ?? statuses[verdict], error: errorWords(finding.meaning, finding.detail), latencyMs };
}

function errorWords(meaning: SafeText, detail: SafeText | null): SafeText {
  return detail === null ? meaning : joinSafe([meaning, detail], safeText(' '));
}

function describe({ snapshot, agents }: StatusFacts, { source, type, secret }: Candidate): Pick<ProbeResult, 'provider' | 'profileId' | 'label' | 'source' | 'mode'> {
  const mode = type ?? (secret !== null && isSubscriptionSecret(secret) ? 'oauth' : 'api_key');
  if (source.from !== 'profile') {
    return { provider: 'anthropic', label: candidateName(source), source: source.from === 'variable' ? 'env' : 'models.json', mode };
  }
  const { profileId } = source;
  const profile = agents.map(({ credentials }) => effectiveStore(snapshot, credentials.agent).profiles.get(profileId)).find((one) => one !== undefined);
  const label = profile === undefined ? profileId : labelOf(effectiveConfig(snapshot.config), profile);
  return { provider: 'anthropic', profileId, label, source: 'profile', mode };
}
