import { resolveUserPath, type PathBase } from '../rules/user-path.ts';
import { Secret } from '../terminal/secret.ts';
import { effectiveValue, type EnvironmentLayer } from './environment.ts';
import type { HostFiles } from './host-files.ts';
import { objectAt, textAt, valueAt } from './json-object.ts';
import type { JsonObject, SecretReference, StoredProfile, StoreReading } from './snapshot.ts';

/** What a reference is looked up in. */
export interface ReferenceSources {
  readonly config: JsonObject;
  /** Strongest first, those of the config included. */
  readonly layers: readonly EnvironmentLayer[];
  readonly base: PathBase;
  readonly files: HostFiles;
}

/**
 * Follows the references of a store as far as that can be done by looking: a variable is taken, a file is looked for, and
 * neither a program nor OpenClaw's own secret store is asked (2026.9.6, section 1.4).
 */
export async function followReferences(reading: StoreReading, sources: ReferenceSources): Promise<StoreReading> {
  if (reading.state !== 'read') return reading;
  const { profiles } = reading.store;
  const referring: StoredProfile[] = [];
  for (const profile of profiles.values()) if (profile.reference !== null) referring.push(profile);
  if (referring.length === 0) return reading;
  const followed = await Promise.all(referring.map((profile) => follow(profile, sources)));
  const store = Object.freeze({ ...reading.store, profiles: new Map([...profiles, ...followed.map((profile) => [profile.id, profile] as const)]) });
  return { ...reading, store };
}

async function follow(profile: StoredProfile, sources: ReferenceSources): Promise<StoredProfile> {
  const { reference } = profile;
  if (reference === null) return profile;
  const value = reference.source === 'env' ? variableOf(reference, sources) : null;
  const found = reference.source === 'env' ? value !== null : await isFound(reference, sources);
  return Object.freeze({ ...profile, secret: value === null ? null : new Secret(value), reference: Object.freeze({ ...reference, found }) });
}

function variableOf(reference: SecretReference, { config, layers }: ReferenceSources): string | null {
  const entry = valueAt(config, 'secrets', 'providers', reference.provider);
  if (!isImplicit(reference, config) && textAt(entry, 'source') !== 'env') return null;
  const allowed = valueAt(entry, 'allowlist');
  if (Array.isArray(allowed) && !allowed.includes(reference.id)) return null;
  return effectiveValue(reference.id, layers)?.trim() || null;
}

/** True, false, or null where nothing was asked. */
async function isFound(reference: SecretReference, { config, base, files }: ReferenceSources): Promise<boolean | null> {
  const entry = objectAt(config, 'secrets', 'providers', reference.provider);
  if (!isImplicit(reference, config) && textAt(entry, 'source') !== reference.source) return false;
  if (reference.source !== 'file') return null;
  const path = textAt(entry, 'path');
  return path === null ? false : files.exists(resolveUserPath(path, base));
}

/** Variables and OpenClaw's own store need no provider in the config, as long as the reference names their default one. */
function isImplicit({ source, provider }: SecretReference, config: JsonObject): boolean {
  if (source !== 'env' && source !== 'store') return false;
  return provider === (textAt(config, 'secrets', 'defaults', source) ?? 'default');
}
