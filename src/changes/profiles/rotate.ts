import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import { isJsonObject } from '../../openclaw/json-object.ts';
import type { StoredProfile } from '../../openclaw/snapshot.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import { waitFacts } from './clear-cooldown.ts';
import { heldStores, rawEntry, type HeldStore } from './held-stores.ts';
import { refused, type EditsResult, type StoreEdits } from './profile-edits.ts';
import type { NewSecret, ProfileFacts, ProfileRefusal, ProfileWarning, ProfileWish } from './profile-plan.ts';
import { isDisproved, recordedWaits, waitEdits } from './waits.ts';

type Rotation = Extract<ProfileWish, { readonly action: 'rotate' }>;

/**
 * Puts a new secret under the same id, wherever the id is stored: a copy of an agent that kept the old one would win over
 * main's (2026.2.24, S2). Order and names stay; what the old secret waits for ends only when the new one was proved.
 */
export function rotateEdits({ snapshot }: ProfileFacts, wish: Rotation): EditsResult {
  const { profileId, credential, proved } = wish;
  const stores = heldStores(snapshot);
  const holding = stores.filter((store) => isJsonObject(rawEntry(store, profileId)));
  const problem = holding.map(({ reading }) => problemOf(storeOf(reading).profiles.get(profileId), wish)).find((one) => one !== null);
  if (problem !== undefined && problem !== null) return refused(problem);
  const proof = { by: 'verdict', verdict: proved ? 'valid' : 'unknown', secret: null } as const;
  const edited = stores.map((store): StoreEdits => {
    const ended = recordedWaits(store, profileId).filter((wait) => isDisproved(wait, proof));
    return { store, credentials: holding.includes(store) ? secretEdits(profileId, credential) : [], state: waitEdits(store, profileId, ended) };
  });
  const title = profileTitle.rotate(safeText(profileId));
  return { ok: true, edits: { title, stores: edited, config: [], first: 'stores', warnings: staying(stores, profileId, proof) } };
}

function staying(stores: readonly HeldStore[], profileId: string, proof: Parameters<typeof isDisproved>[1]): readonly ProfileWarning[] {
  const [longest] = stores
    .flatMap((store) => recordedWaits(store, profileId))
    .filter((wait) => !isDisproved(wait, proof))
    .toSorted((a, b) => b.until - a.until);
  return longest === undefined ? [] : [{ code: 'wait-stays', profileId, ...waitFacts(longest) }];
}

/** Null too for an entry that OpenClaw drops: the new secret makes nothing worse. */
function problemOf(profile: StoredProfile | undefined, { profileId, credential }: Rotation): ProfileRefusal | null {
  if (profile === undefined) return null;
  if (profile.type === 'oauth') return { code: 'oauth', profileId };
  if (profile.reference !== null) return { code: 'reference', profileId, reference: profile.reference };
  return profile.type === credential.type ? null : { code: 'other-secret-type', profileId, stored: profile.type, given: credential.type };
}

function secretEdits(profileId: string, credential: NewSecret): readonly ConfigEdit[] {
  const path = ['profiles', profileId];
  const value = credential.secret.reveal();
  if (credential.type === 'api_key') return [{ kind: 'set', path: [...path, 'key'], value }];
  const { expires } = credential;
  const end: ConfigEdit = expires === null ? { kind: 'remove', path: [...path, 'expires'] } : { kind: 'set', path: [...path, 'expires'], value: expires };
  return [{ kind: 'set', path: [...path, 'token'], value }, end];
}
