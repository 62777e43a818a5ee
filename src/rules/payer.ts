import type { Secret } from '../terminal/secret.ts';
import type { Candidate } from './candidate.ts';
import type { AgentCredentials } from './candidates.ts';
import { anthropic } from './provider-id.ts';

/**
 * Who pays for what an agent sends: a Claude subscription, the account of an API key (by usage), a cloud provider, or
 * nobody that is known here (another provider, or no credential that OpenClaw would use now). `unknown` where the store
 * is in a layout that is not read.
 */
export type Payer = 'subscription' | 'api' | 'cloud' | 'none' | 'unknown';

/** Providers that serve Claude on a cloud account, in OpenClaw's names. */
const cloudProviders: ReadonlySet<string> = new Set(['amazon-bedrock', 'google-vertex', 'anthropic-vertex', 'vertex']);

/**
 * True when a request with this secret counts against a subscription: OpenClaw goes by the text `sk-ant-oat` anywhere
 * in it, never by the type it is stored under (2026.2.24, section 8; observed, section 6).
 */
export function isSubscriptionSecret(secret: Secret): boolean {
  return secret.reveal().includes('sk-ant-oat');
}

/**
 * Who would pay for a request with this credential; `none` when there is nothing to send. Of a secret that is kept
 * elsewhere and was not asked for, its type tells.
 */
export function payerOfCandidate({ secret, type, reference }: Pick<Candidate, 'secret' | 'type' | 'reference'>): Payer {
  if (type === 'oauth') return 'subscription';
  if (secret === null) return reference === null || reference.found === false ? 'none' : type === 'token' ? 'subscription' : 'api';
  return isSubscriptionSecret(secret) ? 'subscription' : 'api';
}

/** Who pays for an agent's next turn. */
export function payerOf({ agent, chosen, probed, hidden }: AgentCredentials): Payer {
  if (cloudProviders.has(agent.model.provider)) return 'cloud';
  if (agent.model.provider !== anthropic) return 'none';
  const used = chosen ?? probed;
  if (used === null) return hidden ? 'unknown' : 'none';
  return payerOfCandidate(used);
}
