import { isPlainObject, valueAt } from '../openclaw/config-edit-value.ts';
import type { ProfileType, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { rawProfile, storePath } from './save-credential-store.ts';
import type { RefusalReason, SaveCredentialWish } from './save-plan.ts';

/**
 * Finds a credential of another type or provider under the wished id, in any store or in the config. Onboarding of OpenClaw
 * 2026.2.24 overwrites it (S14); here it is refused, with a free id to use instead.
 */
export function findOtherType(snapshot: Snapshot, wish: SaveCredentialWish): RefusalReason | null {
  const { profileId, credential } = wish;
  const refuse = (path: string, found: unknown): RefusalReason => ({
    code: 'other-type',
    path,
    profileId,
    found: profileType(found),
    proposedId: freeId(snapshot, wish),
  });
  for (const store of allStores(snapshot)) {
    const profile = rawProfile(store, profileId);
    if (isPlainObject(profile) && typeof profile['type'] === 'string' && (profile['type'] !== credential.type || isForeign(profile))) {
      return refuse(storePath(store), isForeign(profile) ? null : profile['type']);
    }
  }
  const listed = listedProfile(snapshot, profileId);
  if (snapshot.config.state !== 'read' || !isPlainObject(listed) || (listed['mode'] === credential.type && !isForeign(listed))) {
    return null;
  }
  return refuse(snapshot.config.image.path, isForeign(listed) ? null : listed['mode']);
}

/** The entry of `auth.profiles` as OpenClaw sees it, includes merged. */
export function listedProfile(snapshot: Snapshot, profileId: string): unknown {
  return snapshot.config.state === 'read' ? valueAt(snapshot.config.resolved, ['auth', 'profiles', profileId]) : undefined;
}

function isForeign(entry: { readonly [key: string]: unknown }): boolean {
  return typeof entry['provider'] === 'string' && entry['provider'].trim().toLowerCase() !== 'anthropic';
}

function profileType(found: unknown): ProfileType | 'other' {
  return found === 'api_key' || found === 'token' || found === 'oauth' ? found : 'other';
}

function allStores(snapshot: Snapshot): readonly StoreReading[] {
  return [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)];
}

/** The first of `anthropic:api-key`, `anthropic:api-key-2`, … (or `setup-token`) that nothing uses. */
function freeId(snapshot: Snapshot, wish: SaveCredentialWish): string {
  const base = `anthropic:${wish.credential.type === 'api_key' ? 'api-key' : 'setup-token'}`;
  let id = base;
  for (let count = 2; isTaken(snapshot, id); count += 1) {
    id = `${base}-${count}`;
  }
  return id;
}

function isTaken(snapshot: Snapshot, id: string): boolean {
  return listedProfile(snapshot, id) !== undefined || allStores(snapshot).some((store) => rawProfile(store, id) !== undefined);
}
