import type { ProfileStore, Snapshot, StoreReading } from '../../openclaw/snapshot.ts';
import { withEdits } from '../../rules/changed-config.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import { anthropic, normaliseProvider } from '../../rules/provider-id.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { configRemovals } from './remove.ts';
import type { ProfileWish } from './profile-plan.ts';

/** The snapshot as OpenClaw's own commands would leave it, for looking ahead. */
export function afterWish(snapshot: Snapshot, wish: ProfileWish): Snapshot {
  const config = configAfter(snapshot, wish);
  const changed = new Map<StoreReading, StoreReading>();
  const later = (reading: StoreReading, agentIds: readonly string[]): StoreReading => {
    if (reading.state !== 'read') return reading;
    const known = changed.get(reading) ?? { ...reading, store: storeAfter(reading.store, wish, agentIds) };
    changed.set(reading, known);
    return known;
  };
  const usersOf = (reading: StoreReading): readonly string[] => snapshot.agents.filter(({ store }) => store === reading).map(({ id }) => id);
  return { ...config, sharedStore: later(snapshot.sharedStore, usersOf(snapshot.sharedStore)), agents: config.agents.map((agent) => ({ ...agent, store: later(agent.store, usersOf(agent.store)) })) };
}

/** An activated replacement is listed, and what the agent’s model asks for (2026.9.6, run). */
function configAfter(snapshot: Snapshot, wish: ProfileWish): Snapshot {
  if (wish.action === 'remove') return withEdits(snapshot, configRemovals(effectiveConfig(snapshot.config), wish.profileId));
  if (wish.action !== 'activate') return snapshot;
  const { profileId, agentId } = wish;
  const type = [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)].flatMap((reading) => storeOf(reading).profiles.get(profileId)?.type ?? [])[0] ?? 'api_key';
  const listed = withEdits(snapshot, [{ kind: 'set', path: ['auth', 'profiles', profileId], value: { provider: anthropic, mode: type } }]);
  return { ...listed, agents: listed.agents.map((agent) => (agent.id === agentId ? { ...agent, model: { ...agent.model, pinned: profileId } } : agent)) };
}

function storeAfter(store: ProfileStore, wish: ProfileWish, agentIds: readonly string[]): ProfileStore {
  switch (wish.action) {
    case 'order-set':
      return agentIds.includes(wish.agentId) ? { ...store, order: new Map([...withoutOrder(store), [anthropic, wish.profileIds]]) } : store;
    case 'order-clear':
      return agentIds.includes(wish.agentId) ? { ...store, order: withoutOrder(store) } : store;
    case 'rotate': {
      const profile = store.profiles.get(wish.profileId);
      const { credential } = wish;
      const expires = credential.type === 'token' ? credential.expires : null;
      return profile === undefined ? store : { ...store, profiles: new Map([...store.profiles, [profile.id, { ...profile, secret: credential.secret, expires }]]) };
    }
    case 'activate': {
      const profile = store.profiles.get(wish.profileId);
      return profile === undefined ? store : { ...store, profiles: new Map([...store.profiles, [profile.id, { ...profile, inactive: false }]]) };
    }
    case 'remove':
      return withoutProfile(store, wish.profileId);
    default:
      return store;
  }
}

function withoutOrder({ order }: ProfileStore): ProfileStore['order'] {
  return new Map([...order].filter(([provider]) => normaliseProvider(provider) !== anthropic));
}

function withoutProfile(store: ProfileStore, profileId: string): ProfileStore {
  const order = [...store.order].map(([provider, ids]) => [provider, ids.filter((id) => id !== profileId)] as const);
  return {
    ...store,
    profiles: new Map([...store.profiles].filter(([id]) => id !== profileId)),
    order: new Map(order.filter(([, ids]) => ids.length > 0)),
    usage: new Map([...store.usage].filter(([id]) => id !== profileId)),
  };
}
