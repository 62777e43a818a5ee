import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import type { Snapshot, StoredProfile } from '../../openclaw/snapshot.ts';
import { effectiveConfig } from '../../rules/agents.ts';
import { credentialsFor } from '../../rules/candidates.ts';
import { withEdits } from '../../rules/changed-config.ts';
import { nearestName } from '../../rules/nearest-name.ts';
import { profileEffects } from '../../rules/profile-effects.ts';
import { anthropic, normaliseProvider } from '../../rules/provider-id.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { supports } from '../../rules/versions.ts';
import { valueAt } from '../../openclaw/json-object.ts';
import { isDatabaseLayout } from '../../openclaw/layout.ts';
import { planCacheEdits } from '../cache-edits.ts';
import type { FileChange } from '../change.ts';
import { planByProgram } from './by-program.ts';
import { withStores } from './after.ts';
import { clearCooldownEdits } from './clear-cooldown.ts';
import { copyEdits, refreshCopiesEdits } from './copy.ts';
import { orderClearEdits, orderSetEdits } from './order.ts';
import { refused, type EditsResult, type ProfileEdits } from './profile-edits.ts';
import type { ProfileFacts, ProfilePlan, ProfileRefusal, ProfileWarning, ProfileWish } from './profile-plan.ts';
import { removeEdits } from './remove.ts';
import { renameEdits } from './rename.ts';
import { rotateEdits } from './rotate.ts';
import { storeChanges } from './store-changes.ts';

export interface PlanOptions {
  /** Epoch ms. */
  readonly now: number;
  /** Go on although a running gateway may write its own copy of the stores back. */
  readonly force: boolean;
}

/**
 * Plans what a person wants done with stored credentials, as edits of the texts that were read and nothing else: after a
 * conflict read again and plan again. Looks ahead at what every agent would use afterwards.
 */
export function planProfile(facts: ProfileFacts, wish: ProfileWish, { now, force }: PlanOptions): ProfilePlan {
  const problem = firstProblem(facts, wish, force);
  if (problem !== null) return { state: 'refused', reason: problem };
  if (isDatabaseLayout(facts.snapshot.installation.layout)) return planByProgram(facts, wish, now);
  const result = editsOf(facts, wish, now);
  return result.ok ? planned(facts, wish, result.edits, now) : { state: 'refused', reason: result.reason };
}

function editsOf(facts: ProfileFacts, wish: ProfileWish, now: number): EditsResult {
  switch (wish.action) {
    case 'order-set':
      return orderSetEdits(facts, wish);
    case 'order-clear':
      return orderClearEdits(facts, wish);
    case 'rotate':
      return rotateEdits(facts, wish);
    case 'remove':
      return removeEdits(facts, wish);
    case 'rename':
      return renameEdits(facts, wish);
    case 'copy':
      return copyEdits(facts, wish);
    case 'refresh-copies':
      return refreshCopiesEdits(facts, wish);
    case 'activate':
      // Replacements came with the databases.
      return refused({ code: 'not-inactive', profileId: wish.profileId });
    case 'clear-cooldown':
      return clearCooldownEdits(facts, wish, now);
  }
}

function firstProblem({ snapshot, gateway }: ProfileFacts, wish: ProfileWish, force: boolean): ProfileRefusal | null {
  const { layout, version } = snapshot.installation;
  if (layout === 'unknown') return { code: 'layout', layout, wish };
  const { config } = snapshot;
  if (config.state === 'broken') return { code: 'config', reason: { code: 'broken-config', path: config.path, problem: config.problem } };
  for (const store of [snapshot.sharedStore, ...snapshot.agents.map((agent) => agent.store)]) {
    if (store.state === 'broken') return { code: 'broken-store', path: store.path, problem: store.problem };
  }
  const unknown = 'profileId' in wish && wish.profileId !== null ? profileProblem(snapshot, wish.profileId) : null;
  if (unknown !== null) return unknown;
  const isInTheWay = !isDatabaseLayout(layout) && gateway.state === 'listening' && supports(version, 'gateway-store-memory');
  return isInTheWay && !force ? { code: 'gateway', port: gateway.port } : null;
}

