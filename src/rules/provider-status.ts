import { textAt, objectAt } from '../openclaw/json-object.ts';
import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { JsonObject, ProfileStore, StoredProfile } from '../openclaw/snapshot.ts';
import { Secret } from '../terminal/secret.ts';
import { unusableUntil } from './cooldown.ts';
import { maskedLabel, shortRemaining } from './masked-label.ts';
import { labelOf } from './profile-health.ts';
import { environmentKey, type EnvironmentLookup } from './provider-environment.ts';
import { anthropic, forProvider, normaliseProvider } from './provider-id.ts';
import { supports } from './versions.ts';

/** A key outside the stores, masked, and where it was found. */
export type ShownKey = {
  readonly value: string;
  readonly source: string;
};

/** An entry of `auth.providers`: where a provider's credentials come from (2026.2.24, section 4.2). */
export type ProviderStatus = {
  readonly provider: string;
  /** By what exists, not by what can be used. */
  readonly effective: { readonly kind: 'profiles' | 'env' | 'models.json'; readonly detail: string };
  readonly profiles: {
    readonly count: number;
    readonly oauth: number;
    readonly token: number;
    readonly apiKey: number;
    readonly labels: readonly string[];
  };
  readonly env?: ShownKey;
  readonly modelsJson?: ShownKey;
};

/** An entry of `auth.unusableProfiles`; from 2026.9.6 a cooldown has its reason too. */
export type UnusableProfile = {
  readonly profileId: string;
  readonly provider?: string;
  readonly kind: 'cooldown' | 'disabled';
  readonly reason?: string;
  /** Epoch ms. */
  readonly until: number;
  readonly remainingMs: number;
};

export interface ProviderQuestion {
  readonly config: JsonObject;
  /** The store of the agent that is asked about, main's merged under it. */
  readonly store: ProfileStore;
  readonly lookUp: EnvironmentLookup;
  /** As shown: main's store, and `models.json` in the agent's dir. */
  readonly storePath: string;
  readonly modelsPath: string;
  /** Epoch ms. */
  readonly now: number;
}

const neverWaiting: ReadonlySet<string> = new Set(['openrouter', 'kilocode']);

/** The word for a variable that holds a login rather than a key. */
const loginWord = 'OAuth (env)';

/** What there is for a provider, or null when there is nothing. */
export function providerStatus(question: ProviderQuestion, provider: string): ProviderStatus | null {
  // The Claude CLI signs in with Anthropic's profiles (2026.9.6, run).
  const owner = provider === 'claude-cli' ? anthropic : normaliseProvider(provider);
  const profiles = [...question.store.profiles.values()].filter((profile) => normaliseProvider(profile.provider) === owner);
  const env = environmentPart(question, provider);
  const modelsJson = configPart(question, provider);
  const effective = effectivePart(question, profiles, env, modelsJson);
  if (effective === null) return null;
  const count = (type: StoredProfile['type']): number => profiles.filter((profile) => profile.type === type).length;
  return {
    provider,
    effective,
    profiles: {
      count: profiles.length,
      oauth: count('oauth'),
      token: count('token'),
      apiKey: count('api_key'),
      labels: profiles.map((profile) => profileLabel(question, profile)),
    },
    ...(env === null ? {} : { env }),
    ...(modelsJson === null ? {} : { modelsJson }),
  };
}

/** Logins and tokens of a provider, the one in the environment included. */
export function loginCount({ profiles, env }: ProviderStatus): number {
  return profiles.oauth + profiles.token + (env?.value === loginWord ? 1 : 0);
}

/** Every profile that waits, also an id that has only statistics; the soonest first (2026.2.24, section 4.2). */
export function unusableProfiles(store: ProfileStore, version: OpenClawVersion, now: number): readonly UnusableProfile[] {
  const waiting = [...store.usage.keys()].flatMap((profileId): readonly UnusableProfile[] => {
    const profile = store.profiles.get(profileId);
    const open = openWindow(store, profileId, now);
    if (open === null) return [];
    const { kind, until } = open;
    const reason = kind === 'cooldown' && supports(version, 'status-names-routes') ? (store.usage.get(profileId)?.cooldownReason ?? null) : open.reason;
    return [
      {
        profileId,
        ...(profile === undefined ? {} : { provider: profile.provider }),
        kind,
        ...(reason === null ? {} : { reason }),
        until,
        remainingMs: until - now,
      },
    ];
  });
  return waiting.toSorted((a, b) => a.remainingMs - b.remainingMs);
}

interface OpenWindow {
  readonly kind: 'cooldown' | 'disabled';
  /** `disabledReason` as recorded, whichever window is open. */
  readonly reason: string | null;
  readonly until: number;
}

function openWindow(store: ProfileStore, profileId: string, now: number): OpenWindow | null {
  const stats = store.usage.get(profileId);
  const provider = store.profiles.get(profileId)?.provider ?? '';
  // Profiles of these providers never wait for OpenClaw (section 3.1; openclaw-2026.9, section 3.1).
  if (stats === undefined || neverWaiting.has(normaliseProvider(provider))) return null;
  const until = unusableUntil(stats);
  if (until === null || now >= until) return null;
  const isDisabled = stats.disabledUntil !== null && now < stats.disabledUntil;
  return { kind: isDisabled ? 'disabled' : 'cooldown', reason: stats.disabledReason, until };
}

function profileLabel({ config, store, now }: ProviderQuestion, profile: StoredProfile): string {
  const open = openWindow(store, profile.id, now);
  const label = `${profile.id}=${secretLabel(config, profile)}`;
  if (open === null) return label;
  const kind = open.kind === 'disabled' && open.reason !== null ? `disabled:${open.reason}` : open.kind;
  return `${label} [${kind} ${shortRemaining(open.until - now)}]`;
}

function secretLabel(config: JsonObject, profile: StoredProfile): string {
  switch (profile.type) {
    case 'api_key':
      return keptLabel(profile);
    case 'token':
      return `token:${keptLabel(profile)}`;
    case 'oauth':
      return `OAuth${labelOf(config, profile).slice(profile.id.length)}`;
  }
}

/** A secret that is kept elsewhere shows as where (2026.9.6, section 4.1). */
function keptLabel({ secret, reference }: StoredProfile): string {
  if (reference === null) return maskedLabel(secret);
  return `ref(${reference.source}:${reference.id})`;
}

function environmentPart({ lookUp }: ProviderQuestion, provider: string): ShownKey | null {
  const key = environmentKey(provider, lookUp);
  if (key === null) return null;
  const value = key.name.includes('OAUTH_TOKEN') ? loginWord : maskedLabel(new Secret(key.value));
  return { value, source: `env: ${key.name}` };
}

function configPart({ config, modelsPath }: ProviderQuestion, provider: string): ShownKey | null {
  const entry = forProvider(Object.entries(objectAt(config, 'models', 'providers')), normaliseProvider(provider));
  const key = textAt(entry, 'apiKey');
  return key === null ? null : { value: maskedLabel(new Secret(key)), source: `models.json: ${modelsPath}` };
}

function effectivePart(
  { storePath }: ProviderQuestion,
  profiles: readonly StoredProfile[],
  env: ShownKey | null,
  modelsJson: ShownKey | null,
): ProviderStatus['effective'] | null {
  if (profiles.length > 0) return { kind: 'profiles', detail: storePath };
  if (env !== null) return { kind: 'env', detail: env.value };
  return modelsJson === null ? null : { kind: 'models.json', detail: modelsJson.value };
}
