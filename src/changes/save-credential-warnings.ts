import type { Agent, ProfileStore, Snapshot, StoredProfile, StoreReading, UsageStats } from '../openclaw/snapshot.ts';
import { valueAt } from '../openclaw/config-edit-value.ts';
import { listedAnthropic } from './save-credential-config.ts';
import { findOrder, rawOrder } from './save-credential-store.ts';
import type { PlanWarning, SaveCredentialWish } from './save-plan.ts';

/** What the person should know before saving; `restarts` says that `auth` in the config changes. `now` is epoch ms. */
export function findWarnings(snapshot: Snapshot, wish: SaveCredentialWish, agents: readonly Agent[], restarts: boolean, now: number): PlanWarning[] {
  return [
    ...unlistedProfiles(snapshot, wish, now),
    ...cooldown(snapshot, wish, agents, now),
    ...(restarts ? [{ code: 'gateway-restart' } as const] : []),
    ...ignoredVariable(snapshot, agents, now),
  ];
}

/** An agent's profiles as OpenClaw merges them: its own over main's (section 2.4). */
function mergedProfiles(snapshot: Snapshot, agent: Agent): ReadonlyMap<string, StoredProfile> {
  return new Map([...(storeOf(snapshot.sharedStore)?.profiles ?? []), ...(storeOf(agent.store)?.profiles ?? [])]);
}

function mergedUsage(snapshot: Snapshot, agent: Agent, profileId: string): UsageStats | undefined {
  return storeOf(agent.store)?.usage.get(profileId) ?? storeOf(snapshot.sharedStore)?.usage.get(profileId);
}

function storeOf(reading: StoreReading): ProfileStore | null {
  return reading.state === 'read' ? reading.store : null;
}

function resolvedConfig(snapshot: Snapshot): unknown {
  return snapshot.config.state === 'read' ? snapshot.config.resolved : {};
}

function isUsable(profile: StoredProfile, now: number): boolean {
  if (profile.provider.trim().toLowerCase() !== 'anthropic' || (profile.secret === null && !profile.refreshable)) {
    return false;
  }
  return profile.type !== 'token' || profile.expires === null || profile.expires <= 0 || now < profile.expires;
}

/**
 * Profiles that OpenClaw tries while `auth.profiles` lists none of the stored ones, and will not once it lists this one
 * (section 3.6, steps 3 and 5). An explicit order is not filtered.
 */
function unlistedProfiles(snapshot: Snapshot, wish: SaveCredentialWish, now: number): PlanWarning[] {
  const resolved = resolvedConfig(snapshot);
  const listed = new Set(listedAnthropic(resolved).map(({ id }) => id));
  if (findOrder(valueAt(resolved, ['auth', 'order'])) !== null) {
    return [];
  }
  const ids = snapshot.agents.flatMap((agent) => {
    const profiles = mergedProfiles(snapshot, agent);
    if ((rawOrder(agent.store) ?? rawOrder(snapshot.sharedStore)) !== null || [...listed].some((id) => profiles.has(id))) {
      return [];
    }
    return [...profiles.values()].filter((profile) => profile.id !== wish.profileId && isUsable(profile, now)).map(({ id }) => id);
  });
  return ids.length === 0 ? [] : [{ code: 'unlisted-profiles', profileIds: [...new Set(ids)] }];
}

function cooldown(snapshot: Snapshot, wish: SaveCredentialWish, agents: readonly Agent[], now: number): PlanWarning[] {
  const ends = agents.flatMap((agent) => {
    const usage = mergedUsage(snapshot, agent, wish.profileId);
    return [usage?.cooldownUntil ?? 0, usage?.disabledUntil ?? 0];
  });
  const until = Math.max(0, ...ends);
  return until > now ? [{ code: 'cooldown-stays', profileId: wish.profileId, until }] : [];
}

/** A variable is used only while no profile is eligible (section 10), so it goes out of use with the first one. */
function ignoredVariable(snapshot: Snapshot, agents: readonly Agent[], now: number): PlanWarning[] {
  const usesVariable = agents.some((agent) => ![...mergedProfiles(snapshot, agent).values()].some((profile) => isUsable(profile, now)));
  const effective = snapshot.variables.filter((variable) => variable.effective);
  const used = effective.find(({ name }) => name === 'ANTHROPIC_OAUTH_TOKEN') ?? effective[0];
  return usesVariable && used !== undefined ? [{ code: 'variable-ignored', name: used.name }] : [];
}
