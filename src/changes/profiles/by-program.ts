import { clearOrderArguments, logoutArguments, orderArguments } from '../../openclaw-program/auth-commands.ts';
import type { ProgramFacts } from '../../openclaw-program/program-facts.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { storeOf, usesSharedStore } from '../../rules/store-merge.ts';
import { supports } from '../../rules/versions.ts';
import { mainAgent } from '../save-by-program.ts';
import { isProven, type StoreProof } from '../../rules/store-proof.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import type { Change, CommandStep } from '../change.ts';
import type { ProfileWish } from './profile-plan.ts';

/**
 * What OpenClaw's own commands can do to the stored credentials of a database layout: set and clear an order, and remove
 * a profile. Null for a wish that has no command, and where the installed program is not asked.
 */
export function profileCommands(snapshot: Snapshot, wish: ProfileWish, program: ProgramFacts): Change | null {
  const found = program.problem === null ? stepsOf(snapshot, wish) : null;
  if (found === null) return null;
  const commands = found.steps.map(([argv, proof]): CommandStep => ({
    program: program.reading.first?.path ?? 'openclaw',
    argv,
    secret: null,
    environment: program.environment,
    workingDirectory: snapshot.installation.stateDir.path,
    proof,
  }));
  return { title: found.title, files: [], commands: commands.filter(({ proof }) => !isProven(proof, snapshot)) };
}

/** One logout for each store that holds it: an agent's own first, because what it inherits shows through afterwards. */
function removal(snapshot: Snapshot, profileId: string): Found | null {
  if (!supports(snapshot.installation.version, 'logout-command')) return null;
  const holders = snapshot.agents.filter((agent) => agent.id !== mainAgent(snapshot) && !usesSharedStore(snapshot, agent) && storeOf(agent.store).profiles.has(profileId));
  const own = holders.map(({ id }): Step => [logoutArguments({ agentId: id, profileId }), { kind: 'not-own', agentId: id, profileId }]);
  const agentId = mainAgent(snapshot);
  const shared: readonly Step[] = storeOf(snapshot.sharedStore).profiles.has(profileId) ? [[logoutArguments({ agentId, profileId }), { kind: 'gone', agentId, profileId }]] : [];
  return { title: profileTitle.remove(safeText(profileId)), steps: [...own, ...shared] };
}

interface Found {
  readonly title: SafeText;
  readonly steps: readonly Step[];
}

type Step = readonly [argv: readonly string[], proof: StoreProof];

function stepsOf(snapshot: Snapshot, wish: ProfileWish): Found | null {
  switch (wish.action) {
    case 'order-set': {
      const { agentId, profileIds } = wish;
      return { title: profileTitle.orderSet(safeText(agentId)), steps: [[orderArguments(agentId, profileIds), { kind: 'ordered', agentId, profileIds }]] };
    }
    case 'order-clear': {
      const { agentId } = wish;
      return { title: profileTitle.orderClear(safeText(agentId)), steps: [[clearOrderArguments(agentId), { kind: 'unordered', agentId }]] };
    }
    case 'remove':
      return removal(snapshot, wish.profileId);
    default:
      return null;
  }
}
