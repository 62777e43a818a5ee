import type { SafeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import { findingWords } from '../words/check.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import { rowForError, rowForStatus } from './error-dictionary.ts';
import { findingVerdicts, type FindingCode } from './finding-codes.ts';
import { safeDetail, safeRequestId } from './safe-detail.ts';
import type { CheckStepName, CredentialKind, Finding } from './verdict.ts';

/** A reply that is not what was asked for. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** As text; it may be anything. */
  readonly body: string;
  readonly credentialKind: CredentialKind;
  readonly step: CheckStepName;
  /** Taken out of every text by value, besides what looks like a credential anyway. */
  readonly secrets?: readonly Secret[];
}

/** What comes with a finding besides its code. */
export interface FindingContext {
  readonly status?: number | null;
  readonly detail?: SafeText | null;
  readonly requestId?: SafeText | null;
  readonly retryAfterSeconds?: number | null;
}

/** Seconds in a week: a server that asks for longer is not believed. */
const longestRetrySeconds = 7 * 24 * 60 * 60;

/** A finding with the words and the verdict of its row. */
export function findingOf(code: FindingCode, context: FindingContext = {}): Finding {
  const { status = null, detail = null, requestId = null, retryAfterSeconds = null } = context;
  return { code, verdict: findingVerdicts[code], ...findingWords[code], status, detail, requestId, retryAfterSeconds };
}

/** Looks up what a reply means. Pure; never throws, whatever the body is. */
export function readReply(reply: Reply): Finding {
  const body = readErrorBody(reply.body);
  const secrets = reply.secrets ?? [];
  return findingOf(codeOf(reply, body), {
    status: reply.status,
    detail: safeDetail(body.error?.message ?? plainTextOf(reply.body, body), secrets),
    requestId: requestIdOf(reply.headers, body, secrets),
    retryAfterSeconds: retryAfter(reply.headers),
  });
}

/** The id by which Anthropic finds a request, from the header or else from the body. */
export function requestIdOf(headers: Headers, body: Pick<ErrorBody, 'requestId'> | null, secrets: readonly Secret[]): SafeText | null {
  return safeRequestId(headers.get('request-id') ?? body?.requestId ?? null, secrets);
}

function codeOf(reply: Reply, body: ErrorBody): FindingCode {
  const { status, credentialKind, step } = reply;
  if (status < 400) return body.isJson ? 'unexpected-answer' : 'not-json';
  if (status === 403 && /request not allowed/i.test(reply.body)) return 'request-not-allowed';
  const isMetered = reply.headers.has('retry-after') || reply.headers.get('anthropic-ratelimit-unified-status') === 'rejected';
  const row = body.error === null || status >= 500 ? null : rowForError({ status, error: body.error, credentialKind, step, isMetered });
  return row ?? rowForStatus(status, step, body.isJson);
}

/** Of a page, its title; of other text that is no JSON, the text itself. */
function plainTextOf(text: string, body: ErrorBody): string {
  if (body.isJson) return '';
  const title = /<title[^>]*>([^<]{0,1000})/i.exec(text)?.[1];
  if (title !== undefined) return title;
  return /<[a-z!][^>]*>/i.test(text) ? '' : text;
}

/** Seconds; a date is not sent by Anthropic and says nothing without a clock. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (!/^\d{1,15}(?:\.\d{1,6})?$/.test(value)) return null;
  return Math.min(Math.ceil(Number(value)), longestRetrySeconds);
}
