import type { Agent, ProfileStore, Snapshot, StoreReading } from '../openclaw/snapshot.ts';

/** A store without anything in it. */
export const emptyStore: ProfileStore = Object.freeze({
  profiles: new Map(),
  order: new Map(),
  lastGood: new Map(),
  usage: new Map(),
  dropped: Object.freeze([]),
});

/** The store of a reading; an empty one when it is missing, broken or not supported, as OpenClaw treats it (2.2). */
export function storeOf(reading: StoreReading): ProfileStore {
  return reading.state === 'read' ? reading.store : emptyStore;
}

/** The file a reading is about. */
export function pathOf(reading: StoreReading): string {
  return reading.path;
}

/**
 * Main's store under an agent's own: each profile, order list, last good id and stats record is taken whole, the
 * agent's winning; main's come first (2026.2.24, section 2.4).
 */
export function mergeStores(main: ProfileStore, own: ProfileStore): ProfileStore {
  return {
    profiles: new Map([...main.profiles, ...own.profiles]),
    order: new Map([...main.order, ...own.order]),
    lastGood: new Map([...main.lastGood, ...own.lastGood]),
    usage: new Map([...main.usage, ...own.usage]),
    dropped: [...new Set([...main.dropped, ...own.dropped])],
  };
}

/** True when the agent keeps its credentials in the store that all others inherit. */
export function usesSharedStore(snapshot: Snapshot, agent: Agent): boolean {
  return pathOf(agent.store) === pathOf(snapshot.sharedStore);
}

/** The store that OpenClaw uses for an agent. */
export function effectiveStore(snapshot: Snapshot, agent: Agent): ProfileStore {
  const main = storeOf(snapshot.sharedStore);
  return usesSharedStore(snapshot, agent) ? main : mergeStores(main, storeOf(agent.store));
}
