import { asJson, sameValue, type ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { isJsonObject, objectAt, textAt, valueAt } from '../../openclaw/json-object.ts';
import type { JsonObject, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import { copyDiffers } from '../../rules/inheritance.ts';
import { anthropic, normaliseProvider } from '../../rules/provider-id.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import { anthropicOrders, heldStores, rawEntry, type HeldStore } from './held-stores.ts';
import { storeOfAgent } from './order.ts';
import { refused, type EditsResult, type StoreEdits } from './profile-edits.ts';
import type { ProfileFacts, ProfileRefusal, ProfileWish } from './profile-plan.ts';

type Copying = Extract<ProfileWish, { readonly action: 'copy' }>;

/** Gives an agent a copy of its own, which from then on wins over main's (2026.2.24, section 2.4). */
export function copyEdits({ snapshot }: ProfileFacts, { profileId, to, from }: Copying): EditsResult {
  const stores = heldStores(snapshot);
  const target = storeNamed(snapshot, stores, to);
  if (target === undefined) return refused({ code: 'unknown-agent', agentId: to });
  if (from !== null && storeNamed(snapshot, stores, from) === undefined) return refused({ code: 'unknown-agent', agentId: from });
  const source = sourceOf(snapshot, stores, profileId, from);
  if (!('store' in source)) return refused(source);
  const entry = rawEntry(source.store, profileId);
  const present = rawEntry(target, profileId);
  if (present !== undefined && !sameValue(present, entry)) return refused({ code: 'differs', profileId, agentId: to });
  const credentials: readonly ConfigEdit[] = present === undefined ? [{ kind: 'set', path: ['profiles', profileId], value: asJson(entry) }] : [];
  const stored: StoreEdits = { store: target, credentials, state: atTheEnd(target, profileId) };
  const title = profileTitle.copy(safeText(profileId), safeText(to));
  return { ok: true, edits: { title, stores: [stored], config: listing(effectiveConfig(snapshot.config), profileId, entry), first: 'stores', warnings: [] } };
}

/** Brings agents' copies up to date that hold another secret than main's. */
export function refreshCopiesEdits({ snapshot }: ProfileFacts, { profileId }: Extract<ProfileWish, { readonly action: 'refresh-copies' }>): EditsResult {
  const stores = heldStores(snapshot);
  const shared = stores.find(({ isShared }) => isShared);
  const edits = snapshot.agents.flatMap((agent): readonly StoreEdits[] => {
    const store = storeOfAgent(stores, agent);
    if (store === undefined || shared === undefined || store.agentIds[0] !== agent.id) return [];
    const stale = [...storeOf(agent.store).profiles.values()].filter(
      ({ id, provider }) => (profileId === null || id === profileId) && normaliseProvider(provider) === anthropic && copyDiffers(snapshot, agent, id),
    );
    return [{ store, credentials: stale.map(({ id }) => ({ kind: 'set', path: ['profiles', id], value: asJson(rawEntry(shared, id)) })), state: [] }];
  });
  const title = profileId === null ? profileTitle.refreshAll : profileTitle.refresh(safeText(profileId));
  return { ok: true, edits: { title, stores: edits, config: [], first: 'stores', warnings: [] } };
}

function storeNamed(snapshot: Snapshot, stores: readonly HeldStore[], agentId: string): HeldStore | undefined {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  return agent === undefined ? undefined : storeOfAgent(stores, agent);
}

/** Main's store, else the only one that has it: of several with different secrets a person must name one. */
function sourceOf(snapshot: Snapshot, stores: readonly HeldStore[], profileId: string, from: string | null): { readonly store: HeldStore } | ProfileRefusal {
  const holding = stores.filter((store) => isJsonObject(rawEntry(store, profileId)));
  if (from !== null) {
    const named = storeNamed(snapshot, stores, from);
    return named !== undefined && holding.includes(named) ? { store: named } : { code: 'not-there', profileId, agentId: from };
  }
  const [first, ...others] = [...holding.filter(({ isShared }) => isShared), ...holding.filter(({ isShared }) => !isShared)];
  if (first === undefined) return { code: 'unknown-profile', profileId, meant: null, known: [] };
  const isClear = first.isShared || others.every((other) => sameValue(rawEntry(other, profileId), rawEntry(first, profileId)));
  return isClear ? { store: first } : { code: 'which-one', profileId, agentIds: holding.flatMap(({ agentIds }) => agentIds) };
}

/** OpenClaw tries only what an order names, so a missing id goes to its end. */
function atTheEnd(target: HeldStore, profileId: string): readonly ConfigEdit[] {
  return anthropicOrders(target).flatMap(({ provider, ids }) => (ids.length === 0 || ids.includes(profileId) ? [] : [{ kind: 'set', path: ['order', provider, String(ids.length)], value: profileId }]));
}

/** Where the config lists the profiles of Anthropic, one that it does not name is never tried (2026.2.24, S16). */
function listing(config: JsonObject, profileId: string, entry: unknown): readonly ConfigEdit[] {
  const listed = Object.values(objectAt(config, 'auth', 'profiles')).some((one) => normaliseProvider(textAt(one, 'provider') ?? '') === anthropic);
  const mode = textAt(entry, 'type');
  if (!listed || mode === null || valueAt(config, 'auth', 'profiles', profileId) !== undefined) return [];
  return [{ kind: 'set', path: ['auth', 'profiles', profileId], value: { provider: anthropic, mode } }];
}
