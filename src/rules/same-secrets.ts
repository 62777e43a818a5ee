import type { Agent, Snapshot, StoredProfile } from '../openclaw/snapshot.ts';
import { secretsDiffer } from './inheritance.ts';
import { oncePer } from './once-per.ts';
import { pathOf, storeOf, usesSharedStore } from './store-merge.ts';
import { supports } from './versions.ts';

/** A profile in one store. */
export interface SecretHolder {
  readonly profileId: string;
  /** The file it lies in. */
  readonly path: string;
  /** Agents whose own store this is; `[]` for main's store when no agent of the list keeps its credentials there. */
  readonly agentIds: readonly string[];
}

/** At least two holders of one secret, main's store first. */
export interface SecretGroup {
  readonly holders: readonly SecretHolder[];
}

/** A profile in an agent's own store that OpenClaw's copying left behind (2026.2.24, S2). */
export type Leftover =
  /** Main's has the same id with another secret: what is changed in main does not reach the agent. */
  | { readonly kind: 'stale-copy'; readonly agentId: string; readonly profileId: string; readonly path: string }
  /** Main's does not have the id any more, but its secret lies elsewhere too: `sameAs` is that place. */
  | { readonly kind: 'ghost'; readonly agentId: string; readonly profileId: string; readonly path: string; readonly sameAs: SecretHolder };

interface Held extends SecretHolder {
  readonly profile: StoredProfile;
}

/** Secrets that lie in several places: under several ids, or in several stores. */
export function sameSecrets(snapshot: Snapshot): readonly SecretGroup[] {
  const groups = new Map<string, SecretHolder[]>();
  for (const { profile, ...holder } of heldProfiles(snapshot)) {
    const { secret } = profile;
    if (secret === null) continue;
    const known = groups.get(secret.reveal());
    if (known === undefined) groups.set(secret.reveal(), [holder]);
    else known.push(holder);
  }
  return [...groups.values()].filter((holders) => holders.length > 1).map((holders) => ({ holders }));
}

/** What copying left behind in the agents' own stores; from 2026.8.1 OpenClaw copies nothing, and a copy is meant so. */
export const leftovers: (snapshot: Snapshot) => readonly Leftover[] = oncePer((snapshot) => {
  if (supports(snapshot.installation.version, 'store-fail-closed')) return [];
  const agents = snapshot.agents.filter((agent) => !usesSharedStore(snapshot, agent));
  return agents.flatMap((agent) => agentLeftovers(snapshot, agent));
});

function agentLeftovers(snapshot: Snapshot, agent: Agent): readonly Leftover[] {
  const path = pathOf(agent.store);
  const inMain = storeOf(snapshot.sharedStore).profiles;
  const left: Leftover[] = [];
  for (const own of storeOf(agent.store).profiles.values()) {
    const mains = inMain.get(own.id);
    // Nearly always a copy that is as it was made.
    if (mains !== undefined && !secretsDiffer(mains, own)) continue;
    const place = { agentId: agent.id, profileId: own.id, path };
    if (mains !== undefined) {
      left.push({ kind: 'stale-copy', ...place });
      continue;
    }
    const sameAs = groupsByPlace(snapshot).get(placeOf(place))?.holders.find((holder) => holder.path !== path);
    if (sameAs !== undefined) left.push({ kind: 'ghost', ...place, sameAs });
  }
  return left;
}

/** Asked for only where a profile is not main's: to compare the secrets of a thousand stores takes as long as to parse them. */
const groupsByPlace = oncePer((snapshot: Snapshot) => new Map(sameSecrets(snapshot).flatMap((group) => group.holders.map((holder) => [placeOf(holder), group] as const))));

/** No path has a NUL in it. */
function placeOf({ path, profileId }: Pick<SecretHolder, 'path' | 'profileId'>): string {
  return `${path}\0${profileId}`;
}

function heldProfiles(snapshot: Snapshot): readonly Held[] {
  const mainPath = pathOf(snapshot.sharedStore);
  const stores = new Map([[mainPath, snapshot.sharedStore]]);
  const users = new Map<string, string[]>();
  for (const { id, store } of snapshot.agents) {
    const path = pathOf(store);
    if (!stores.has(path)) stores.set(path, store);
    users.set(path, [...(users.get(path) ?? []), id]);
  }
  return [...stores].flatMap(([path, reading]) =>
    [...storeOf(reading).profiles.values()].map((profile) => ({ profileId: profile.id, path, agentIds: users.get(path) ?? [], profile })),
  );
}
