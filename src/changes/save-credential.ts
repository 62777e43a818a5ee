import type { Layout } from '../openclaw/installation.ts';
import type { Agent, ProfileType, ReadProblem, Snapshot } from '../openclaw/snapshot.ts';
import { safeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import { saveTitle } from '../words/en/changes.ts';
import type { Change, FileChange } from './change.ts';
import { findOtherType } from './save-credential-clash.ts';
import { planConfig } from './save-credential-config.ts';
import { planStore, storeTargets } from './save-credential-store.ts';
import { findWarnings } from './save-credential-warnings.ts';

/** What the person wants to save, and for whom. */
export interface SaveCredentialWish {
  /** `all` means the main store, which every agent inherits, and every own copy that would win over it. */
  readonly agentIds: 'all' | readonly string[];
  readonly profileId: string;
  readonly credential:
    | { readonly type: 'api_key'; readonly secret: Secret }
    /** `expires` in epoch ms. */
    | { readonly type: 'token'; readonly secret: Secret; readonly expires: number | null };
  /** `provider/model` for `agents.defaults.model`, or null to leave it. */
  readonly defaultModel: string | null;
}

export type PlanWarning =
  /** Profiles that OpenClaw tries today and will not once `auth.profiles` lists only others (S16). */
  | { readonly code: 'unlisted-profiles'; readonly profileIds: readonly string[] }
  /** The profile waits until `until` (epoch ms); saving does not end that (S12). */
  | { readonly code: 'cooldown-stays'; readonly profileId: string; readonly until: number }
  /** `auth.*` in the config changes, so a running gateway restarts (S17). */
  | { readonly code: 'gateway-restart' }
  /** A symlink leads out of the state directory into a git work tree, where the credential could be committed. */
  | { readonly code: 'git-work-tree'; readonly path: string; readonly workTree: string }
  /** A variable that OpenClaw uses today and will not once a profile is eligible (section 10). */
  | { readonly code: 'variable-ignored'; readonly name: 'ANTHROPIC_OAUTH_TOKEN' | 'ANTHROPIC_API_KEY' };

export type RefusalReason =
  /** This layout is written by OpenClaw alone. */
  | { readonly code: 'layout'; readonly layout: Layout }
  | { readonly code: 'broken-store'; readonly path: string; readonly problem: ReadProblem }
  | { readonly code: 'broken-config'; readonly path: string; readonly problem: ReadProblem }
  /** `at` is set in a file that the config includes; `files` are the included files, as far as they are known. */
  | { readonly code: 'include'; readonly path: string; readonly files: readonly string[]; readonly at: readonly string[] }
  /** The id belongs to a credential of another kind. `path` is the file that says so. */
  | { readonly code: 'other-type'; readonly path: string; readonly profileId: string; readonly found: ProfileType | 'other'; readonly proposedId: string }
  /** The file cannot be edited at this place: a key stands twice, or something else than an object is in the way. */
  | { readonly code: 'edit'; readonly path: string; readonly problem: 'syntax' | 'duplicate-key' | 'not-an-object' | 'verification'; readonly at: readonly string[]; readonly line: number | null }
  | { readonly code: 'unknown-agent'; readonly agentId: string }
  /** Blank, or a name that JavaScript keeps for itself. */
  | { readonly code: 'profile-id'; readonly profileId: string };

export type PlanResult =
  | { readonly state: 'planned'; readonly change: Change; readonly warnings: readonly PlanWarning[] }
  | { readonly state: 'refused'; readonly reason: RefusalReason };

/** One planned file, or why there is none. */
export type FilePlan = { readonly ok: true; readonly file: FileChange } | { readonly ok: false; readonly reason: RefusalReason };

/**
 * Plans saving a credential, as edits of the texts in the snapshot and nothing else: after a conflict read again and plan
 * again. Stores come before the config, so that a stop between them never leaves a listed profile without a credential.
 *
 * Follows what OpenClaw 2026.2.24 writes itself (sections 2.1 to 2.7). `now` is epoch ms.
 */
export function planSaveCredential(snapshot: Snapshot, wish: SaveCredentialWish, now: number): PlanResult {
  const reason = firstRefusal(snapshot, wish);
  if (reason !== null) {
    return { state: 'refused', reason };
  }
  const agents = affectedAgents(snapshot, wish);
  const files: FileChange[] = [];
  for (const target of storeTargets(snapshot, wish, agents)) {
    const plan = planStore(target, wish);
    if (!plan.ok) {
      return { state: 'refused', reason: plan.reason };
    }
    files.push(plan.file);
  }
  const config = planConfig(snapshot, wish);
  if (!config.ok) {
    return { state: 'refused', reason: config.reason };
  }
  const change = { title: saveTitle(safeText(wish.profileId)), files: [...files, config.file] };
  return { state: 'planned', change, warnings: findWarnings(snapshot, wish, agents, config.restarts, now) };
}

function affectedAgents(snapshot: Snapshot, wish: SaveCredentialWish): readonly Agent[] {
  const { agentIds } = wish;
  return agentIds === 'all' ? snapshot.agents : snapshot.agents.filter(({ id }) => agentIds.includes(id));
}

function firstRefusal(snapshot: Snapshot, wish: SaveCredentialWish): RefusalReason | null {
  const { profileId } = wish;
  if (profileId.trim() !== profileId || profileId === '' || profileId === '__proto__') {
    return { code: 'profile-id', profileId };
  }
  const { layout } = snapshot.installation;
  const unsupported = [snapshot.mainStore, ...snapshot.agents.map(({ store }) => store)].some(({ state }) => state === 'unsupported');
  if (layout !== 'single-file' || unsupported) {
    return { code: 'layout', layout };
  }
  const unknown = wish.agentIds === 'all' ? undefined : wish.agentIds.find((id) => !snapshot.agents.some((agent) => agent.id === id));
  if (unknown !== undefined) {
    return { code: 'unknown-agent', agentId: unknown };
  }
  return brokenFile(snapshot, wish) ?? findOtherType(snapshot, wish);
}

/** OpenClaw treats a torn store as no store and may overwrite it, so nothing is planned on top of one (section 2.2). */
function brokenFile(snapshot: Snapshot, wish: SaveCredentialWish): RefusalReason | null {
  const stores = [snapshot.mainStore, ...affectedAgents(snapshot, wish).map(({ store }) => store)];
  for (const store of stores) {
    if (store.state === 'broken') {
      return { code: 'broken-store', path: store.path, problem: store.problem };
    }
  }
  const { config } = snapshot;
  return config.state === 'broken' ? { code: 'broken-config', path: config.path, problem: config.problem } : null;
}
