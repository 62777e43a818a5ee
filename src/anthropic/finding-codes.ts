import type { Verdict } from './verdict.ts';

/**
 * The rows of the error dictionary (facts, anthropic-api section 2): what each one proves, and never more. Only
 * Anthropic's own word on the credential is `rejected`; what a proxy or a network can say as well is `unknown`.
 */
export const findingVerdicts = {
  'invalid-api-key': 'rejected',
  'invalid-bearer-token': 'rejected',
  'token-expired': 'rejected',
  'token-revoked': 'rejected',
  'api-key-expired': 'rejected',
  'authentication-failed': 'rejected',

  'oauth-not-supported': 'unknown',
  'cross-origin-request': 'unknown',
  'request-not-allowed': 'unknown',

  'only-claude-code': 'refused',
  'direct-use-refused': 'refused',
  'claude-code-version': 'refused',
  'key-creator-left': 'refused',
  'organization-on-hold': 'refused',
  'workspace-required': 'refused',
  'workspace-not-found': 'refused',
  'scope-profile': 'refused',
  'scope-inference': 'refused',
  'scope-insufficient': 'refused',
  'long-context': 'refused',
  'permission-denied': 'refused',
  'model-not-found': 'refused',

  'credit-too-low': 'unfunded',
  billing: 'unfunded',
  'own-spend-limit': 'unfunded',
  'enforced-spend-limit': 'unfunded',
  'contract-spend-limit': 'unfunded',

  'ramp-limit': 'limited',
  'rate-limited': 'limited',

  'list-not-found': 'unknown',
  'invalid-request': 'unknown',
  'request-too-large': 'unknown',
  'server-error': 'unknown',
  'server-timeout': 'unknown',
  overloaded: 'unknown',
  'proxy-authentication': 'unknown',
  'unproved-401': 'unknown',
  'unproved-429': 'unknown',
  'not-json': 'unknown',
  'unexpected-answer': 'unknown',

  timeout: 'unreachable',
  dns: 'unreachable',
  'refused-connection': 'unreachable',
  tls: 'unreachable',
  redirect: 'unreachable',
  'body-too-large': 'unreachable',
  reset: 'unreachable',
  offline: 'unreachable',
  'connection-failed': 'unreachable',
  cancelled: 'unknown',

  'not-asked': 'unknown',
  'not-a-credential': 'unknown',
  'tls-verification-off': 'unknown',
  'base-url-refused': 'unknown',
} as const satisfies Readonly<Record<string, Verdict>>;

/** Stable names: tests, scripts and the fake server use them. */
export type FindingCode = keyof typeof findingVerdicts;
