import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { isJsonObject, valueAt } from '../../openclaw/json-object.ts';
import type { JsonObject, ProfileType, Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import { heldStores, rawEntry, type HeldStore } from './held-stores.ts';
import { prunedRemovals, type EditsResult, type StoreEdits } from './profile-edits.ts';
import type { ProfileFacts, ProfileWarning, ProfileWish } from './profile-plan.ts';
import { lastGoodOf, leftNames, placesInOrder, type ListedPlace } from './references.ts';

/** Takes a profile out of every store and of `auth` in the config, with all that speaks of it there. */
export function removeEdits(facts: ProfileFacts, { profileId }: Extract<ProfileWish, { readonly action: 'remove' }>): EditsResult {
  const config = effectiveConfig(facts.snapshot.config);
  const stores = heldStores(facts.snapshot).map((store): StoreEdits => ({ store, credentials: entryRemoval(store, profileId), state: stateRemovals(store, profileId) }));
  const types = heldTypes(facts.snapshot, profileId);
  const warnings: readonly ProfileWarning[] = [...leftNames(facts, profileId), ...types.map((type) => ({ code: 'not-revoked' as const, type }))];
  const title = profileTitle.remove(safeText(profileId));
  return { ok: true, edits: { title, stores, config: configRemovals(config, profileId), first: 'config', warnings } };
}

/** At most one: the first type that a store has it under. */
function heldTypes({ sharedStore, agents }: Snapshot, profileId: string): readonly ProfileType[] {
  return [sharedStore, ...agents.map(({ store }) => store)].flatMap((reading) => storeOf(reading).profiles.get(profileId)?.type ?? []).slice(0, 1);
}

/** `profiles` itself stays, if it has nothing left: without it OpenClaw counts the file as no store. */
function entryRemoval(store: HeldStore, profileId: string): readonly ConfigEdit[] {
  return rawEntry(store, profileId) === undefined ? [] : [{ kind: 'remove', path: ['profiles', profileId] }];
}

function stateRemovals({ state: { content } }: HeldStore, profileId: string): readonly ConfigEdit[] {
  const order = splitPlaces(placesInOrder(content, ['order'], profileId));
  const whole = [
    ...order.emptied,
    ...lastGoodOf(content, profileId).map((provider) => ['lastGood', provider]),
    ...(isJsonObject(valueAt(content, 'usageStats', profileId)) ? [['usageStats', profileId]] : []),
  ];
  return [...order.shortened, ...prunedRemovals(content, whole)];
}

/** What of `auth` in the config goes with a profile. */
export function configRemovals(config: JsonObject, profileId: string): readonly ConfigEdit[] {
  const order = splitPlaces(placesInOrder(config, ['auth', 'order'], profileId));
  const isListed = valueAt(config, 'auth', 'profiles', profileId) !== undefined;
  return [...order.shortened, ...prunedRemovals(config, [...(isListed ? [['auth', 'profiles', profileId]] : []), ...order.emptied])];
}

interface SplitPlaces {
  /** Elements to take out, the last ones first, so that the others keep their index. */
  readonly shortened: readonly ConfigEdit[];
  /** Lists that would be empty: OpenClaw reads an empty order in the config as "none of them" (section 3.6). */
  readonly emptied: readonly (readonly string[])[];
}

function splitPlaces(places: readonly ListedPlace[]): SplitPlaces {
  const countIn = (path: readonly string[]): number => places.filter((one) => one.path.join('\n') === path.join('\n')).length;
  const isEmptied = ({ path, length }: ListedPlace): boolean => countIn(path) === length;
  const shortened = places.filter((place) => !isEmptied(place)).toReversed();
  return {
    shortened: shortened.map(({ path, index }) => ({ kind: 'remove', path: [...path, String(index)] })),
    emptied: places.filter(isEmptied).map(({ path }) => path),
  };
}
