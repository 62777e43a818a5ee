import type { Agent, Snapshot } from '../openclaw/snapshot.ts';
import { credentialsFor, type AgentCredentials } from './candidates.ts';

/** Agents for which OpenClaw sees the very same credentials. */
export interface CredentialGroup {
  /** Never empty. */
  readonly agents: readonly Agent[];
  /** Those of the first agent; for the others only `agent` differs. */
  readonly credentials: AgentCredentials;
}

/**
 * The credentials of every agent, computed once for all agents that keep no store of their own: they all inherit main's
 * as it is (2026.2.24, section 2.4). A thousand agents therefore cost as much as one.
 *
 * @param now epoch ms
 */
export function credentialGroups(snapshot: Snapshot, now: number): readonly CredentialGroup[] {
  const members = new Map<unknown, Agent[]>();
  for (const agent of snapshot.agents) {
    // Agents that share a dir share the reading of its store.
    const key = agent.store.state === 'read' ? agent.store : snapshot.sharedStore;
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
    for (const agent of agents) byAgent.set(agent, { ...credentials, agent });
  }
  return snapshot.agents.flatMap((agent) => byAgent.get(agent) ?? []);
}
