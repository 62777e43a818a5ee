import type { ProfileType, Snapshot } from '../openclaw/snapshot.ts';
import type { Secret } from '../terminal/secret.ts';
import { forProvider } from './provider-id.ts';
import { effectiveStore, storeOf } from './store-merge.ts';

/** What must be true of an agent's credentials after a command of OpenClaw. */
export type StoreProof =
  /** The credential is there, of this type and with this very secret; `expires` in epoch ms, null for no end. */
  | { readonly kind: 'saved'; readonly agentId: string; readonly profileId: string; readonly type: ProfileType; readonly secret: Secret; readonly expires: number | null }
  | { readonly kind: 'ordered'; readonly agentId: string; readonly profileIds: readonly string[] }
  /** The agent has no order of its own in any store. */
  | { readonly kind: 'unordered'; readonly agentId: string }
  /** The credential is there and no replacement that waits any more. */
  | { readonly kind: 'active'; readonly agentId: string; readonly profileId: string }
  /** Its own store holds it no more; what all inherit may. */
  | { readonly kind: 'not-own'; readonly agentId: string; readonly profileId: string }
  | { readonly kind: 'gone'; readonly agentId: string; readonly profileId: string };

/** True when the stores that were read say so; what the agent inherits counts as its own, as it does for OpenClaw. */
export function isProven(proof: StoreProof, snapshot: Snapshot): boolean {
  const agent = snapshot.agents.find(({ id }) => id === proof.agentId);
  if (agent === undefined) return false;
  const store = effectiveStore(snapshot, agent);
  switch (proof.kind) {
    case 'saved': {
      const profile = store.profiles.get(proof.profileId);
      const isThere = profile?.type === proof.type && profile.secret?.equals(proof.secret) === true;
      return isThere && sameEnd(profile.expires, proof.expires);
    }
    case 'active':
      return store.profiles.get(proof.profileId)?.inactive === false;
    case 'ordered':
      return sameIds(forProvider(store.order, 'anthropic') ?? [], proof.profileIds);
    case 'unordered':
      return forProvider(store.order, 'anthropic') === undefined;
    case 'not-own':
      return !storeOf(agent.store).profiles.has(proof.profileId);
    case 'gone':
      return !store.profiles.has(proof.profileId);
  }
}

/** OpenClaw counts a lifetime from its own now, and is given whole minutes. */
const endToleranceMs = 10 * 60_000;

function sameEnd(found: number | null, wanted: number | null): boolean {
  return found === null || wanted === null ? found === wanted : Math.abs(found - wanted) <= endToleranceMs;
}

function sameIds(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
