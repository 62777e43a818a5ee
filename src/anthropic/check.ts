import type { SafeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import { modelsNote, otherKindNote, truncatedNote } from '../words/check.ts';
import { classifyBaseUrl } from './base-url.ts';
import { diagnose } from './credential.ts';
import { readFailure, RequestStopped } from './failures.ts';
import type { FindingCode } from './finding-codes.ts';
import { cheapestModel, isMessage, readModelList } from './model-list.ts';
import { quotaWindows, rateLimits } from './rate-headers.ts';
import { clockAhead } from './clock.ts';
import { findingOf, readReply, requestIdOf } from './replies.ts';
import { askForMessage, askForModels, type Exchange, type PinnedRequest } from './request.ts';
import { StepLog } from './step-log.ts';
import type { CheckDepth, CheckReport, CheckStep, CheckStepName, CredentialKind, Finding, ListedModel, QuotaWindow, RateLimit } from './verdict.ts';

export interface CheckRequest {
  readonly credential: Secret;
  /** Decides the header, also when the value looks like the other kind: that is what OpenClaw will send. */
  readonly kind: CredentialKind;
  /** As configured; null for Anthropic's own. Whether a person trusts a foreign host is asked before. */
  readonly baseUrl: string | null;
  readonly depth: CheckDepth;
  /** Ends the check at once. */
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** For each step, the reply's body included; 10 000 when not given. */
  readonly deadlineMs?: number;
  /** Tokens that the message may bring back; 1 when not given. */
  readonly maxTokens?: number;
}

/** What one step brought; `finding` is null when it passed. */
interface StepResult {
  readonly finding: Finding | null;
  readonly note: SafeText | null;
  readonly requestId: SafeText | null;
  readonly models: readonly ListedModel[];
  readonly quota: readonly QuotaWindow[];
  readonly limits: readonly RateLimit[];
  readonly clockAheadMs: number | null;
}

const usualDeadlineMs = 10_000;
const nothing: StepResult = { finding: null, note: null, requestId: null, models: [], quota: [], limits: [], clockAheadMs: null };

/** What the list may answer without deciding about the credential: the message is asked all the same. */
const undecided: Readonly<Record<CredentialKind, readonly FindingCode[]>> = {
  'api-key': ['list-not-found'],
  'setup-token': ['list-not-found', 'oauth-not-supported', 'scope-profile', 'scope-insufficient'],
};

/**
 * Asks the API, a step at a time, whether a credential works: its shape, the free model list, one smallest message.
 * One request a step, no retries, no redirects, no environment variable that changes host, credential or headers
 * (facts, anthropic-api section 3; reliability section 3.4). It never throws, and nothing it returns holds the credential.
 *
 * @param onStep hears of every step as it begins and ends
 */
export async function checkCredential(request: CheckRequest, onStep: (step: CheckStep) => void): Promise<CheckReport> {
  const log = new StepLog(onStep);
  const results: StepResult[] = [];
  const take = async (step: CheckStepName, work: () => StepResult | Promise<StepResult>): Promise<StepResult> => {
    const result = await log.run(step, work);
    results.push(result);
    return result;
  };

  const offline = await take('offline', () => checkOffline(request));
  if (offline.finding !== null) return reportOf(log, results, offline.finding);
  if (request.depth === 'none') return reportOf(log, results, findingOf('not-asked'));

  const list = await take('models', () => checkModels(request));
  const decides = list.finding !== null && !isUndecided(list.finding, request.kind);
  if (decides || request.depth === 'models') return reportOf(log, results, list.finding);

  const message = await take('message', () => checkMessage(request, list.models));
  return reportOf(log, results, message.finding);
}

function isUndecided(finding: Finding, kind: CredentialKind): boolean {
  return undecided[kind].some((code) => code === finding.code);
}

function reportOf(log: StepLog, results: readonly StepResult[], finding: Finding | null): CheckReport {
  return {
    verdict: finding?.verdict ?? 'valid',
    steps: log.finish(),
    finding,
    models: results.flatMap(({ models }) => models),
    quota: results.findLast(({ quota }) => quota.length > 0)?.quota ?? [],
    limits: results.findLast(({ limits }) => limits.length > 0)?.limits ?? [],
    clockAheadMs: results.findLast(({ clockAheadMs }) => clockAheadMs !== null)?.clockAheadMs ?? null,
    requestIds: results.flatMap(({ requestId }) => (requestId === null ? [] : [requestId])),
  };
}

/** Also keeps from a header whatever could not stand in one: Node's error about it would quote the whole value. */
function checkOffline(request: CheckRequest): StepResult {
  const diagnosis = diagnose(request.credential);
  if (diagnosis.state !== 'usable' && diagnosis.state !== 'truncated') return { ...nothing, finding: findingOf('not-a-credential') };
  if (diagnosis.kind !== request.kind) return { ...nothing, note: otherKindNote(diagnosis.kind, request.kind) };
  return diagnosis.state === 'truncated' ? { ...nothing, note: truncatedNote(diagnosis.length) } : nothing;
}

async function checkModels(request: CheckRequest): Promise<StepResult> {
  const pinned = pin(request);
  if ('finding' in pinned) return pinned;
  const exchange = await askForModels(pinned);
  const models = exchange.outcome === 'replied' && isSuccess(exchange.status) ? readModelList(exchange.body, [request.credential]) : null;
  if (models === null) return resultOf(request, 'models', exchange, false);
  return { ...resultOf(request, 'models', exchange, true), models, note: modelsNote(models.length) };
}

async function checkMessage(request: CheckRequest, models: readonly ListedModel[]): Promise<StepResult> {
  const pinned = pin(request);
  if ('finding' in pinned) return pinned;
  const exchange = await askForMessage(pinned, cheapestModel(models, request.kind));
  return resultOf(request, 'message', exchange, exchange.outcome === 'replied' && isSuccess(exchange.status) && isMessage(exchange.body));
}

/** @returns a result with the finding when nothing may be sent */
function pin(request: CheckRequest): PinnedRequest | StepResult {
  const baseUrl = classifyBaseUrl(request.baseUrl);
  if (baseUrl.kind === 'refused') return { ...nothing, finding: findingOf('base-url-refused') };
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') return { ...nothing, finding: findingOf('tls-verification-off') };
  if (request.signal.aborted) return { ...nothing, finding: readFailure(new RequestStopped('cancelled'), 'models') };
  const { credential, kind, userAgent, signal, deadlineMs = usualDeadlineMs, maxTokens = 1 } = request;
  return { credential, kind, userAgent, signal, deadlineMs, maxTokens, baseUrl: baseUrl.url };
}

function resultOf(request: CheckRequest, step: CheckStepName, exchange: Exchange, passed: boolean): StepResult {
  const secrets = [request.credential];
  if (exchange.outcome === 'failed') return { ...nothing, finding: readFailure(exchange.error, step, secrets) };
  const { status, headers, body } = exchange;
  const finding = passed ? null : readReply({ status, headers, body, credentialKind: request.kind, step, secrets });
  return {
    ...nothing,
    finding,
    requestId: finding === null ? requestIdOf(headers, null, secrets) : finding.requestId,
    quota: quotaWindows(headers),
    limits: rateLimits(headers),
    clockAheadMs: clockAhead(headers.get('date'), Date.now()),
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
