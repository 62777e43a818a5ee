import type { AnthropicError } from './error-body.ts';
import type { FindingCode } from './finding-codes.ts';
import type { CheckStepName, CredentialKind } from './verdict.ts';

/** A reply with Anthropic's own error in it. */
export interface ErrorReply {
  readonly status: number;
  readonly error: AnthropicError;
  readonly credentialKind: CredentialKind;
  readonly step: CheckStepName;
  /** True when the server told how long to wait, or that a quota is used up. */
  readonly isMetered: boolean;
}

interface Row {
  readonly code: FindingCode;
  readonly fits: (reply: ErrorReply) => boolean;
}

/** `details.error_code` says it best: these names are fixed, the texts beside them are not. */
const codesOfAnthropic: Readonly<Record<string, FindingCode>> = {
  enforced_spend_limit_reached: 'enforced-spend-limit',
  contract_spend_limit_reached: 'contract-spend-limit',
  ramp_limit_exceeded: 'ramp-limit',
  organization_on_hold: 'organization-on-hold',
  claude_code_key_creator_not_member: 'key-creator-left',
  claude_code_version_too_old: 'claude-code-version',
};

/** In this order: a row stands before the more general ones that would fit as well. */
const rows: readonly Row[] = [
  { code: 'token-revoked', fits: (reply) => (reply.status === 401 || reply.status === 403) && says(reply, /oauth token has been revoked/i) },
  { code: 'scope-profile', fits: (reply) => isScope(reply) && scopes(reply, /user:profile/i) && !scopes(reply, /user:inference/i) },
  { code: 'scope-inference', fits: (reply) => isScope(reply) && scopes(reply, /user:inference/i) },
  { code: 'scope-insufficient', fits: isScope },
  { code: 'oauth-not-supported', fits: (reply) => reply.status === 401 && says(reply, /oauth authentication is currently not supported/i) },
  { code: 'cross-origin-request', fits: (reply) => reply.status === 401 && says(reply, /\bCORS\b|direct-browser-access/i) },
  { code: 'invalid-api-key', fits: (reply) => isAuthentication(reply) && says(reply, /invalid x-api-key/i) },
  { code: 'invalid-bearer-token', fits: (reply) => isAuthentication(reply) && says(reply, /invalid bearer token/i) },
  { code: 'token-expired', fits: (reply) => isAuthentication(reply) && says(reply, /token has expired/i) },
  { code: 'api-key-expired', fits: (reply) => isAuthentication(reply) && says(reply, /\bkey\b.*\bexpired/i) },
  { code: 'authentication-failed', fits: isAuthentication },

  { code: 'credit-too-low', fits: (reply) => says(reply, /credit balance is too low/i) },
  { code: 'billing', fits: (reply) => reply.status === 402 || reply.error.type === 'billing_error' },
  { code: 'enforced-spend-limit', fits: (reply) => reply.status === 429 && says(reply, /enforced[ _]spend[ _]limit/i) },
  { code: 'contract-spend-limit', fits: (reply) => reply.status === 429 && says(reply, /contract[ _]spend[ _]limit/i) },
  { code: 'own-spend-limit', fits: (reply) => isIn(reply, [400, 429]) && says(reply, /spend(?:ing)? limit|api usage limits/i) },

  { code: 'only-claude-code', fits: (reply) => says(reply, /only authorized for use with claude code/i) },
  { code: 'workspace-required', fits: (reply) => says(reply, /anthropic-workspace-id is required|identity-linked api key/i) },
  { code: 'workspace-not-found', fits: (reply) => reply.status === 404 && says(reply, /workspace .*not found/i) },
  { code: 'organization-on-hold', fits: (reply) => says(reply, /organization\b.*\bon hold/i) },
  { code: 'key-creator-left', fits: (reply) => says(reply, /creator\b.*\b(?:not|no longer) a member/i) },
  { code: 'long-context', fits: (reply) => says(reply, /long context beta is not yet available|extra usage is required for long context/i) },
  { code: 'ramp-limit', fits: (reply) => reply.status === 429 && says(reply, /ramp[ _]limit/i) },

  { code: 'permission-denied', fits: (reply) => reply.status === 403 },
  { code: 'list-not-found', fits: (reply) => isIn(reply, [404, 405]) && reply.step === 'models' },
  { code: 'model-not-found', fits: (reply) => reply.status === 404 && reply.error.type === 'not_found_error' },
  { code: 'direct-use-refused', fits: isGenericForToken },
  { code: 'rate-limited', fits: (reply) => reply.status === 429 && reply.error.type === 'rate_limit_error' },
  { code: 'invalid-request', fits: (reply) => reply.status === 400 },
];

/** The row for a reply that carries Anthropic's own error, or null when the status alone has to decide. */
export function rowForError(reply: ErrorReply): FindingCode | null {
  const { errorCode } = reply.error;
  const named = Object.hasOwn(codesOfAnthropic, errorCode) ? codesOfAnthropic[errorCode] : undefined;
  return named ?? rows.find((row) => row.fits(reply))?.code ?? null;
}

/** The row for a reply of which only the status is known: it proves nothing about the credential. */
export function rowForStatus(status: number, step: CheckStepName, isJson: boolean): FindingCode {
  if (status === 407) return 'proxy-authentication';
  if (status === 413) return 'request-too-large';
  if (status === 529) return 'overloaded';
  if (status === 408 || status === 504) return 'server-timeout';
  if (status >= 500) return 'server-error';
  if (status === 401) return 'unproved-401';
  if (status === 429) return 'unproved-429';
  if ((status === 404 || status === 405) && step === 'models') return 'list-not-found';
  return isJson ? 'unexpected-answer' : 'not-json';
}

function says(reply: ErrorReply, pattern: RegExp): boolean {
  return pattern.test(reply.error.message);
}

function scopes(reply: ErrorReply, pattern: RegExp): boolean {
  return pattern.test(`${reply.error.message} ${reply.error.requiredScopes}`);
}

function isIn(reply: ErrorReply, statuses: readonly number[]): boolean {
  return statuses.includes(reply.status);
}

function isAuthentication(reply: ErrorReply): boolean {
  return reply.status === 401 && reply.error.type === 'authentication_error';
}

function isScope(reply: ErrorReply): boolean {
  if (!isIn(reply, [401, 403])) return false;
  return reply.error.errorCode === 'oauth_scope_insufficient' || says(reply, /scope requirement/i);
}

/**
 * Models other than Haiku answer a setup-token outside Claude Code with an "Error" that says no more, as 400 or as 429
 * without a time to wait: neither a limit nor a bad token (facts, anthropic-api section 1).
 */
function isGenericForToken(reply: ErrorReply): boolean {
  if (reply.credentialKind !== 'setup-token' || reply.isMetered) return false;
  return isIn(reply, [400, 429]) && /^\s*error\.?\s*$/i.test(reply.error.message);
}
