import type { FindingCode } from '../anthropic/finding-codes.ts';

/** One reply of the fake server, or one way in which it does not reply. */
export type FakeReply =
  | { readonly do: 'reply'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** As the real API would, after a while. */
  | { readonly do: 'slow'; readonly delayMs: number }
  /** Never a byte. */
  | { readonly do: 'hang' }
  /** The head and a first piece of the body, then never another byte. */
  | { readonly do: 'stall' }
  /** The connection is cut before any byte. */
  | { readonly do: 'reset' }
  | { readonly do: 'redirect'; readonly status: 301 | 302 | 307 | 308; readonly to: string }
  /** A body of so many bytes; compressed it is a small one. */
  | { readonly do: 'huge'; readonly bytes: number; readonly compressed: boolean }
  /** The credential comes back in the body and in headers. */
  | { readonly do: 'echo'; readonly status: number }
  | { readonly do: 'as-usual' };

const mebibyte = 1024 * 1024;

function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): FakeReply {
  return { do: 'reply', status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

function page(status: number, body: string): FakeReply {
  return { do: 'reply', status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** An error in Anthropic's own envelope. */
export function anthropicError(
  status: number,
  type: string,
  message: string,
  more: { readonly details?: object; readonly headers?: Readonly<Record<string, string>> } = {},
): FakeReply {
  const details = more.details === undefined ? {} : { details: more.details };
  return reply(status, { type: 'error', error: { type, message, ...details } }, more.headers);
}

function authentication(message: string): FakeReply {
  return anthropicError(401, 'authentication_error', message);
}

function badRequest(message: string, details?: object): FakeReply {
  return anthropicError(400, 'invalid_request_error', message, details === undefined ? {} : { details });
}

function tooMany(message: string, headers: Readonly<Record<string, string>>, details?: object): FakeReply {
  return anthropicError(429, 'rate_limit_error', message, details === undefined ? { headers } : { headers, details });
}

const portal = '<!doctype html><html><head><title>Sign in to Airport Wi-Fi</title></head><body>Welcome</body></html>';

/** Rows of the error dictionary that a server can cause, each with every form in which it was seen (facts, anthropic-api section 2). */
export const dictionaryReplies = {
  'invalid-api-key': [authentication('invalid x-api-key')],
  'invalid-bearer-token': [authentication('Invalid bearer token')],
  'token-expired': [authentication('OAuth token has expired. Please obtain a new token or refresh your existing token.')],
  'token-revoked': [
    authentication('OAuth token has been revoked. Please obtain a new token.'),
    anthropicError(403, 'permission_error', 'OAuth token has been revoked. Please obtain a new token.'),
  ],
  'api-key-expired': [authentication('This API key has expired.')],
  'authentication-failed': [authentication('authentication failed')],
  'oauth-not-supported': [authentication('OAuth authentication is currently not supported.')],
  'cross-origin-request': [authentication('CORS requests must set the header anthropic-dangerous-direct-browser-access')],
  'request-not-allowed': [
    anthropicError(403, 'forbidden', 'Request not allowed'),
    reply(403, { error: { type: 'forbidden', message: 'Request not allowed' } }),
  ],
  'only-claude-code': [badRequest('This credential is only authorized for use with Claude Code and cannot be used for other API requests.')],
  'direct-use-refused': [badRequest('Error'), tooMany('Error', {})],
  'claude-code-version': [badRequest('A newer client is required', { error_code: 'claude_code_version_too_old' })],
  'key-creator-left': [badRequest('This key cannot be used', { error_code: 'claude_code_key_creator_not_member' })],
  'organization-on-hold': [badRequest('Requests are blocked', { error_code: 'organization_on_hold', appeal_url: 'https://example.test/appeal' })],
  'workspace-required': [badRequest('anthropic-workspace-id is required when authenticating with an identity-linked API key.')],
  'workspace-not-found': [anthropicError(404, 'not_found_error', 'Workspace `wrkspc_made_up` not found.')],
  'scope-profile': [
    anthropicError(403, 'permission_error', 'OAuth token does not meet scope requirement user:profile', {
      details: { error_code: 'oauth_scope_insufficient', required_scopes: ['user:profile'] },
    }),
    anthropicError(403, 'permission_error', 'OAuth token does not meet scope requirement user:profile'),
  ],
  'scope-inference': [
    anthropicError(403, 'permission_error', 'OAuth token does not meet scope requirement any_of(user:inference, user:ccr_inference)'),
    anthropicError(403, 'permission_error', 'Insufficient scope', {
      details: { error_code: 'oauth_scope_insufficient', required_scopes: { any_of: ['user:inference'] } },
    }),
  ],
  'scope-insufficient': [anthropicError(403, 'permission_error', 'OAuth token does not meet scope requirement user:office')],
  'long-context': [
    badRequest('The long context beta is not yet available for this subscription.'),
    tooMany('Extra usage is required for long context requests', {}),
  ],
  'permission-denied': [anthropicError(403, 'permission_error', 'Your API key does not have permission to use the specified resource.')],
  'model-not-found': [anthropicError(404, 'not_found_error', 'model: claude-haiku-0')],
  'credit-too-low': [
    badRequest('Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.'),
  ],
  billing: [anthropicError(402, 'billing_error', 'There is a problem with your payment method.')],
  'own-spend-limit': [
    badRequest('You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.'),
    badRequest('This request would exceed the spend limit you set.'),
  ],
  'enforced-spend-limit': [tooMany('Monthly limit reached', {}, { error_code: 'enforced_spend_limit_reached' })],
  'contract-spend-limit': [tooMany('Limit reached', {}, { error_code: 'contract_spend_limit_reached' })],
  'ramp-limit': [tooMany('Usage is growing too fast', { 'retry-after': '30' }, { error_code: 'ramp_limit_exceeded' })],
  'rate-limited': [
    tooMany('This request would exceed your rate limit of 50 requests per minute.', { 'retry-after': '12' }),
    tooMany('Error', { 'retry-after': '12' }),
    tooMany('Error', { 'anthropic-ratelimit-unified-status': 'rejected' }),
  ],
  'list-not-found': [anthropicError(404, 'not_found_error', 'Not Found'), page(404, '<h1>404</h1>'), reply(405, { detail: 'Method Not Allowed' })],
  'invalid-request': [badRequest('messages: at least one message is required')],
  'request-too-large': [page(413, '<html><head><title>413 Payload Too Large</title></head></html>')],
  'server-error': [anthropicError(500, 'api_error', 'Internal server error'), page(502, '<h1>Bad gateway</h1>'), page(503, '')],
  'server-timeout': [anthropicError(504, 'timeout_error', 'Gateway timeout')],
  overloaded: [anthropicError(529, 'overloaded_error', 'Overloaded')],
  'unproved-401': [page(401, '<h1>Unauthorized</h1>'), reply(401, { message: 'Unauthorized' }), reply(401, { type: 'error', error: 'no' })],
  'unproved-429': [page(429, 'slow down'), reply(429, { message: 'slow down' })],
  'not-json': [page(200, portal), page(403, portal), page(200, ''), page(200, '{"type":"mess')],
  'unexpected-answer': [reply(200, { ok: true }), reply(200, []), reply(418, { teapot: true })],
  redirect: [{ do: 'redirect', status: 307, to: 'http://127.0.0.1:9/' }],
  'body-too-large': [
    { do: 'huge', bytes: 5 * mebibyte, compressed: false },
    { do: 'huge', bytes: 64 * mebibyte, compressed: true },
  ],
  timeout: [{ do: 'hang' }, { do: 'stall' }],
  reset: [{ do: 'reset' }],
} as const satisfies Partial<Record<FindingCode, readonly [FakeReply, ...FakeReply[]]>>;

/** Rows of the dictionary by their code, and the ways of a server that are no row. */
const otherReplies = {
  normal: { do: 'as-usual' },
  slow: { do: 'slow', delayMs: 1500 },
  hang: { do: 'hang' },
  stall: { do: 'stall' },
  garbage: reply(200, { ok: true }),
  html: page(200, portal),
  'half-json': page(200, '{"type":"mess'),
  empty: page(200, ''),
  huge: { do: 'huge', bytes: 5 * mebibyte, compressed: false },
  'echo-key': { do: 'echo', status: 401 },
  'echo-key-in-success': { do: 'echo', status: 200 },
} as const satisfies Readonly<Record<string, FakeReply>>;

export type ScenarioName = keyof typeof dictionaryReplies | keyof typeof otherReplies;

/** A scenario by name, or any reply of one's own. */
export type Scenario = ScenarioName | FakeReply;

export function replyOf(scenario: Scenario): FakeReply {
  if (typeof scenario !== 'string') return scenario;
  return isOther(scenario) ? otherReplies[scenario] : dictionaryReplies[scenario][0];
}

function isOther(name: ScenarioName): name is keyof typeof otherReplies {
  return Object.hasOwn(otherReplies, name);
}
