import { activateArguments, clearOrderArguments, logoutArguments, orderArguments, pasteArguments } from '../../openclaw-program/auth-commands.ts';
import type { ProgramFacts } from '../../openclaw-program/program-facts.ts';
import { valueAt } from '../../openclaw/json-object.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import { waitingOf } from '../../rules/cooldown.ts';
import { profileEffects } from '../../rules/profile-effects.ts';
import { anthropic, forProvider } from '../../rules/provider-id.ts';
import { effectiveStore, storeOf, usesSharedStore } from '../../rules/store-merge.ts';
import { isProven } from '../../rules/store-proof.ts';
import { firstVersionWith, supports } from '../../rules/versions.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import type { CommandStep } from '../change.ts';
import { mainAgent, stepsOf } from '../save-by-program.ts';
import { afterWish } from './after-wish.ts';
import { hasCommand } from './obstacle.ts';
import { orderProblem } from './order.ts';
import type { ProfileFacts, ProfilePlan, ProfileRefusal, ProfileWarning, ProfileWish } from './profile-plan.ts';
import { leftNames } from './references.ts';

/** What OpenClaw has a command for. */
type AskedWish = Extract<ProfileWish, { readonly action: 'order-set' | 'order-clear' | 'rotate' | 'remove' | 'activate' }>;

/**
 * Plans a wish in a database layout, which OpenClaw alone writes: as its own commands, each with what must stand in the
 * stores afterwards. What it has no command for is refused, with the steps that are safe.
 *
 * @param now epoch ms
 */
export function planByProgram(facts: ProfileFacts, wish: ProfileWish, now: number): ProfilePlan {
  const { snapshot, program } = facts;
  const { layout } = snapshot.installation;
  if (program === undefined || !isAsked(wish, snapshot)) return { state: 'refused', reason: { code: 'layout', layout, wish } };
  const problem = problemOf(snapshot, wish, program);
  if (problem !== null) return { state: 'refused', reason: problem };
  const commands = commandsFor(snapshot, wish, program, now).filter(({ proof }) => !isProven(proof, snapshot));
  const effects = profileEffects(snapshot, afterWish(snapshot, wish), now);
  const nothingLeft = effects.filter(({ after, backAt }) => after === null && backAt === null).map(({ agentId }) => agentId);
  const warnings: readonly ProfileWarning[] = [...(nothingLeft.length === 0 ? [] : [{ code: 'nothing-left' as const, agentIds: nothingLeft }]), ...warningsOf(facts, wish, now), { code: 'by-openclaw' }];
  return { state: 'planned', change: { title: titleOf(wish), files: [], ...(commands.length === 0 ? {} : { commands }) }, effects, warnings: commands.length === 0 ? [] : warnings };
}

function isAsked(wish: ProfileWish, { installation }: Snapshot): wish is AskedWish {
  return hasCommand(installation, wish.action);
}

function problemOf(snapshot: Snapshot, wish: AskedWish, { problem }: ProgramFacts): ProfileRefusal | null {
  if (problem !== null) return { code: 'program', problem, wish };
  switch (wish.action) {
    case 'order-set':
      return orderProblem(snapshot, wish) ?? inheritedInOrder(snapshot, wish);
    case 'order-clear':
      return snapshot.agents.some(({ id }) => id === wish.agentId) ? null : { code: 'unknown-agent', agentId: wish.agentId };
    case 'rotate':
      return rotationProblem(snapshot, wish);
    case 'remove':
      return null;
    case 'activate':
      return activationProblem(snapshot, wish);
  }
}

function activationProblem(snapshot: Snapshot, { agentId, profileId }: Extract<AskedWish, { readonly action: 'activate' }>): ProfileRefusal | null {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  if (agent === undefined) return { code: 'unknown-agent', agentId };
  const profile = effectiveStore(snapshot, agent).profiles.get(profileId);
  if (profile === undefined) return { code: 'not-there', profileId, agentId };
  return profile.inactive ? null : { code: 'not-inactive', profileId };
}

function inheritedInOrder(snapshot: Snapshot, { agentId, profileIds }: Extract<AskedWish, { readonly action: 'order-set' }>): ProfileRefusal | null {
  if (supports(snapshot.installation.version, 'inherited-in-order')) return null;
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  const inherited = agent === undefined ? [] : profileIds.filter((id) => !storeOf(agent.store).profiles.has(id));
  return inherited.length === 0 ? null : { code: 'inherited-in-order', agentId, profileIds: inherited, firstVersion: firstVersionWith('inherited-in-order') };
}

function rotationProblem(snapshot: Snapshot, { profileId, credential }: Extract<AskedWish, { readonly action: 'rotate' }>): ProfileRefusal | null {
  const stored = [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)].flatMap((reading) => storeOf(reading).profiles.get(profileId) ?? []);
  for (const { type, reference } of stored) {
    if (type === 'oauth') return { code: 'oauth', profileId };
    if (reference !== null) return { code: 'reference', profileId, reference };
    if (type !== credential.type) return { code: 'other-secret-type', profileId, stored: type, given: credential.type };
  }
  return null;
}

