import type { Agent, Snapshot } from '../openclaw/snapshot.ts';
import { safeText } from '../terminal/safe-text.ts';
import { saveTitle } from '../words/changes.ts';
import type { FileChange } from './change.ts';
import { findOtherType } from './save-credential-clash.ts';
import { planConfig } from './save-credential-config.ts';
import { planStore, storeTargets } from './save-credential-store.ts';
import { findWarnings } from './save-credential-warnings.ts';
import type { PlanResult, RefusalReason, SaveCredentialWish } from './save-plan.ts';

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
  if (layout !== 'single-file') {
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
  const stores = [snapshot.sharedStore, ...affectedAgents(snapshot, wish).map(({ store }) => store)];
  for (const store of stores) {
    if (store.state === 'broken') {
      return { code: 'broken-store', path: store.path, problem: store.problem };
    }
  }
  const { config } = snapshot;
  return config.state === 'broken' ? { code: 'broken-config', path: config.path, problem: config.problem } : null;
}
