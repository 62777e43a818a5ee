import type { Agent, Snapshot, StoredProfile } from '../openclaw/snapshot.ts';
import { storeOf, usesSharedStore } from './store-merge.ts';

/**
 * How an agent comes by a profile (2026.2.24, S2 and section 2.4):
 * `own` it stands in the agent's store alone, or the agent's store is main's · `inherits` it stands in main's store
 * alone, so a change there reaches the agent · `holds-copy` it stands in both, so the agent's copy wins and a change in
 * main's does not reach it. Null when the agent does not have the profile.
 */
export type Inheritance = 'own' | 'inherits' | 'holds-copy';

export function inheritanceOf(snapshot: Snapshot, agent: Agent, profileId: string): Inheritance | null {
  const inMain = storeOf(snapshot.sharedStore).profiles.has(profileId);
  if (usesSharedStore(snapshot, agent)) return inMain ? 'own' : null;
  const inOwn = storeOf(agent.store).profiles.has(profileId);
  if (inOwn) return inMain ? 'holds-copy' : 'own';
  return inMain ? 'inherits' : null;
}

/** True when an agent's copy of a profile holds another secret than main's: one of the two is out of date. */
export function copyDiffers(snapshot: Snapshot, agent: Agent, profileId: string): boolean {
  if (inheritanceOf(snapshot, agent, profileId) !== 'holds-copy') return false;
  const inMain = storeOf(snapshot.sharedStore).profiles.get(profileId);
  const inOwn = storeOf(agent.store).profiles.get(profileId);
  return inMain !== undefined && inOwn !== undefined && secretsDiffer(inMain, inOwn);
}

/** True when two profiles hold different secrets; no secret is another than any. */
export function secretsDiffer({ secret: one }: StoredProfile, { secret: other }: StoredProfile): boolean {
  if (one === null || other === null) return one !== other;
  return !one.equals(other);
}
