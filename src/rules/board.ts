import type { Agent, ProfileType, SecretReference, Snapshot, UsageStats } from '../openclaw/snapshot.ts';
import type { Secret } from '../terminal/secret.ts';
import type { CredentialGroup } from './agent-credentials.ts';
import { attentionOf, type Attention } from './attention.ts';
import type { Candidate, CandidateSource, Standing } from './candidate.ts';
import { currentStats } from './cooldown.ts';
import { anthropic } from './provider-id.ts';
import { inlineKeyId, storeOf, usesSharedStore } from './store-merge.ts';

/** What one credential is for some of the agents. */
export interface GroupStanding {
  readonly agents: readonly Agent[];
  readonly standing: Standing;
}

/** One credential at one place: a profile of a store, a variable, or the provider key. */
export interface BoardEntry {
  /** The same at every reading. */
  readonly key: string;
  readonly source: CandidateSource;
  /** The agent in whose own store it lies; null for what all agents can reach. */
  readonly owner: string | null;
  readonly type: ProfileType | null;
  readonly secret: Secret | null;
  readonly reference: SecretReference | null;
  readonly displayName: string | null;
  /** Epoch ms. */
  readonly expires: number | null;
  /** The standing that asks for most: waiting for any agent comes before being used by another. */
  readonly standing: Standing;
  readonly standings: readonly GroupStanding[];
  /** Ids of the agents that use it now. */
  readonly usedBy: readonly string[];
  /** How many agents could use it. */
  readonly reach: number;
  /** As OpenClaw sees them now, for the agents of `standing`; null when nothing is recorded. */
  readonly stats: UsageStats | null;
  readonly attention: Attention;
}

const standingRank: Readonly<Record<Standing['state'], number>> = { waiting: 0, chosen: 1, next: 2, undecided: 2, unusable: 3, shadowed: 4 };

interface Found extends GroupStanding {
  readonly candidate: Candidate;
  readonly stats: UsageStats | null;
}

/**
 * Every Anthropic credential that any agent can reach, each once, in the order in which OpenClaw tries them.
 *
 * @param now epoch ms
 */
export function boardEntries(snapshot: Snapshot, groups: readonly CredentialGroup[], now: number): readonly BoardEntry[] {
  const found = new Map<string, Found[]>();
  const stored = storedIds(snapshot);
  for (const { agents, credentials } of groups) {
    for (const candidate of credentials.candidates) {
      // What the config declares for all and one agent keeps for itself is missing nowhere.
      if (isNotStored(candidate) && candidate.source.from === 'profile' && stored.has(candidate.source.profileId)) continue;
      const key = entryKey(candidate.source);
      const one = { agents, standing: candidate.standing, candidate, stats: statsOf(snapshot, agents, candidate.source, now) };
      const known = found.get(key);
      if (known === undefined) found.set(key, [one]);
      else known.push(one);
    }
  }
  const owners = ownersOf(snapshot);
  return [...found].flatMap(([key, standings]) => entryOf(key, standings, owners, now));
}

/** Stable over readings, and another one for two stores that hold the same profile id. */
export function entryKey(source: CandidateSource): string {
  switch (source.from) {
    case 'profile':
      return `profile ${source.profileId} ${source.path}`;
    case 'variable':
      return `variable ${source.name} ${source.origin} ${source.path ?? ''}`;
    case 'provider-key':
      return 'provider-key';
  }
}

function entryOf(key: string, found: readonly Found[], owners: ReadonlyMap<string, string>, now: number): readonly BoardEntry[] {
  const [first] = found.toSorted((a, b) => compareStandings(a.standing, b.standing));
  if (first === undefined) return [];
  const { candidate, standing, stats } = first;
  const { source, type, secret, reference, displayName, expires } = candidate;
  return [
    {
      key,
      source,
      owner: source.from === 'profile' ? (owners.get(source.path) ?? null) : null,
      type,
      secret,
      reference,
      displayName,
      expires,
      standing,
      standings: found.map((one) => ({ agents: one.agents, standing: one.standing })),
      usedBy: found.flatMap((one) => (one.standing.state === 'chosen' ? one.agents.filter(usesAnthropic).map(({ id }) => id) : [])),
      reach: found.reduce((sum, { agents }) => sum + agents.length, 0),
      stats,
      attention: attentionOf(standing, { type, expires }, now),
    },
  ];
}

/** An agent with another provider's model never gets to the credential that would be its first. */
function usesAnthropic(agent: Agent): boolean {
  return agent.model.provider === 'anthropic';
}

/** The one that asks for most first; of two that wait, the one that waits longer. */
function compareStandings(a: Standing, b: Standing): number {
  if (a.state === 'waiting' && b.state === 'waiting') return b.until - a.until;
  return standingRank[a.state] - standingRank[b.state];
}

/** Each stats record is taken whole, an agent's own before main's (2026.2.24, section 2.4). */
function statsOf(snapshot: Snapshot, agents: readonly Agent[], source: CandidateSource, now: number): UsageStats | null {
  const [agent] = agents;
  if (agent === undefined) return null;
  const id = source.from === 'profile' ? source.profileId : inlineKeyId(anthropic);
  const own = usesSharedStore(snapshot, agent) ? undefined : storeOf(agent.store).usage.get(id);
  const stats = own ?? storeOf(snapshot.sharedStore).usage.get(id);
  return stats === undefined ? null : currentStats(stats, now, snapshot.installation.version);
}

function isNotStored({ standing }: Candidate): boolean {
  return standing.state === 'unusable' && (standing.because === 'not-stored' || standing.because === 'other-agent');
}

/** Ids that any store holds. */
function storedIds({ sharedStore, agents }: Snapshot): ReadonlySet<string> {
  return new Set([sharedStore, ...agents.map(({ store }) => store)].flatMap((reading) => [...storeOf(reading).profiles.keys()]));
}

/** Path of an agent's own store to the agent's id. */
function ownersOf(snapshot: Snapshot): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const agent of snapshot.agents) {
    if (agent.store.state === 'read' && !usesSharedStore(snapshot, agent)) owners.set(agent.store.path, agent.id);
  }
  return owners;
}
