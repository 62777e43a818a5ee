import type { Agent, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { credentialsFor, type AgentCredentials } from './candidates.ts';
import { storeBlock } from './store-block.ts';
import { storeOf } from './store-merge.ts';

/** Agents for which OpenClaw sees the very same credentials. */
export interface CredentialGroup {
  /** Never empty. */
  readonly agents: readonly Agent[];
  /** Those of the first agent; for the others only `agent` differs. */
  readonly credentials: AgentCredentials;
}

/**
 * The credentials of every agent, computed once for all agents that keep no store of their own: they all inherit the
 * shared one as it is (2026.2.24, section 2.4), unless something waits for one model only, or a model asks for a profile. A thousand agents therefore
 * cost as much as one.
 *
 * @param now epoch ms
 */
export function credentialGroups(snapshot: Snapshot, now: number): readonly CredentialGroup[] {
  const members = new Map<string, Agent[]>();
  const byModel = hasWaitForOneModel(snapshot);
  for (const agent of snapshot.agents) {
    // Agents that share a dir share the reading of its store.
    const key = JSON.stringify([storeKey(snapshot, agent), byModel ? agent.model.ref : '', agent.model.pinned, storeBlock(snapshot, agent)?.because]);
    const group = members.get(key);
    if (group === undefined) members.set(key, [agent]);
    else group.push(agent);
  }
  return [...members.values()].flatMap((agents) => {
    const [first] = agents;
    return first === undefined ? [] : [{ agents, credentials: credentialsFor(snapshot, first, now) }];
  });
}

/** One entry per agent, in the config's order. */
export function credentialsOfAgents(snapshot: Snapshot, groups: readonly CredentialGroup[]): readonly AgentCredentials[] {
  const byAgent = new Map<Agent, AgentCredentials>();
  for (const { agents, credentials } of groups) {
    for (const agent of agents) byAgent.set(agent, agent === credentials.agent ? credentials : { ...credentials, agent });
  }
  return snapshot.agents.flatMap((agent) => byAgent.get(agent) ?? []);
}

/** The store that decides; one of its own that is broken is another thing than none. */
function storeKey({ sharedStore }: Snapshot, { store }: Agent): string {
  return store.state === 'missing' ? sharedStore.path : store.path;
}

function hasWaitForOneModel({ sharedStore, agents }: Snapshot): boolean {
  const readings = new Set<StoreReading>([sharedStore, ...agents.map(({ store }) => store)]);
  for (const reading of readings) {
    for (const { cooldownModel, blockedModel } of storeOf(reading).usage.values()) if (cooldownModel !== null || blockedModel !== null) return true;
  }
  return false;
}
