import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import type { Agent, Snapshot } from '../../openclaw/snapshot.ts';
import { anthropic, normaliseProvider } from '../../rules/provider-id.ts';
import { effectiveStore } from '../../rules/store-merge.ts';
import { nearestName } from '../../rules/nearest-name.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import { anthropicOrders, heldStores, type HeldStore } from './held-stores.ts';
import { prunedRemovals, refused, type EditsResult } from './profile-edits.ts';
import type { ProfileFacts, ProfileRefusal, ProfileWarning, ProfileWish } from './profile-plan.ts';

type Wish<Action extends ProfileWish['action']> = Extract<ProfileWish, { readonly action: Action }>;

/** Writes the order into the agent's own store, where it wins over every other (2026.2.24, sections 2.5 and 3.6). */
export function orderSetEdits({ snapshot }: ProfileFacts, { agentId, profileIds }: Wish<'order-set'>): EditsResult {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  const store = agent === undefined ? undefined : storeOfAgent(heldStores(snapshot), agent);
  if (agent === undefined || store === undefined) return refused({ code: 'unknown-agent', agentId });
  const problem = orderProblem(snapshot, { agentId, profileIds });
  if (problem !== null) return refused(problem);
  const ids = [...new Set(profileIds.map((id) => id.trim()))];
  const known = anthropicIds(snapshot, agent);
  const [own] = anthropicOrders(store);
  const path = ['order', own?.provider ?? anthropic];
  const leftOut = known.filter((id) => !ids.includes(id));
  const warnings: readonly ProfileWarning[] = leftOut.length === 0 ? [] : [{ code: 'left-out', profileIds: leftOut }];
  const edits: readonly ConfigEdit[] = [{ kind: 'set', path, value: ids }];
  return { ok: true, edits: { title: profileTitle.orderSet(safeText(agentId)), stores: [{ store, credentials: [], state: edits }], config: [], first: 'stores', warnings } };
}

/** Takes the order out of the agent's own store; then the one it inherits counts, else the one of the config. */
export function orderClearEdits({ snapshot }: ProfileFacts, { agentId }: Wish<'order-clear'>): EditsResult {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  const stores = heldStores(snapshot);
  const store = agent === undefined ? undefined : storeOfAgent(stores, agent);
  if (store === undefined) return refused({ code: 'unknown-agent', agentId });
  const state = prunedRemovals(store.state.content, anthropicOrders(store).map(({ provider }) => ['order', provider]));
  const inherits = !store.isShared && stores.some((other) => other.isShared && anthropicOrders(other).some(({ ids }) => ids.length > 0));
  const warnings: readonly ProfileWarning[] = inherits ? [{ code: 'inherits-order', agentId }] : [];
  return { ok: true, edits: { title: profileTitle.orderClear(safeText(agentId)), stores: [{ store, credentials: [], state }], config: [], first: 'stores', warnings } };
}

/** Why an order cannot be written: every id must be a profile of Anthropic that the agent can reach. */
export function orderProblem(snapshot: Snapshot, { agentId, profileIds }: Pick<Wish<'order-set'>, 'agentId' | 'profileIds'>): ProfileRefusal | null {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  if (agent === undefined) return { code: 'unknown-agent', agentId };
  const ids = profileIds.map((id) => id.trim());
  if (ids.length === 0 || ids.includes('')) return { code: 'no-profiles' };
  const { profiles } = effectiveStore(snapshot, agent);
  const known = anthropicIds(snapshot, agent);
  return ids.map((id) => idProblem(id, profiles.get(id)?.provider, known)).find((found) => found !== null) ?? null;
}

function anthropicIds(snapshot: Snapshot, agent: Agent): readonly string[] {
  return [...effectiveStore(snapshot, agent).profiles.values()].filter(({ provider }) => normaliseProvider(provider) === anthropic).map(({ id }) => id);
}

function idProblem(profileId: string, provider: string | undefined, known: readonly string[]): ProfileRefusal | null {
  if (provider === undefined) return { code: 'unknown-profile', profileId, meant: nearestName(profileId, known), known };
  return normaliseProvider(provider) === anthropic ? null : { code: 'other-provider', profileId, provider };
}

export function storeOfAgent(stores: readonly HeldStore[], { store }: Agent): HeldStore | undefined {
  return stores.find(({ reading }) => reading.path === store.path);
}