function commandsFor(snapshot: Snapshot, wish: AskedWish, program: ProgramFacts, now: number): readonly CommandStep[] {
  const step = stepsOf(snapshot, program);
  switch (wish.action) {
    case 'order-set': {
      const { agentId, profileIds } = wish;
      return [step(orderArguments(agentId, profileIds), { kind: 'ordered', agentId, profileIds }, null)];
    }
    case 'order-clear':
      return [step(clearOrderArguments(wish.agentId), clearedProof(snapshot, wish.agentId), null)];
    case 'rotate': {
      const { profileId, credential } = wish;
      const expires = credential.type === 'token' ? credential.expires : null;
      const lifetimeMs = expires === null ? null : expires - now;
      return holders(snapshot, profileId).map((agentId) =>
        step(pasteArguments({ agentId, profileId }, credential.type, lifetimeMs), { kind: 'saved', agentId, profileId, type: credential.type, secret: credential.secret, expires }, credential.secret),
      );
    }
    case 'activate':
      return [step(activateArguments(wish), { kind: 'active', agentId: wish.agentId, profileId: wish.profileId }, null)];
    case 'remove': {
      const { profileId } = wish;
      // An agent's own copy first: with it gone, what is read is the shared one.
      return holders(snapshot, profileId).toReversed().map((agentId) => step(logoutArguments({ agentId, profileId }), goneProof(snapshot, agentId, profileId), null));
    }
  }
}

/** An agent that inherits an order shows that one again when its own is gone. */
function clearedProof(snapshot: Snapshot, agentId: string): CommandStep['proof'] {
  const agent = snapshot.agents.find(({ id }) => id === agentId);
  const shared = forProvider(storeOf(snapshot.sharedStore).order, anthropic);
  const inherits = agent !== undefined && !usesSharedStore(snapshot, agent) && agentId !== mainAgent(snapshot) && shared !== undefined;
  return inherits ? { kind: 'ordered', agentId, profileIds: shared } : { kind: 'unordered', agentId };
}

/** What the others inherit shows through where an agent's own copy is gone. */
function goneProof(snapshot: Snapshot, agentId: string, profileId: string): CommandStep['proof'] {
  return { kind: agentId === mainAgent(snapshot) ? 'gone' : 'not-own', agentId, profileId };
}

/** The agents through which every store that holds the profile is reached, the one of the shared store first. */
function holders(snapshot: Snapshot, profileId: string): readonly string[] {
  const main = mainAgent(snapshot);
  const isShared = storeOf(snapshot.sharedStore).profiles.has(profileId);
  const own = snapshot.agents.filter((agent) => agent.id !== main && !usesSharedStore(snapshot, agent) && storeOf(agent.store).profiles.has(profileId));
  return [...(isShared ? [main] : []), ...own.map(({ id }) => id)];
}

function warningsOf(facts: ProfileFacts, wish: AskedWish, now: number): readonly ProfileWarning[] {
  const { snapshot } = facts;
  switch (wish.action) {
    case 'order-set':
    case 'order-clear':
      return [];
    case 'activate':
      return [{ code: 'tested-first', profileId: wish.profileId, agentId: wish.agentId }];
    case 'remove': {
      const type = [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)].flatMap((reading) => storeOf(reading).profiles.get(wish.profileId)?.type ?? [])[0];
      return [...leftNames(facts, wish.profileId), ...(type === undefined ? [] : [{ code: 'not-revoked' as const, type }])];
    }
    case 'rotate': {
      const { profileId } = wish;
      const order = valueAt(effectiveConfig(snapshot.config), 'auth', 'order', anthropic);
      const moves = Array.isArray(order) && order[0] !== profileId;
      const wait = waitingOf(storeOf(snapshot.sharedStore).usage.get(profileId), now);
      return [
        ...(wait === null ? [] : [{ code: 'wait-stays' as const, profileId, until: wait.until, reason: wait.reason, model: wait.model }]),
        ...(moves ? [{ code: 'moves-first' as const, profileId }] : []),
      ];
    }
  }
}

function titleOf(wish: AskedWish): SafeText {
  switch (wish.action) {
    case 'order-set':
      return profileTitle.orderSet(safeText(wish.agentId));
    case 'order-clear':
      return profileTitle.orderClear(safeText(wish.agentId));
    case 'rotate':
      return profileTitle.rotate(safeText(wish.profileId));
    case 'remove':
      return profileTitle.remove(safeText(wish.profileId));
    case 'activate':
      return profileTitle.activate(safeText(wish.profileId), safeText(wish.agentId));
  }
}
