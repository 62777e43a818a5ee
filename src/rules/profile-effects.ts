import type { Snapshot } from '../openclaw/snapshot.ts';
import { credentialGroups, credentialsOfAgents } from './agent-credentials.ts';
import type { Candidate } from './candidate.ts';
import type { AgentCredentials } from './candidates.ts';
import { anthropic } from './provider-id.ts';

/** What an agent uses before and after a change of the stored credentials; null for nothing. */
export interface ProfileEffect {
  readonly agentId: string;
  readonly before: Candidate | null;
  readonly after: Candidate | null;
  /** When `after` is null: when the first credential that waits is back, epoch ms; null when none does. */
  readonly backAt: number | null;
}

/**
 * The agents on an Anthropic model that use another credential afterwards, or another secret of the same one.
 *
 * @param now epoch ms
 */
export function profileEffects(before: Snapshot, after: Snapshot, now: number): readonly ProfileEffect[] {
  const later = new Map(credentialsIn(after, now).map((one) => [one.agent.id, one]));
  return credentialsIn(before, now).flatMap((one): readonly ProfileEffect[] => {
    const { agent, chosen } = one;
    const next = later.get(agent.id);
    const used = next?.chosen ?? null;
    const backAt = used === null && next !== undefined ? firstBack(next) : null;
    // Nothing now, and nothing to wait for any more.
    const losesHope = chosen === null && used === null && firstBack(one) !== null && backAt === null;
    if (agent.model.provider !== anthropic || (isSame(chosen, used) && !losesHope)) return [];
    return [{ agentId: agent.id, before: chosen, after: used, backAt }];
  });
}

function firstBack({ candidates }: AgentCredentials): number | null {
  const times = candidates.flatMap(({ standing }) => (standing.state === 'waiting' ? [standing.until] : []));
  return times.length === 0 ? null : Math.min(...times);
}

function credentialsIn(snapshot: Snapshot, now: number): readonly AgentCredentials[] {
  return credentialsOfAgents(snapshot, credentialGroups(snapshot, now));
}

function isSame(one: Candidate | null, other: Candidate | null): boolean {
  if (one === null || other === null) return one === other;
  const isSameSecret = one.secret === null || other.secret === null ? one.secret === other.secret : one.secret.equals(other.secret);
  return isSameSecret && nameOf(one) === nameOf(other);
}

function nameOf({ source }: Candidate): string {
  switch (source.from) {
    case 'profile':
      return `profile ${source.profileId}`;
    case 'variable':
      return `variable ${source.name} ${source.origin}`;
    case 'provider-key':
      return source.from;
  }
}
