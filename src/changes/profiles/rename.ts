import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { valueAt } from '../../openclaw/json-object.ts';
import type { JsonObject } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import { isProfileName } from '../../rules/profile-id.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import { heldStores, rawEntry, type HeldStore } from './held-stores.ts';
import { refused, type EditsResult, type StoreEdits } from './profile-edits.ts';
import type { ProfileFacts, ProfileWish } from './profile-plan.ts';
import { lastGoodOf, leftNames, placesInOrder } from './references.ts';

/** Gives a profile another id, in its place, everywhere: stores, orders, what is recorded of it, and `auth` in the config. */
export function renameEdits(facts: ProfileFacts, { profileId, to }: Extract<ProfileWish, { readonly action: 'rename' }>): EditsResult {
  const { snapshot } = facts;
  const config = effectiveConfig(snapshot.config);
  const stores = heldStores(snapshot);
  if (!isProfileName(to)) return refused({ code: 'profile-id', profileId: to });
  const isTaken = stores.some((store) => isNamedIn(store, to)) || valueAt(config, 'auth', 'profiles', to) !== undefined || placesInOrder(config, ['auth', 'order'], to).length > 0;
  if (isTaken) return refused({ code: 'taken', profileId: to });
  const edits = stores.map((store): StoreEdits => ({ store, credentials: entryRenaming(store, profileId, to), state: stateRenaming(store.state.content, profileId, to) }));
  const title = profileTitle.rename(safeText(profileId), safeText(to));
  return { ok: true, edits: { title, stores: edits, config: configRenaming(config, profileId, to), first: 'stores', warnings: leftNames(facts, profileId) } };
}

/** What is left over of an earlier profile of that name would be taken for this one's. */
function isNamedIn(store: HeldStore, profileId: string): boolean {
  const { content } = store.state;
  const isInOrder = placesInOrder(content, ['order'], profileId).length > 0;
  return rawEntry(store, profileId) !== undefined || isInOrder || valueAt(content, 'usageStats', profileId) !== undefined;
}

function entryRenaming(store: HeldStore, profileId: string, to: string): readonly ConfigEdit[] {
  return rawEntry(store, profileId) === undefined ? [] : [{ kind: 'rename', path: ['profiles', profileId], to }];
}

function stateRenaming(state: JsonObject, profileId: string, to: string): readonly ConfigEdit[] {
  return [
    ...orderRenaming(state, ['order'], profileId, to),
    ...lastGoodOf(state, profileId).map((provider): ConfigEdit => ({ kind: 'set', path: ['lastGood', provider], value: to })),
    ...(valueAt(state, 'usageStats', profileId) === undefined ? [] : [{ kind: 'rename' as const, path: ['usageStats', profileId], to }]),
  ];
}

function configRenaming(config: JsonObject, profileId: string, to: string): readonly ConfigEdit[] {
  const isListed = valueAt(config, 'auth', 'profiles', profileId) !== undefined;
  return [...(isListed ? [{ kind: 'rename' as const, path: ['auth', 'profiles', profileId], to }] : []), ...orderRenaming(config, ['auth', 'order'], profileId, to)];
}

function orderRenaming(root: JsonObject, path: readonly string[], profileId: string, to: string): readonly ConfigEdit[] {
  return placesInOrder(root, path, profileId).map((place) => ({ kind: 'set', path: [...place.path, String(place.index)], value: to }));
}
