import type { Snapshot } from '../../../src/openclaw/snapshot.ts';
import { credentialsFor } from '../../../src/rules/candidates.ts';
import type { BoardEntry } from '../../../src/rules/board.ts';
import { anthropic, forProvider } from '../../../src/rules/provider-id.ts';
import { effectiveStore, usesSharedStore } from '../../../src/rules/store-merge.ts';

/** The order that a profile can be moved in, and where it stands. */
export interface OrderPlace {
  /** The agent whose order it is: the one that keeps the profile for itself, else the one whose store is shared. */
  readonly agentId: string;
  readonly ids: readonly string[];
  /** -1 when the order leaves it out. */
  readonly index: number;
}

/**
 * Null where no agent has the store that the profile lies in.
 *
 * @param now epoch ms
 */
export function orderPlace(snapshot: Snapshot, { source, owner }: BoardEntry, now: number): OrderPlace | null {
  if (source.from !== 'profile') return null;
  const agents = owner === null ? snapshot.agents.filter((agent) => usesSharedStore(snapshot, agent)) : snapshot.agents.filter(({ id }) => id === owner);
  const agent = agents.find(({ isDefault }) => isDefault) ?? agents[0];
  if (agent === undefined) return null;
  const written = forProvider(effectiveStore(snapshot, agent).order, anthropic);
  const tried = credentialsFor(snapshot, agent, now).candidates.flatMap((one) => (one.source.from === 'profile' && one.standing.state !== 'unusable' ? [one.source.profileId] : []));
  const ids = written ?? tried;
  return { agentId: agent.id, ids, index: ids.indexOf(source.profileId) };
}

/** The order with the profile one place earlier or later; one that is left out comes last. Null where it cannot go further. */
export function movedInOrder({ ids, index }: OrderPlace, profileId: string, by: 1 | -1): readonly string[] | null {
  if (index === -1) return by === -1 ? [...ids, profileId] : null;
  const to = index + by;
  return to < 0 || to >= ids.length ? null : ids.with(index, ids[to] ?? '').with(to, profileId);
}
