import { join } from 'node:path';
import { isPlainObject } from '../openclaw/config-edit-value.ts';
import type { ConfigEdit } from '../openclaw/config-edit.ts';
import { parseJsonObject } from '../openclaw/json-text.ts';
import type { Agent, FileImage, FileStore, JsonObject, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import type { FileChange } from './change.ts';
import { heldStores } from './profiles/held-stores.ts';
import { storeChanges } from './profiles/store-changes.ts';
import type { EditRefusal, SaveCredentialWish } from './save-plan.ts';

/** A store to edit. */
export interface StoreTarget {
  readonly reading: StoreReading;
  /** Write the credential itself; false where only the order has to let it in. */
  readonly credential: boolean;
  /** The order of main, when this agent has none of its own and would follow one that lacks the profile. */
  readonly inheritedOrder: readonly string[] | null;
}

/**
 * The stores that must change so that the agents use the credential.
 *
 * An agent reads its own store over main's, entry by entry, its own winning (OpenClaw 2026.2.24, section 2.4): so for
 * `all` the main store and every own copy change; for some agents each one's own store.
 */
export function storeTargets(snapshot: Snapshot, wish: SaveCredentialWish, agents: readonly Agent[]): readonly StoreTarget[] {
  const mainPath = storePath(snapshot.sharedStore);
  const writesMain = wish.agentIds === 'all' || agents.some(({ store }) => storePath(store) === mainPath);
  const main: StoreTarget[] = writesMain ? [{ reading: snapshot.sharedStore, credential: true, inheritedOrder: null }] : [];
  const others = agents
    .filter(({ store }, index) => storePath(store) !== mainPath && agents.findIndex((agent) => storePath(agent.store) === storePath(store)) === index)
    .map(({ store }) => agentTarget(snapshot, wish, store));
  return [...main, ...others.filter((target) => target.credential || lacksInOrder(target.reading, wish.profileId))];
}

function agentTarget(snapshot: Snapshot, wish: SaveCredentialWish, reading: StoreReading): StoreTarget {
  const holdsCopy = rawProfile(reading, wish.profileId) !== undefined;
  const mainOrder = rawOrder(snapshot.sharedStore)?.ids ?? null;
  const follows = wish.agentIds !== 'all' && rawOrder(reading) === null && mainOrder !== null && !mainOrder.includes(wish.profileId);
  return { reading, credential: wish.agentIds !== 'all' || holdsCopy, inheritedOrder: follows ? mainOrder : null };
}

/**
 * Plans the edits of one store: the profile with OpenClaw's own fields in its own order, and a place in the order, which
 * stands in a file of its own in the layout `split-files`.
 */
export function planStore(snapshot: Snapshot, target: StoreTarget, wish: SaveCredentialWish): StorePlan {
  const { reading, credential } = target;
  const store = heldStores(snapshot).find((held) => held.reading.path === reading.path);
  if (store === undefined) throw new Error('a store that no agent has was to be written');
  const result = storeChanges([{ store, credentials: credential ? profileEdits(reading, wish) : [], state: orderEdits(target, wish.profileId) }]);
  return result.ok ? result : { ok: false, reason: result.reason };
}

export type StorePlan = { readonly ok: true; readonly files: readonly FileChange[] } | { readonly ok: false; readonly reason: EditRefusal };

/** Path of a store, whether it exists or not. */
export function storePath(reading: StoreReading): string {
  return join(reading.path);
}

/** The credential entry exactly as the file holds it; undefined when it holds none. */
export function rawProfile(reading: StoreReading, profileId: string): unknown {
  const profiles = rawStore(reading)['profiles'];
  return isPlainObject(profiles) && Object.hasOwn(profiles, profileId) ? profiles[profileId] : undefined;
}

/** The order of Anthropic profiles in a store; null when there is none (an empty one counts as none, section 2.2). */
export function rawOrder(reading: StoreReading): { readonly provider: string; readonly ids: readonly string[] } | null {
  return findOrder(rawState(reading)['order']);
}

/** Reads `order` of a store or of `auth` in the config: provider names count trimmed and in lower case. */
export function findOrder(order: unknown): { readonly provider: string; readonly ids: readonly string[] } | null {
  const entry = isPlainObject(order) ? Object.entries(order).find(([provider]) => provider.trim().toLowerCase() === 'anthropic') : undefined;
  if (entry === undefined || !Array.isArray(entry[1])) {
    return null;
  }
  const ids = entry[1].filter((id): id is string => typeof id === 'string' && id.trim() !== '');
  return ids.length === 0 ? null : { provider: entry[0], ids };
}

function rawStore(reading: StoreReading): JsonObject {
  return contentOf(isInFiles(reading) ? reading.image : null);
}

/** Where the order stands: in the state file, or beside the profiles as long as there is none. */
function rawState(reading: StoreReading): JsonObject {
  return contentOf(isInFiles(reading) ? (reading.stateImage ?? reading.image) : null);
}

function contentOf(image: FileImage | null): JsonObject {
  const parsed = image === null ? null : parseJsonObject(image.text.reveal());
  return parsed?.ok === true ? parsed.object : {};
}

function isInFiles(reading: StoreReading): reading is FileStore {
  return reading.state === 'read' && reading.from === 'files';
}

function lacksInOrder(reading: StoreReading, profileId: string): boolean {
  return rawOrder(reading)?.ids.includes(profileId) === false;
}

function profileEdits(reading: StoreReading, wish: SaveCredentialWish): ConfigEdit[] {
  const { credential, profileId } = wish;
  const secret = credential.secret.reveal();
  const path = ['profiles', profileId];
  const existing = rawProfile(reading, profileId);
  if (!isPlainObject(existing) || existing['type'] !== credential.type) {
    const value =
      credential.type === 'api_key'
        ? { type: 'api_key', provider: 'anthropic', key: secret }
        : { type: 'token', provider: 'anthropic', token: secret, ...(credential.expires === null ? {} : { expires: credential.expires }) };
    return [{ kind: 'set', path, value }];
  }
  if (credential.type === 'api_key') {
    return [
      { kind: 'set', path: [...path, 'key'], value: secret },
      // From 2026.2.26 a reference beside the key wins and makes OpenClaw drop the key (section 2.9).
      { kind: 'remove', path: [...path, 'keyRef'] },
    ];
  }
  const expires: ConfigEdit =
    credential.expires === null ? { kind: 'remove', path: [...path, 'expires'] } : { kind: 'set', path: [...path, 'expires'], value: credential.expires };
  return [{ kind: 'set', path: [...path, 'token'], value: secret }, expires, { kind: 'remove', path: [...path, 'tokenRef'] }];
}

/** OpenClaw tries only what an existing order names (section 3.6), so a missing id goes first; other places stay. */
function orderEdits(target: StoreTarget, profileId: string): ConfigEdit[] {
  const own = rawOrder(target.reading);
  if (own !== null) {
    return own.ids.includes(profileId) ? [] : [{ kind: 'set', path: ['order', own.provider], value: [profileId, ...own.ids] }];
  }
  return target.inheritedOrder === null ? [] : [{ kind: 'set', path: ['order', 'anthropic'], value: [profileId, ...target.inheritedOrder] }];
}
