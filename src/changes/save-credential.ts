import type { Agent, Snapshot } from '../openclaw/snapshot.ts';
import type { ProgramFacts } from '../openclaw-program/program-facts.ts';
import { isDatabaseLayout } from '../openclaw/layout.ts';
import { programWarnings } from './program-warnings.ts';
import { programRefusal, saveCommands } from './save-by-program.ts';
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
export function planSaveCredential(snapshot: Snapshot, wish: SaveCredentialWish, now: number, program: ProgramFacts | null = null): PlanResult {
  const reason = firstRefusal(snapshot, wish, program, now);
  if (reason !== null) {
    return { state: 'refused', reason };
  }
  const agents = affectedAgents(snapshot, wish);
  const byProgram = isDatabaseLayout(snapshot.installation.layout) && program !== null ? program : null;
  const files: FileChange[] = [];
  for (const target of byProgram !== null ? [] : storeTargets(snapshot, wish, agents)) {
    const plan = planStore(snapshot, target, wish);
    if (!plan.ok) {
      return { state: 'refused', reason: plan.reason };
    }
    files.push(...plan.files);
  }
  const config = planConfig(snapshot, wish);
  if (!config.ok) {
    return { state: 'refused', reason: config.reason };
  }
  const commands = byProgram === null ? [] : saveCommands(snapshot, wish, agents, byProgram, now);
  const change = { title: saveTitle(safeText(wish.profileId)), files: [...files, config.file], ...(commands.length === 0 ? {} : { commands }) };
  return { state: 'planned', change, warnings: [...findWarnings(snapshot, wish, agents, config.restarts, now), ...(byProgram === null ? [] : programWarnings(byProgram, snapshot))] };
}

function affectedAgents(snapshot: Snapshot, wish: SaveCredentialWish): readonly Agent[] {
  const { agentIds } = wish;
  return agentIds === 'all' ? snapshot.agents : snapshot.agents.filter(({ id }) => agentIds.includes(id));
}

function firstRefusal(snapshot: Snapshot, wish: SaveCredentialWish, program: ProgramFacts | null, now: number): RefusalReason | null {
  const { profileId } = wish;
  if (profileId.trim() !== profileId || profileId === '' || profileId.startsWith('-') || profileId === '__proto__') {
    return { code: 'profile-id', profileId };
  }
  const { layout } = snapshot.installation;
  if (layout === 'unknown' || (isDatabaseLayout(layout) && program === null)) {
    return { code: 'layout', layout };
  }
  const unknown = wish.agentIds === 'all' ? undefined : wish.agentIds.find((id) => !snapshot.agents.some((agent) => agent.id === id));
  if (unknown !== undefined) {
    return { code: 'unknown-agent', agentId: unknown };
  }
  const asked = isDatabaseLayout(layout) && program !== null ? programRefusal(snapshot, wish, affectedAgents(snapshot, wish), program, now) : null;
  return asked ?? brokenFile(snapshot, wish) ?? findOtherType(snapshot, wish);
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
