import type { OpenClawVersion } from '../openclaw/installation.ts';
import { objectAt, textAt, trimmedText, valueAt } from '../openclaw/json-object.ts';
import type { JsonObject, ProfileStore, ProfileType, StoredProfile } from '../openclaw/snapshot.ts';
import { waitingOf } from './cooldown.ts';
import { oncePer } from './once-per.ts';
import { forProvider, normaliseProvider } from './provider-id.ts';
import { supports } from './versions.ts';

/** Why OpenClaw never tries a profile; `not-read`: it may, but its store could not be read here; `other-agent`: another agent keeps it for itself. */
export type Exclusion = 'not-read' | 'other-agent' | 'inactive' | 'blank' | 'expired' | 'odd-expiry' | 'mode-mismatch' | 'provider-mismatch' | 'not-in-order' | 'not-listed' | 'not-stored';

export interface ProfileOrder {
  /** Ids that OpenClaw tries, first to last; those that wait come last and are skipped until they are ready. */
  readonly eligible: readonly string[];
  /** True when someone wrote the order down, in the store or the config; else those of one type take turns. */
  readonly explicit: boolean;
  /** Ids of the provider that it does not try, with the reason. */
  readonly excluded: ReadonlyMap<string, Exclusion>;
}

export interface OrderQuestion {
  readonly config: JsonObject;
  readonly version: OpenClawVersion;
  /** The agent's effective store: the shared one merged under its own. */
  readonly store: ProfileStore;
  readonly provider: string;
  /** The model that is asked for, without its provider; null for any. */
  readonly model: string | null;
  /** Epoch ms. */
  readonly now: number;
}

interface Base {
  readonly ids: readonly string[];
  /** True when someone wrote the order down, in the store or the config. */
  readonly explicit: boolean;
  readonly inStore: boolean;
  /** Why a stored profile that is not in `ids` is out. */
  readonly absence: 'not-in-order' | 'not-listed';
}

/** Without a written order the cheaper, shorter-lived credential goes first (2026.2.24, section 3.6). */
const typeRank: Readonly<Record<ProfileType, number>> = { oauth: 0, token: 1, api_key: 2 };

/** The order in which OpenClaw tries the profiles of a provider (2026.2.24 section 3.6; 2026.9.6 section 1.6). */
export function profileOrder(question: OrderQuestion): ProfileOrder {
  const { config, store, provider } = question;
  const isNewer = supports(question.version, 'own-profiles-first');
  const stored: string[] = [];
  for (const profile of store.profiles.values()) if (normaliseProvider(profile.provider) === provider) stored.push(profile.id);
  const base = baseOf(config, store, provider, stored);
  const faults = new Map<string, Exclusion>();
  const known = base.ids === stored ? stored : [...new Set([...base.ids, ...stored])];
  for (const id of known) {
    const fault = faultOf(id, declaredProfiles(config), question);
    if (fault !== null) faults.set(id, fault);
  }
  const fits = (id: string): boolean => !faults.has(id);
  let ids: readonly string[] = faults.size === 0 ? base.ids : base.ids.filter(fits);
  // An order that was written down as empty selects none.
  const isForgotten = ids.length === 0 && base.ids.length > 0 && base.ids.every((id) => !store.profiles.has(id));
  const repairs = isForgotten && (listedIds(config, provider).length > 0 || (base.inStore && isNewer));
  if (repairs) ids = stored.filter(fits);
  const eligible = sorted([...new Set(ids)], base.explicit && !(repairs && isNewer), question);
  return { eligible, explicit: base.explicit, excluded: exclusions(known, eligible, base, faults) };
}

function baseOf(config: JsonObject, store: ProfileStore, provider: string, stored: readonly string[]): Base {
  const inStore = forProvider(store.order, provider);
  if (inStore !== undefined) return { ids: inStore, explicit: true, inStore: true, absence: 'not-in-order' };
  const inConfig = forProvider(writtenOrders(config), provider);
  if (Array.isArray(inConfig)) {
    return { ids: inConfig.map(trimmedText).filter((id) => id !== null), explicit: true, inStore: false, absence: 'not-in-order' };
  }
  const listed = listedIds(config, provider);
  return { ids: listed.length > 0 ? listed : stored, explicit: false, inStore: false, absence: 'not-listed' };
}

