import { diagnose } from '../../anthropic/credential.ts';
import type { Secret } from '../../terminal/secret.ts';
import type { CandidateSource } from '../candidate.ts';
import type { AgentCredentials } from '../candidates.ts';

/** A credential that is worth a question to the API. */
export interface LiveTarget {
  readonly source: CandidateSource;
  readonly secret: Secret;
  /** Agents that may use it. */
  readonly agents: readonly string[];
}

/**
 * Every Anthropic credential that some agent would try or could, each secret once. What has ended, is cut off or is no
 * credential is told without asking.
 */
export function liveTargets(credentials: readonly AgentCredentials[]): readonly LiveTarget[] {
  const targets: { readonly source: CandidateSource; readonly secret: Secret; readonly agents: string[] }[] = [];
  for (const { agent, candidates } of credentials) {
    for (const { source, secret, standing } of candidates) {
      if (secret === null || standing.state === 'unusable' || diagnose(secret).state !== 'usable') continue;
      const known = targets.find((target) => target.secret.equals(secret));
      if (known === undefined) targets.push({ source, secret, agents: [agent.id] });
      else if (!known.agents.includes(agent.id)) known.agents.push(agent.id);
    }
  }
  return targets;
}
