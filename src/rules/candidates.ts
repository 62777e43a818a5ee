import type { Agent, CredentialVariable, ProfileStore, Snapshot, StoredProfile } from '../openclaw/snapshot.ts';
import type { Secret } from '../terminal/secret.ts';
import { effectiveConfig } from './agents.ts';
import type { Candidate, CandidateSource, Standing } from './candidate.ts';
import { waitingOf, type Waiting } from './cooldown.ts';
import { oncePer } from './once-per.ts';
import { profileOrder, type Exclusion, type ProfileOrder } from './profile-order.ts';
import { anthropic } from './provider-id.ts';
import { storeBlock, type StoreBlock } from './store-block.ts';
import { triedWhileWaiting, type WaitingCandidate } from './while-waiting.ts';
import { effectiveStore, inlineKeyId, isHidden, pathOf, storeOf, usesSharedStore } from './store-merge.ts';

export interface AgentCredentials {
  readonly agent: Agent;
  /** What OpenClaw uses for the agent: the shared store merged under its own. */
  readonly store: ProfileStore;
  /** In the order in which OpenClaw tries them, then the rest with the reason they are out. */
  readonly candidates: readonly Candidate[];
  /** Null when OpenClaw has nothing to use now. */
  readonly chosen: Candidate | null;
  /** The one that it tries although it waits, because none is ready; null when it waits, or need not. */
  readonly probed: WaitingCandidate | null;
  /** True when a store behind the agent could not be read here: OpenClaw may have more. */
  readonly hidden: boolean;
  /** What stops OpenClaw from using any of them; null when nothing does. */
  readonly block: StoreBlock | null;
  /** True when profiles of one type take turns: nobody wrote an order down, and the model asks for none of them. */
  readonly takesTurns: boolean;
}

/**
 * The profiles that take turns with the chosen one, itself included: without a written order OpenClaw goes to the one of
 * its type that was used longest ago (2026.2.24, section 3.6). Empty when it stands alone.
 */
export function turnsOf({ candidates, chosen, takesTurns }: AgentCredentials): readonly string[] {
  if (!takesTurns || chosen?.source.from !== 'profile') return [];
  const peers = candidates.filter(({ type, standing }) => type === chosen.type && (standing.state === 'chosen' || standing.state === 'next'));
  return peers.length < 2 ? [] : peers.flatMap(({ source }) => (source.from === 'profile' ? [source.profileId] : []));
}

/** The name that stands for the provider key where a variable has its own name. */
const providerKeyName = 'models.providers.anthropic.apiKey';

/**
 * What OpenClaw tries for Anthropic when that agent runs (2026.2.24, sections 3.6 and 10), without what a session pins.
 * Variables and the provider key count only when no profile is eligible: one that waits still keeps them out.
 *
 * @param now epoch ms.
 */
export function credentialsFor(snapshot: Snapshot, agent: Agent, now: number): AgentCredentials {
  const store = effectiveStore(snapshot, agent);
  const model = agent.model.provider === anthropic ? agent.model.modelId : null;
  const { version } = snapshot.installation;
  const order = profileOrder({ config: effectiveConfig(snapshot.config), version, store, provider: anthropic, model, now });
  const candidateOf = (id: string, standing: Standing): Candidate => profileCandidate(snapshot, agent, store.profiles.get(id), id, standing);
  const pinned = model === null ? null : agent.model.pinned;
  const eligible = pinnedFirst(order, pinned);
  const tried = choose(eligible.map((id) => candidateOf(id, profileStanding(id, store, model, now))));
  const [blocking] = eligible;
  const used = tried.find(({ standing }) => standing.state === 'chosen')?.source;
  const shadow = used?.from === 'profile' ? used.profileId : (blocking ?? null);
  const inline = waitingOf(store.usage.get(inlineKeyId(anthropic)), now, model);
  const sources = sourceCandidates(snapshot, shadow).map((candidate) => held(candidate, inline));
  const hidden = isHidden(snapshot.sharedStore) || isHidden(agent.store);
  const reasonOf = (id: string, because: Exclusion): Exclusion => {
    if (because !== 'not-stored') return because;
    if (hidden) return 'not-read';
    // An order in the config is for all agents, and can name what one of them keeps for itself.
    return ownProfileIds(snapshot).has(id) ? 'other-agent' : because;
  };
  const excluded = [...order.excluded].filter(([id]) => !eligible.includes(id)).map(([id, because]) => candidateOf(id, { state: 'unusable', because: reasonOf(id, because) }));
  const block = storeBlock(snapshot, agent);
  const missesPinned = pinned !== null && !eligible.includes(pinned);
  const stands = hidden ? undecided : missesPinned ? notPinned : null;
  const all = [...tried, ...sources, ...excluded];
  const known = stands === null ? all : all.map(stands);
  const candidates = block === null ? known : known.map((candidate) => blocked(candidate, block));
  const chosen = candidates.find(({ standing }) => standing.state === 'chosen') ?? null;
  return { agent, store, candidates, chosen, probed: hidden ? null : triedWhileWaiting(candidates, version), hidden, block, takesTurns: !order.explicit && pinned === null };
}

