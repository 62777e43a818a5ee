import type { Secret } from '../terminal/secret.ts';
import type { FindingCode } from './finding-codes.ts';
import { findingOf } from './replies.ts';
import { safeDetail } from './safe-detail.ts';
import type { CheckStepName, Finding } from './verdict.ts';

/** Why a request of ours ended without a reply; thrown by our own `fetch`, which knows it best. */
export class RequestStopped extends Error {
  readonly code: Extract<FindingCode, 'timeout' | 'cancelled' | 'body-too-large'>;

  constructor(code: RequestStopped['code']) {
    super(code);
    this.name = 'RequestStopped';
    this.code = code;
  }
}

/** Codes of Node and undici. */
const systemCodes: Readonly<Record<string, FindingCode>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused-connection',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ENETUNREACH: 'offline',
  EHOSTUNREACH: 'offline',
  ENETDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};

const tlsCode = /^ERR_TLS|^ERR_SSL|^CERT_|_CERT_|^UNABLE_TO_|SELF_SIGNED|^EPROTO$|^HOSTNAME_MISMATCH$|^DEPTH_ZERO/;

/** What `fetch` itself refuses has no code, only a text; a 407 of a proxy never comes through as a reply. */
const messageCodes: readonly (readonly [RegExp, FindingCode])[] = [
  [/unexpected redirect/i, 'redirect'],
  [/proxy response \(407\)/i, 'proxy-authentication'],
];

/** Longest chain of causes that is followed; a hostile object could point at itself. */
const deepest = 8;

/**
 * Names why no reply came. The text of the error is shown only redacted: Node's own may hold a whole header
 * (facts, reliability section 0, item 8).
 */
export function readFailure(error: unknown, _step: CheckStepName, secrets: readonly Secret[] = []): Finding {
  const chain = causesOf(error);
  const code = chain.map(codeOfError).find((found) => found !== null) ?? 'connection-failed';
  return findingOf(code, { detail: code === 'cancelled' ? null : detailOf(chain, secrets) });
}

function codeOfError(error: unknown): FindingCode | null {
  if (error instanceof RequestStopped) return error.code;
  const name = textOf(error, 'name');
  if (name === 'TimeoutError' || name === 'APIConnectionTimeoutError') return 'timeout';
  if (name === 'AbortError' || name === 'APIUserAbortError') return 'cancelled';
  const code = textOf(error, 'code');
  if (Object.hasOwn(systemCodes, code)) return systemCodes[code] ?? null;
  if (tlsCode.test(code)) return 'tls';
  return messageCodes.find(([pattern]) => pattern.test(textOf(error, 'message')))?.[1] ?? null;
}

/** The innermost text, which names the cause; `fetch failed` says nothing. */
function detailOf(chain: readonly unknown[], secrets: readonly Secret[]): Finding['detail'] {
  const messages = chain.filter((error) => !(error instanceof RequestStopped)).map((error) => textOf(error, 'message'));
  return safeDetail(messages.findLast((message) => message !== '') ?? '', secrets);
}

/** The error, its causes, and the parts of an AggregateError (Node tries several addresses at once), outermost first. */
function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let next: unknown = error;
  while (next !== undefined && next !== null && chain.length < deepest) {
    chain.push(next);
    const parts = propertyOf(next, 'errors');
    next = propertyOf(next, 'cause') ?? (Array.isArray(parts) ? parts[0] : undefined);
  }
  return chain;
}

function textOf(error: unknown, key: string): string {
  const value = propertyOf(error, key);
  return typeof value === 'string' ? value : '';
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
