import type { FindingCode } from '../../anthropic/finding-codes.ts';
import type { CredentialKind } from '../../anthropic/verdict.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { numberWords, plural } from './amounts.ts';

export interface FindingWords {
  /** What it means. */
  readonly meaning: SafeText;
  /** What to do next. */
  readonly advice: SafeText;
}

function words(meaning: string, advice: string): FindingWords {
  return { meaning: safeText(meaning), advice: safeText(advice) };
}

const useApiKey = 'Use an API key for OpenClaw, or look at Anthropic’s present terms for subscriptions.';
const tryLater = 'Try again in a few minutes.';

/** What each row of the error dictionary means, and what to do. */
export const findingWords: Readonly<Record<FindingCode, FindingWords>> = {
  'invalid-api-key': words(
    'Anthropic does not know this API key: it is mistyped, deleted, or not an API key.',
    'Copy it again from the Claude Console, or create a new key there.',
  ),
  'invalid-bearer-token': words(
    'Anthropic does not know this token: it is cut off or changed on the way.',
    'Compare its length with the original (108 characters) and paste it again from a wide window.',
  ),
  'token-expired': words('The token has expired.', 'Run “claude setup-token” again and paste the new one.'),
  'token-revoked': words('The token was revoked.', 'Run “claude setup-token” again and paste the new one.'),
  'api-key-expired': words(
    'The API key has expired; an expired key cannot be made active again.',
    'Create a new key in the Claude Console.',
  ),
  'authentication-failed': words(
    'Anthropic did not accept the credential and gave no closer reason.',
    'It may be deleted or expired. Create a new one and paste that.',
  ),

  'oauth-not-supported': words(
    'This part of the API does not take setup-tokens; that says nothing about the token itself.',
    'Remove old beta settings such as the 1M context from the OpenClaw config, then check again.',
  ),
  'cross-origin-request': words(
    'The request arrived as if a browser had sent it; something on the way adds an Origin header.',
    'Check without the proxy or gateway in between.',
  ),
  'request-not-allowed': words(
    'Requests from this network or region are not allowed; that says nothing about the credential.',
    'Check without VPN or proxy, or from the machine on which OpenClaw runs.',
  ),

  'only-claude-code': words('Anthropic accepts this token only from Claude Code.', useApiKey),
  'direct-use-refused': words(
    'The token is recognised, but this model is not served to it outside Claude Code. It is neither bad nor used up.',
    'Save it and test a message through OpenClaw, or use an API key.',
  ),
  'claude-code-version': words('Anthropic asks for a newer Claude Code for this token and model.', 'Update OpenClaw, or use an API key.'),
  'key-creator-left': words(
    'The key belongs to the Claude Code workspace, and who created it has left the organization.',
    'Have a present member create a new API key.',
  ),
  'organization-on-hold': words(
    'Anthropic has put the organization on hold.',
    'Look for a message from Anthropic and appeal there. Further requests will not help.',
  ),
  'workspace-required': words(
    'The key belongs to a person with several workspaces, and Anthropic wants one named.',
    'Create a key for a single workspace, or set the header anthropic-workspace-id in OpenClaw.',
  ),
  'workspace-not-found': words(
    'The workspace that the request names does not exist for this credential.',
    'Correct the workspace in OpenClaw, or create a key for a single workspace.',
  ),
  'scope-profile': words(
    'The token may send messages but not read the profile. For OpenClaw that is enough.',
    'Check with a message to see whether it works.',
  ),
  'scope-inference': words('The token may not send messages.', 'Run “claude setup-token” again and paste the new one.'),
  'scope-insufficient': words('The token lacks a permission that the request needs.', 'Run “claude setup-token” again, or use an API key.'),
  'long-context': words(
    'The plan does not include the long context; the credential itself is good.',
    'Turn off the 1M context in the OpenClaw config, or turn on extra usage for the plan.',
  ),
  'permission-denied': words('The credential may not do what was asked.', 'Look at the permissions of its workspace in the Claude Console.'),
  'model-not-found': words(
    'The model is retired, misspelt, or not open to this credential.',
    'Choose a model from the list that the credential can see.',
  ),

  'credit-too-low': words(
    'The prepaid credit is used up; the key itself is good.',
    'Add credit under Plans & Billing in the Claude Console.',
  ),
  billing: words('There is a problem with the payment; the credential itself is good.', 'Look under Plans & Billing in the Claude Console.'),
  'own-spend-limit': words(
    'The spending limit that the organization set for itself is reached.',
    'Raise the limit in the Claude Console, or wait until it starts anew.',
  ),
  'enforced-spend-limit': words(
    'The spending limit of the usage tier is reached; it lasts until the month starts anew.',
    'Ask Anthropic for a higher tier, or wait for the reset.',
  ),
  'contract-spend-limit': words('The spending limit of the contract is reached.', 'Speak with your contact at Anthropic, or wait for the reset.'),

  'ramp-limit': words(
    'Usage grew faster than Anthropic allows; the credential is good.',
    'Wait as long as the server asks, and let the use grow slowly.',
  ),
  'rate-limited': words('The limit of requests or tokens is reached; the credential is good.', 'Wait as long as the server asks, then check again.'),

  'list-not-found': words('There is no list of models at this address.', 'If the address is a gateway, check with a message instead.'),
  'invalid-request': words('The request was not understood; that says nothing about the credential.', 'Update clawdial, or check through OpenClaw.'),
  'request-too-large': words('The request was called too large; something on the way changes it.', 'Check without the proxy or gateway in between.'),
  'server-error': words('Anthropic’s side has an error; nothing is proved about the credential.', tryLater),
  'server-timeout': words('Anthropic’s side took too long; nothing is proved about the credential.', tryLater),
  overloaded: words('Anthropic is overloaded; nothing is proved about the credential.', tryLater),
  'proxy-authentication': words('A proxy on the way asks for its own sign-in.', 'Sign in to the proxy, or check without it.'),
  'unproved-401': words(
    'Something refused the request, but not in Anthropic’s words; it may be a proxy.',
    'Check without the proxy or gateway in between.',
  ),
  'unproved-429': words(
    'Something asked for fewer requests, but not in Anthropic’s words; it may be a proxy.',
    'Wait a minute, or check without the proxy or gateway in between.',
  ),
  'not-json': words(
    'The answer is not from the API: it may be the sign-in page of a network, or a proxy.',
    'Open a web page to sign in to the network, then check again.',
  ),
  'unexpected-answer': words('The answer is not one that Anthropic’s API gives.', 'Look at the base URL in the OpenClaw config, then check again.'),

  timeout: words('No whole answer came in time.', 'Look at the network, then check again.'),
  dns: words('The name of the host could not be found.', 'Look at the network and the base URL, then check again.'),
  'refused-connection': words('Nothing listens at that address.', 'Look at the base URL, and start the gateway if it is one of yours.'),
  tls: words(
    'The connection could not be secured: the certificate is not trusted or does not fit. The credential was not sent.',
    'If your network inspects TLS, start clawdial with NODE_EXTRA_CA_CERTS set to its certificate.',
  ),
  redirect: words(
    'The server sent the request on to another address. It was not followed, so the credential went no further.',
    'Put the final address into the base URL.',
  ),
  'body-too-large': words('The answer is larger than any from Anthropic; reading was stopped.', 'Look at the base URL, then check again.'),
  reset: words('The connection was cut before the answer came.', 'Look at the network or the proxy, then check again.'),
  offline: words('There is no way to the host from here.', 'Look at the network, then check again.'),
  'connection-failed': words('The connection failed.', 'Look at the network, then check again.'),
  cancelled: words('The check was cancelled.', 'Nothing is proved. Check again when you like.'),

  'not-asked': words('Only the shape was looked at; nothing was sent.', 'Check with the list of models or with a message to know more.'),
  'not-a-credential': words('The value does not have the form of a credential, so it was not sent.', 'Paste an API key or a setup-token.'),
  'tls-verification-off': words(
    'NODE_TLS_REJECT_UNAUTHORIZED=0 is set: anyone on the way could read the credential, so it was not sent.',
    'Unset it and check again; use NODE_EXTRA_CA_CERTS for a certificate of your own.',
  ),
  'base-url-refused': words(
    'The base URL is not safe to send a credential to, so it was not sent.',
    'Correct the base URL in the OpenClaw config: https, without user name, password or query.',
  ),
};

/** Beside the step of the model list. */
export function modelsNote(count: number): SafeText {
  return plural(count, { one: say`1 model`, other: say`${numberWords(count)} models` });
}

/** Beside the step of the offline check, for what was cut off but is checked because a person said so. */
export function truncatedNote(length: number): SafeText {
  return say`looks cut off: ${length} characters, 108 are expected`;
}

/** Beside the step of the offline check, when the credential is kept as another kind than it looks. */
export function otherKindNote(looks: CredentialKind, asked: CredentialKind): SafeText {
  const names = { 'api-key': safeText('an API key'), 'setup-token': safeText('a setup-token') };
  return say`looks like ${names[looks]}, sent as ${names[asked]}`;
}