/** What any of the agents keeps in its own store. */
const ownProfileIds = oncePer(({ agents }: Snapshot): ReadonlySet<string> => new Set(agents.flatMap(({ store }) => [...storeOf(store).profiles.keys()])));

/** A variable or the provider key that failed waits under an id of its own (2026.9.6, section 1.3). */
function held(candidate: Candidate, waiting: Waiting | null): Candidate {
  return waiting === null || candidate.standing.state !== 'chosen' ? candidate : { ...candidate, standing: { state: 'waiting', ...waiting } };
}

/** What could not be read may hold a profile that comes first. */
function undecided(candidate: Candidate): Candidate {
  return candidate.standing.state === 'chosen' ? { ...candidate, standing: { state: 'undecided' } } : candidate;
}

/** What keeps a profile out of the order says nothing about one that is asked for by name (2026.9.6, run). */
const outOfOrder: ReadonlySet<Exclusion | undefined> = new Set(['not-in-order', 'not-listed']);

/** The profile that the model asks for comes first. */
function pinnedFirst({ eligible, excluded }: ProfileOrder, pinned: string | null): readonly string[] {
  if (pinned === null || (!eligible.includes(pinned) && !outOfOrder.has(excluded.get(pinned)))) return eligible;
  return [pinned, ...eligible.filter((id) => id !== pinned)];
}

/** OpenClaw stops when the profile that the model asks for is unavailable (2026.9.6, run). */
function notPinned(candidate: Candidate): Candidate {
  return candidate.standing.state === 'unusable' ? candidate : { ...candidate, standing: { state: 'unusable', because: 'not-pinned' } };
}

/** What is out anyway keeps its own reason. */
function blocked(candidate: Candidate, { because }: StoreBlock): Candidate {
  return candidate.standing.state === 'unusable' ? candidate : { ...candidate, standing: { state: 'unusable', because } };
}

function profileStanding(id: string, store: ProfileStore, model: string | null, now: number): Standing {
  const waiting = waitingOf(store.usage.get(id), now, model);
  if (waiting !== null) return { state: 'waiting', ...waiting };
  const profile = store.profiles.get(id);
  if (profile?.reference?.found === false) return { state: 'unusable', because: 'unresolved' };
  const expired = profile?.type === 'oauth' && profile.expires !== null && now >= profile.expires;
  return expired && !profile.refreshable ? { state: 'unusable', because: 'no-refresh' } : { state: 'next' };
}

/** Makes the first that is ready the chosen one. */
function choose(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.findIndex(({ standing }) => standing.state === 'next');
  return candidates.map((candidate, index) => (index === first ? { ...candidate, standing: { state: 'chosen' } } : candidate));
}

function profileCandidate(
  snapshot: Snapshot,
  agent: Agent,
  profile: StoredProfile | undefined,
  profileId: string,
  standing: Standing,
): Candidate {
  const inOwn = !usesSharedStore(snapshot, agent) && storeOf(agent.store).profiles.has(profileId);
  const source: CandidateSource = { from: 'profile', profileId, path: pathOf(inOwn ? agent.store : snapshot.sharedStore) };
  return { source, type: profile?.type ?? null, secret: profile?.secret ?? null, reference: profile?.reference ?? null, expires: profile?.expires ?? null, displayName: profile?.displayName ?? null, standing };
}

/** Variables, then the provider key. `shadow` is the profile that keeps them all out, or null. */
function sourceCandidates(snapshot: Snapshot, shadow: string | null): readonly Candidate[] {
  const named = [...snapshot.variables.map(variableCandidate), ...providerKeyCandidate(snapshot)];
  const winner = named.find(({ effective }) => effective)?.name ?? null;
  let decided = shadow !== null;
  return named.map(({ candidate, name, effective }): Candidate => {
    if (effective && !decided) {
      decided = true;
      return { ...candidate, standing: { state: 'chosen' } };
    }
    const by = shadow ?? (effective ? winner : name) ?? name;
    return { ...candidate, standing: { state: 'shadowed', by } };
  });
}

interface NamedCandidate {
  readonly candidate: Candidate;
  readonly name: string;
  /** False when a stronger place sets the same name. */
  readonly effective: boolean;
}

function variableCandidate({ name, origin, path, secret, effective }: CredentialVariable): NamedCandidate {
  return { candidate: sourceCandidate({ from: 'variable', name, origin, path }, secret), name, effective };
}

function providerKeyCandidate({ providerKey, config }: Snapshot): readonly NamedCandidate[] {
  if (providerKey === null) return [];
  const path = config.state === 'read' ? config.image.path : config.path;
  return [{ candidate: sourceCandidate({ from: 'provider-key', path }, providerKey), name: providerKeyName, effective: true }];
}

function sourceCandidate(source: CandidateSource, secret: Secret): Candidate {
  return { source, type: null, secret, reference: null, expires: null, displayName: null, standing: { state: 'next' } };
}
