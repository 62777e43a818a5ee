import type { AgentFacts } from './facts.ts';

/** Something that is so for several agents. */
export interface SharedItem<Item> {
  readonly item: Item;
  /** Never empty; in the config's order. */
  readonly ids: readonly string[];
}

/** What is so for the agents, each thing once, with the agents it is so for. Two things are the same when their JSON is. */
export function sameForAgents<Item>(agents: readonly AgentFacts[], itemsOf: (agent: AgentFacts) => readonly Item[]): readonly SharedItem<Item>[] {
  const groups = new Map<string, { readonly item: Item; readonly ids: string[] }>();
  for (const agent of agents) {
    const { id } = agent.credentials.agent;
    for (const item of itemsOf(agent)) {
      const key = JSON.stringify(item);
      const group = groups.get(key) ?? { item, ids: [] };
      if (group.ids.at(-1) !== id) group.ids.push(id);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
