import type { OpenClawVersion } from '../openclaw/installation.ts';
import { textAt } from '../openclaw/json-object.ts';
import type { JsonObject, ProfileStore, ProfileType, StoredProfile } from '../openclaw/snapshot.ts';
import { profileOrder } from './profile-order.ts';
import { compareTexts } from './text-order.ts';
import { supports } from './versions.ts';

/** OpenClaw speaks of expiring when at most so much is left, in ms (2026.2.24, section 4.2). */
export const expiringMs = 86_400_000;

export type HealthStatus = 'static' | 'ok' | 'expiring' | 'expired' | 'missing';

/** An entry of `auth.oauth.profiles`, which lists profiles of all types. */
export type ProfileHealth = {
  readonly profileId: string;
  readonly provider: string;
  readonly type: ProfileType;
  readonly status: HealthStatus;
  /** From 2026.5, where it cannot be used. */
  readonly reasonCode?: 'expired' | 'missing_credential' | 'invalid_expires' | 'setup_inactive';
  /** Epoch ms. */
  readonly expiresAt?: number;
  readonly remainingMs?: number;
  readonly source: 'store';
  readonly label: string;
};

/** An entry of `auth.oauth.providers`. */
export type ProviderHealth = {
  readonly provider: string;
  readonly status: HealthStatus;
  readonly profiles: readonly ProfileHealth[];
  /** From 2026.5: those that OpenClaw would use, in their order; all of them when it would use none. */
  readonly effectiveProfiles?: readonly ProfileHealth[];
  /** The soonest end, epoch ms. */
  readonly expiresAt?: number;
  readonly remainingMs?: number;
};

export interface HealthQuestion {
  readonly config: JsonObject;
  readonly version: OpenClawVersion;
  /** The store of the agent that is asked about, the shared one merged under it. */
  readonly store: ProfileStore;
  /** Those that are asked about, as written in the stores. */
  readonly providers: readonly string[];
  /** Epoch ms. */
  readonly now: number;
}

/** How close each profile is to its end, as OpenClaw tells it (2026.2.24, section 4.2; observed, section 5), sorted by provider and id. */
export function profileHealth({ config, version, store, providers, now }: HealthQuestion): readonly ProfileHealth[] {
  return [...store.profiles.values()]
    .filter(({ provider }) => providers.includes(provider))
    .map((profile) => healthOf(profile, labelOf(config, profile), version, now))
    .toSorted((a, b) => compareTexts(a.provider, b.provider) || compareTexts(a.profileId, b.profileId));
}

/**
 * The same by provider. Up to 2026.3 one without profiles is `missing`, and all profiles count; 2026.5.28 tells only of
 * providers with profiles, and counts those that OpenClaw would use.
 */
export function providerHealth(profiles: readonly ProfileHealth[], question: HealthQuestion): readonly ProviderHealth[] {
  const { providers, version, now } = question;
  const byUse = supports(version, 'status-by-usable-profiles');
  return [...new Set(providers)]
    .toSorted(compareTexts)
    .flatMap((provider): readonly ProviderHealth[] => {
      const own = profiles.filter((profile) => profile.provider === provider);
      if (!byUse) return [{ provider, status: providerStatus(own), profiles: own, ...soonestEnd(own, now) }];
      if (own.length === 0) return [];
      const used = usable(own, provider, question);
      // With nothing that OpenClaw would use, all that is stored is told.
      const told = used.length > 0 ? used : own;
      return [{ provider, status: usedStatus(told), profiles: own, effectiveProfiles: told, ...soonestEnd(told, now) }];
    });
}

/** The id, with the email of the config or else of the store. */
export function labelOf(config: JsonObject, { id, email }: StoredProfile): string {
  const shown = textAt(config, 'auth', 'profiles', id, 'email') ?? email;
  return shown === null ? id : `${id} (${shown})`;
}

function soonestEnd(profiles: readonly ProfileHealth[], now: number): { readonly expiresAt?: number; readonly remainingMs?: number } {
  const ends = profiles.flatMap(({ type, expiresAt }) => (type === 'api_key' || expiresAt === undefined ? [] : [expiresAt]));
  return ends.length === 0 ? {} : { expiresAt: Math.min(...ends), remainingMs: Math.min(...ends) - now };
}

function usable(own: readonly ProfileHealth[], provider: string, { config, version, store, now }: HealthQuestion): readonly ProfileHealth[] {
  const { eligible } = profileOrder({ config, version, store, provider, model: null, now });
  return eligible.flatMap((id) => own.find(({ profileId }) => profileId === id) ?? []);
}

function healthOf(profile: StoredProfile, label: string, version: OpenClawVersion, now: number): ProfileHealth {
  const byUse = supports(version, 'status-by-usable-profiles');
  const { id: profileId, provider, type, expires, refreshable } = profile;
  const base = { profileId, provider, type };
  const fault = byUse ? credentialFault(profile, now) : null;
  if (fault !== null) return { ...base, status: fault === 'expired' ? 'expired' : 'missing', reasonCode: fault, source: 'store', label };
  if (type === 'api_key' || (type === 'token' && expires === null)) return { ...base, status: 'static', source: 'store', label };
  if (expires === null) return { ...base, status: 'missing', source: 'store', label };
  const remainingMs = expires - now;
  // OpenClaw renews a login by itself as long as it has a refresh token; newer versions speak of its end all the same.
  const status = refreshable && !byUse ? 'ok' : statusOf(remainingMs);
  return { ...base, status, expiresAt: expires, remainingMs, source: 'store', label };
}

/** Why a profile cannot be used, in the words of 2026.9.6 (section 4.1); null when it can. */
function credentialFault(profile: StoredProfile, now: number): NonNullable<ProfileHealth['reasonCode']> | null {
  const { type, secret, reference, refreshable, expires } = profile;
  if (profile.inactive) return 'setup_inactive';
  if (secret === null && reference === null && !refreshable) return 'missing_credential';
  if (type !== 'token') return null;
  if (profile.endsOddly) return 'invalid_expires';
  return expires !== null && now >= expires ? 'expired' : null;
}

function statusOf(remainingMs: number): HealthStatus {
  if (remainingMs <= 0) return 'expired';
  return remainingMs <= expiringMs ? 'expiring' : 'ok';
}

/** A key that is missing counts too; what is missing is told apart from what has expired. */
function usedStatus(told: readonly ProfileHealth[]): HealthStatus {
  const has = (wanted: HealthStatus): boolean => told.some(({ status }) => status === wanted);
  const ends = told.some(({ type }) => type !== 'api_key');
  if (ends && has('expired')) return 'expired';
  if (told.length === 0 || has('missing')) return 'missing';
  if (!ends) return 'static';
  return has('expiring') ? 'expiring' : 'ok';
}

function providerStatus(profiles: readonly ProfileHealth[]): HealthStatus {
  if (profiles.length === 0) return 'missing';
  const ending = profiles.filter(({ type }) => type !== 'api_key');
  if (ending.length === 0) return 'static';
  if (ending.some(({ status }) => status === 'expired' || status === 'missing')) return 'expired';
  return ending.some(({ status }) => status === 'expiring') ? 'expiring' : 'ok';
}