/** What `auth` of the config says, taken out of it once for a thousand agents. */
const writtenOrders = oncePer((config: JsonObject) => Object.entries(objectAt(config, 'auth', 'order')));
const declaredProfiles = oncePer((config: JsonObject) => objectAt(config, 'auth', 'profiles'));
const declaredProviders = oncePer((config: JsonObject) =>
  Object.entries(declaredProfiles(config)).map(([id, declared]) => [id, normaliseProvider(textAt(declared, 'provider') ?? '')] as const),
);

/** The ids that `auth.profiles` of the config gives the provider: a filter as soon as there is one (S16). */
function listedIds(config: JsonObject, provider: string): readonly string[] {
  return declaredProviders(config).flatMap(([id, named]) => (named === provider ? [id] : []));
}

/** @param declared `auth.profiles` of the config */
function faultOf(id: string, declared: JsonObject, { store, provider, version, now }: OrderQuestion): Exclusion | null {
  const profile = store.profiles.get(id);
  if (profile === undefined) return 'not-stored';
  if (normaliseProvider(profile.provider) !== provider) return 'provider-mismatch';
  const listed = valueAt(declared, id);
  if (listed !== undefined) {
    if (normaliseProvider(textAt(listed, 'provider') ?? '') !== provider) return 'provider-mismatch';
    const mode = textAt(listed, 'mode');
    if (mode !== profile.type && !(mode === 'oauth' && profile.type === 'token')) return 'mode-mismatch';
  }
  return credentialFault(profile, version, now);
}

function credentialFault(profile: StoredProfile, version: OpenClawVersion, now: number): Exclusion | null {
  if (profile.inactive) return 'inactive';
  if (profile.secret === null && profile.reference === null && !profile.refreshable) return 'blank';
  if (profile.type === 'token' && profile.endsOddly && supports(version, 'strict-expiry')) return 'odd-expiry';
  return profile.type === 'token' && profile.expires !== null && now >= profile.expires ? 'expired' : null;
}

/** What decides the place of a profile: the lower number first, one after the other. */
interface Place {
  readonly id: string;
  /** Epoch ms; 0 for one that is ready. */
  readonly until: number;
  readonly rank: number;
  readonly ended: 0 | 1;
  /** Epoch ms. */
  readonly lastUsed: number;
}

/** Ready ones first, by the written order or by type and least recent use; then the waiting ones, soonest first. */
function sorted(ids: readonly string[], explicit: boolean, question: OrderQuestion): readonly string[] {
  const places = ids.map((id) => placeOf(id, question));
  // What waits comes behind what is ready, which all have 0 as the end of their wait.
  return places.toSorted((a, b) => a.until - b.until || (explicit || a.until > 0 ? 0 : a.rank - b.rank || a.ended - b.ended || a.lastUsed - b.lastUsed)).map(({ id }) => id);
}

function placeOf(id: string, { store, version, model, now }: OrderQuestion): Place {
  const profile = store.profiles.get(id);
  const stats = store.usage.get(id);
  // In newer versions a login that has ended goes behind those that have not.
  const ended = profile?.type === 'oauth' && (profile.expires ?? Infinity) <= now && supports(version, 'own-profiles-first');
  return { id, until: waitingOf(stats, now, model)?.until ?? 0, rank: typeRank[profile?.type ?? 'api_key'], ended: ended ? 1 : 0, lastUsed: stats?.lastUsed ?? 0 };
}

function exclusions(
  ids: readonly string[],
  eligible: readonly string[],
  base: Base,
  faults: ReadonlyMap<string, Exclusion>,
): ReadonlyMap<string, Exclusion> {
  const excluded = new Map<string, Exclusion>();
  for (const id of ids) {
    if (eligible.includes(id)) continue;
    const fault = faults.get(id);
    // Activating it lists it too.
    excluded.set(id, fault !== undefined && (base.ids.includes(id) || fault === 'inactive') ? fault : base.absence);
  }
  return excluded;
}
