import { textAt } from '../openclaw/json-object.ts';
import type { JsonObject, ProfileStore, ProfileType, StoredProfile } from '../openclaw/snapshot.ts';

/** OpenClaw speaks of expiring when at most so much is left, in ms (2026.2.24, section 4.2). */
export const expiringMs = 86_400_000;

export type HealthStatus = 'static' | 'ok' | 'expiring' | 'expired' | 'missing';

/** An entry of `auth.oauth.profiles`, which lists profiles of all types. */
export type ProfileHealth = {
  readonly profileId: string;
  readonly provider: string;
  readonly type: ProfileType;
  readonly status: HealthStatus;
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
  /** The soonest end, epoch ms. */
  readonly expiresAt?: number;
  readonly remainingMs?: number;
};

/**
 * How close each profile is to its end, as OpenClaw 2026.2.24 tells it (section 4.2), sorted by provider and id.
 *
 * @param providers those that are asked about, as written in the stores
 * @param now epoch ms
 */
export function profileHealth(config: JsonObject, store: ProfileStore, providers: readonly string[], now: number): readonly ProfileHealth[] {
  return [...store.profiles.values()]
    .filter(({ provider }) => providers.includes(provider))
    .map((profile) => healthOf(profile, labelOf(config, profile), now))
    .toSorted((a, b) => a.provider.localeCompare(b.provider) || a.profileId.localeCompare(b.profileId));
}

/** The same by provider; one without profiles is `missing`. */
export function providerHealth(profiles: readonly ProfileHealth[], providers: readonly string[], now: number): readonly ProviderHealth[] {
  return [...new Set(providers)]
    .toSorted((a, b) => a.localeCompare(b))
    .map((provider) => {
      const own = profiles.filter((profile) => profile.provider === provider);
      const ends = own.flatMap(({ type, expiresAt }) => (type === 'api_key' || expiresAt === undefined ? [] : [expiresAt]));
      const soonest = ends.length === 0 ? {} : { expiresAt: Math.min(...ends), remainingMs: Math.min(...ends) - now };
      return { provider, status: providerStatus(own), profiles: own, ...soonest };
    });
}

/** The id, with the email of the config or else of the store. */
export function labelOf(config: JsonObject, { id, email }: StoredProfile): string {
  const shown = textAt(config, 'auth', 'profiles', id, 'email') ?? email;
  return shown === null ? id : `${id} (${shown})`;
}

function healthOf(profile: StoredProfile, label: string, now: number): ProfileHealth {
  const { id: profileId, provider, type, expires, refreshable } = profile;
  const base = { profileId, provider, type };
  if (type === 'api_key' || (type === 'token' && expires === null)) return { ...base, status: 'static', source: 'store', label };
  if (expires === null) return { ...base, status: 'missing', source: 'store', label };
  const remainingMs = expires - now;
  // OpenClaw renews a login by itself as long as it has a refresh token.
  const status = refreshable ? 'ok' : statusOf(remainingMs);
  return { ...base, status, expiresAt: expires, remainingMs, source: 'store', label };
}

function statusOf(remainingMs: number): HealthStatus {
  if (remainingMs <= 0) return 'expired';
  return remainingMs <= expiringMs ? 'expiring' : 'ok';
}

function providerStatus(profiles: readonly ProfileHealth[]): HealthStatus {
  if (profiles.length === 0) return 'missing';
  const ending = profiles.filter(({ type }) => type !== 'api_key');
  if (ending.length === 0) return 'static';
  if (ending.some(({ status }) => status === 'expired' || status === 'missing')) return 'expired';
  return ending.some(({ status }) => status === 'expiring') ? 'expiring' : 'ok';
}
