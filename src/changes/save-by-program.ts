import { orderArguments, pasteArguments } from '../openclaw-program/auth-commands.ts';
import type { ProgramFacts } from '../openclaw-program/program-facts.ts';
import type { Agent, Snapshot } from '../openclaw/snapshot.ts';
import { anthropic, forProvider } from '../rules/provider-id.ts';
import { effectiveStore, storeOf, usesSharedStore } from '../rules/store-merge.ts';
import { isProven, type StoreProof } from '../rules/store-proof.ts';
import { supports } from '../rules/versions.ts';
import type { CommandStep } from './change.ts';
import type { RefusalReason, SaveCredentialWish } from './save-plan.ts';

/**
 * The commands of OpenClaw that save a credential in a database layout: one for each store that must hold it, then the
 * orders that would leave it out. What stands there already is not saved again, so that a plan made anew after a
 * conflict asks for the rest only.
 *
 * @param now epoch ms
 */
export function saveCommands(snapshot: Snapshot, wish: SaveCredentialWish, agents: readonly Agent[], program: ProgramFacts, now: number): readonly CommandStep[] {
  const step = stepsOf(snapshot, program);
  const { profileId, credential } = wish;
  const lifetimeMs = lifetimeOf(wish, now);
  const saving = holders(snapshot, wish, agents).map((agentId) => {
    const argv = pasteArguments({ agentId, profileId }, credential.type, lifetimeMs);
    return step(argv, { kind: 'saved', agentId, profileId, type: credential.type, secret: credential.secret, expires: credential.type === 'token' ? credential.expires : null }, credential.secret);
  });
  const ordering = agents.flatMap((agent) => {
    const profileIds = needsNoOrder(snapshot, wish, agent) ? null : orderWith(snapshot, agent, profileId);
    return profileIds === null ? [] : [step(orderArguments(agent.id, profileIds), { kind: 'ordered', agentId: agent.id, profileIds }, null)];
  });
  return [...saving, ...ordering].filter(({ proof }) => !isProven(proof, snapshot));
}

/** Makes steps of the installed OpenClaw, started where and as it is for this installation. */
export function stepsOf({ installation }: Snapshot, { reading, environment }: ProgramFacts): (argv: readonly string[], proof: StoreProof, secret: CommandStep['secret']) => CommandStep {
  const program = reading.first?.path ?? 'openclaw';
  return (argv, proof, secret) => ({ program, argv, secret, environment, workingDirectory: installation.stateDir.path, proof });
}

/** Why OpenClaw cannot be asked, with the commands for a person to run; null when it can. */
export function programRefusal(snapshot: Snapshot, wish: SaveCredentialWish, agents: readonly Agent[], { problem }: ProgramFacts, now: number): RefusalReason | null {
  if (problem === null) return null;
  const { profileId, credential } = wish;
  const commands = holders(snapshot, wish, agents).map((agentId) => pasteArguments({ agentId, profileId }, credential.type, lifetimeOf(wish, now)));
  return { code: 'program', problem, commands };
}

function lifetimeOf({ credential }: SaveCredentialWish, now: number): number | null {
  return credential.type === 'token' && credential.expires !== null ? credential.expires - now : null;
}

/** The agents whose store must hold the credential; what OpenClaw saves for the main agent is inherited by all. */
function holders(snapshot: Snapshot, wish: SaveCredentialWish, agents: readonly Agent[]): readonly string[] {
  if (wish.agentIds !== 'all') return agents.map(({ id }) => id);
  const main = mainAgent(snapshot);
  const copies = agents.filter((agent) => agent.id !== main && !usesSharedStore(snapshot, agent) && storeOf(agent.store).profiles.has(wish.profileId));
  return [main, ...copies.map(({ id }) => id)];
}

/** The agent whose commands write the store that all inherit: main, else the default one. */
export function mainAgent({ agents }: Snapshot): string {
  const main = agents.find(({ id }) => id === 'main') ?? agents.find(({ isDefault }) => isDefault) ?? agents[0];
  return main?.id ?? 'main';
}

/**
 * Where an agent has no order of its own: what it keeps itself comes before the order that it inherits, and in 2026.7 that
 * is main's, which is written for main (2026.7.1, run).
 */
function needsNoOrder(snapshot: Snapshot, wish: SaveCredentialWish, agent: Agent): boolean {
  const { version } = snapshot.installation;
  const inherits = !usesSharedStore(snapshot, agent) && forProvider(storeOf(agent.store).order, anthropic) === undefined;
  return inherits && (wish.agentIds === 'all' ? agent.id !== mainAgent(snapshot) && !supports(version, 'inherited-in-order') : supports(version, 'own-profiles-first'));
}

/** The stored order with the profile first, when it lacks it: OpenClaw tries only what an order names. */
function orderWith(snapshot: Snapshot, agent: Agent, profileId: string): readonly string[] | null {
  const order = forProvider(effectiveStore(snapshot, agent).order, anthropic) ?? [];
  return order.length === 0 || order.includes(profileId) ? null : [profileId, ...order];
}
