import { join } from 'node:path';
import { isPlainObject } from '../openclaw/config-edit-value.ts';
import type { ConfigEdit } from '../openclaw/config-edit.ts';
import type { Agent, FileImage, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { changeFile } from './file-change.ts';
import type { FilePlan, SaveCredentialWish } from './save-plan.ts';

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

/** Plans the edit of one store: the profile with OpenClaw's own fields in its own order, and a place in the order. */
export function planStore(target: StoreTarget, wish: SaveCredentialWish): FilePlan {
  const { reading } = target;
  const path = storePath(reading);
  const image = imageOf(reading);
  const edits = [...(image === null ? [versionEdit] : []), ...(target.credential ? profileEdits(reading, wish) : []), ...orderEdits(target, wish.profileId)];
  const result = changeFile(path, 'auth-store', image, edits);
  if (result.ok) {
    return result;
  }
  const problem = result.reason === 'include' ? 'verification' : result.reason;
  return { ok: false, reason: { code: 'edit', path, problem, at: result.path, line: result.line } };
}

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
  return findOrder(rawStore(reading)['order']);
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

const versionEdit: ConfigEdit = { kind: 'set', path: ['version'], value: 1 };

function rawStore(reading: StoreReading): { readonly [key: string]: unknown } {
  const text = imageOf(reading)?.text.reveal().replace(/^\uFEFF/u, '') ?? '{}';
  const parsed: unknown = JSON.parse(text);
  return isPlainObject(parsed) ? parsed : {};
}

function imageOf(reading: StoreReading): FileImage | null {
  return reading.state === 'read' && reading.from === 'files' ? reading.image : null;
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
