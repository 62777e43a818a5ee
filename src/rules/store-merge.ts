import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { Agent, DatabaseFault, ProfileStore, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { forProvider, normaliseProvider } from './provider-id.ts';
import { supports } from './versions.ts';

/** A store without anything in it. */
export const emptyStore: ProfileStore = Object.freeze({
  profiles: new Map(),
  order: new Map(),
  lastGood: new Map(),
  usage: new Map(),
  dropped: Object.freeze([]),
});

const inlineKeyPrefix = 'inline-api-key:';

/** The id under which statistics of a key are kept that stands in no store but in the config or a variable (2026.9.6, section 1.3). */
export function inlineKeyId(provider: string): string {
  return `${inlineKeyPrefix}${provider}`;
}

/** What keeps us from reading a database, but not OpenClaw. */
const ourFaults: ReadonlySet<DatabaseFault> = new Set(['locked', 'not-permitted', 'log-unread', 'no-sqlite']);

/** The store of a reading; an empty one when it is missing or broken, as OpenClaw 2026.2.24 treats it (section 2.2). */
export function storeOf(reading: StoreReading): ProfileStore {
  return reading.state === 'read' ? reading.store : emptyStore;
}

/** The file a reading is about. */
export function pathOf(reading: StoreReading): string {
  return reading.path;
}

/** True when OpenClaw may well read a store that could not be read here: nothing is known of what it holds. */
export function isHidden(reading: StoreReading): boolean {
  return reading.state === 'broken' && reading.problem.kind === 'database' && ourFaults.has(reading.problem.fault);
}

/**
 * The shared store under an agent's own: each profile, order list, last good id and stats record is taken whole, the
 * agent's winning (2026.2.24, section 2.4). From 2026.7 the agent's own profiles come first, also before the shared
 * order of their provider when the agent has none, and what speaks of no stored profile is left out (2026.9.6, section
 * 1.3).
 */
export function mergeStores(shared: ProfileStore, own: ProfileStore, version: OpenClawVersion): ProfileStore {
  const whole: ProfileStore = {
    profiles: merged(shared.profiles, own.profiles),
    order: merged(shared.order, own.order),
    lastGood: merged(shared.lastGood, own.lastGood),
    usage: merged(shared.usage, own.usage),
    dropped: [...new Set([...shared.dropped, ...own.dropped])],
  };
  return supports(version, 'own-profiles-first') ? overlaid(whole, shared, own) : whole;
}

function merged<Value>(shared: ReadonlyMap<string, Value>, own: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  if (own.size === 0 || own === shared) return shared;
  if (startsAs(own, shared)) return own;
  const all = new Map(shared);
  for (const [key, value] of own) all.set(key, value);
  return all;
}

/** True when its first keys are those of the other, in the same order: OpenClaw makes an agent's store as a copy of main's (S2). */
function startsAs(copy: ReadonlyMap<string, unknown>, original: ReadonlyMap<string, unknown>): boolean {
  const keys = [...copy.keys()];
  return [...original.keys()].every((key, index) => keys[index] === key);
}

function overlaid(whole: ProfileStore, shared: ProfileStore, own: ProfileStore): ProfileStore {
  const others = [...shared.profiles].filter(([id]) => !own.profiles.has(id));
  const profiles = new Map([...own.profiles, ...others]);
  return {
    ...whole,
    profiles,
    order: overlaidOrder(whole.order, shared, own),
    lastGood: new Map([...whole.lastGood].filter(([, id]) => profiles.has(id))),
    usage: new Map([...whole.usage].filter(([id]) => profiles.has(id) || id.startsWith(inlineKeyPrefix))),
  };
}

function overlaidOrder(whole: ProfileStore['order'], shared: ProfileStore, own: ProfileStore): ProfileStore['order'] {
  const order = new Map(whole);
  const providers = new Set([...own.profiles.values()].map(({ provider }) => normaliseProvider(provider)));
  for (const provider of providers) {
    const written = forProvider(own.order, provider);
    const inherited = forProvider(shared.order, provider);
    if (written === undefined && inherited === undefined) continue;
    for (const name of whole.keys()) if (normaliseProvider(name) === provider) order.delete(name);
    const ids = [...own.profiles.values()].filter((profile) => normaliseProvider(profile.provider) === provider).map(({ id }) => id);
    order.set(provider, [...new Set(written ?? [...ids, ...(inherited ?? [])])]);
  }
  return order;
}

/** True when the agent keeps its credentials in the store that all others inherit. */
export function usesSharedStore(snapshot: Snapshot, agent: Agent): boolean {
  return pathOf(agent.store) === pathOf(snapshot.sharedStore);
}

/** The store that OpenClaw uses for an agent. */
export function effectiveStore(snapshot: Snapshot, agent: Agent): ProfileStore {
  const shared = storeOf(snapshot.sharedStore);
  return usesSharedStore(snapshot, agent) ? shared : mergeStores(shared, storeOf(agent.store), snapshot.installation.version);
}