/** A profile of Anthropic that some store holds, or that the config lists. */
function profileProblem(snapshot: Snapshot, profileId: string): ProfileRefusal | null {
  const stored = [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)].flatMap((reading) => [...storeOf(reading).profiles.values()]);
  const found = stored.filter(({ id }) => id === profileId);
  const foreign = found.find(({ provider }) => normaliseProvider(provider) !== anthropic);
  if (foreign !== undefined) return { code: 'other-provider', profileId, provider: foreign.provider };
  const isListed = valueAt(effectiveConfig(snapshot.config), 'auth', 'profiles', profileId) !== undefined;
  if (found.length > 0 || isListed) return null;
  const known = anthropicIds(stored);
  return { code: 'unknown-profile', profileId, meant: nearestName(profileId, known), known };
}

function anthropicIds(profiles: readonly StoredProfile[]): readonly string[] {
  return [...new Set(profiles.filter(({ provider }) => normaliseProvider(provider) === anthropic).map(({ id }) => id))];
}

function planned(facts: ProfileFacts, wish: ProfileWish, edits: ProfileEdits, now: number): ProfilePlan {
  const stores = storeChanges(edits.stores);
  if (!stores.ok) return { state: 'refused', reason: stores.reason };
  const config = configChanges(facts, edits);
  if (config.state === 'refused') return config;
  const files = edits.first === 'stores' ? [...stores.files, ...config.files] : [...config.files, ...stores.files];
  const after = withStores(withEdits(facts.snapshot, edits.config), edits.stores, stores.files);
  const effects = profileEffects(facts.snapshot, after, now);
  const nothingLeft = effects.filter((effect) => effect.after === null && effect.backAt === null).map(({ agentId }) => agentId);
  const warnings: readonly ProfileWarning[] = [
    ...(nothingLeft.length === 0 ? [] : [{ code: 'nothing-left' as const, agentIds: nothingLeft }]),
    ...edits.warnings,
    ...stillUnused(after, wish, now),
    ...config.warnings,
    ...memoryWarning(facts, files),
  ];
  return { state: 'planned', change: { title: edits.title, files }, effects, warnings };
}

type ConfigChanges =
  | { readonly state: 'planned'; readonly files: readonly FileChange[]; readonly warnings: readonly ProfileWarning[] }
  | { readonly state: 'refused'; readonly reason: ProfileRefusal };

function configChanges(facts: ProfileFacts, { title, config }: { readonly title: ProfileEdits['title']; readonly config: readonly ConfigEdit[] }): ConfigChanges {
  if (config.length === 0) return { state: 'planned', files: [], warnings: [] };
  const plan = planCacheEdits(facts, title, config, []);
  if (plan.state === 'refused') return { state: 'refused', reason: { code: 'config', reason: plan.reason } };
  const warnings = plan.warnings.flatMap((warning): readonly ProfileWarning[] => (warning.code === 'gateway' ? [warning] : []));
  return { state: 'planned', files: plan.change.files, warnings };
}

/** A copy that OpenClaw would not try is worth a word. */
function stillUnused(after: Snapshot, wish: ProfileWish, now: number): readonly ProfileWarning[] {
  const agent = wish.action === 'copy' ? after.agents.find(({ id }) => id === wish.to) : undefined;
  if (wish.action !== 'copy' || agent === undefined) return [];
  const { profileId } = wish;
  const candidate = credentialsFor(after, agent, now).candidates.find(({ source }) => source.from === 'profile' && source.profileId === profileId);
  return candidate?.standing.state === 'unusable' ? [{ code: 'stays-unused', profileId, agentId: agent.id, because: candidate.standing.because }] : [];
}

function memoryWarning({ snapshot, gateway }: ProfileFacts, files: readonly FileChange[]): readonly ProfileWarning[] {
  const touchesStore = files.some(({ kind, changes }) => kind === 'auth-store' && changes);
  const isKept = supports(snapshot.installation.version, 'gateway-store-memory');
  return touchesStore && isKept && gateway.state === 'listening' ? [{ code: 'gateway-memory', port: gateway.port }] : [];
}
