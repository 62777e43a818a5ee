import type { Agent, ReadProblem, Snapshot, StoreReading, StrayFile } from '../openclaw/snapshot.ts';
import { anthropic, normaliseProvider } from './provider-id.ts';
import { isHidden, storeOf } from './store-merge.ts';
import { supports } from './versions.ts';

/** What stops OpenClaw from using any Anthropic credential for an agent, those outside of the stores too. */
export type StoreBlock =
  /** A file of an older layout waits beside a store without profiles (2026.9.6, section 1.5). */
  | { readonly because: 'migration-required'; readonly file: StrayFile }
  /** Its store is there and cannot be read (observed, section 5). */
  | { readonly because: 'store-unreadable'; readonly path: string; readonly problem: ReadProblem };

/**
 * Why OpenClaw refuses every Anthropic credential of an agent, or null. Up to 2026.7 nothing does: a store that is broken
 * counts as empty, and old files beside a database are ignored.
 */
export function storeBlock(snapshot: Snapshot, agent: Agent): StoreBlock | null {
  const { installation, sharedStore, strayFiles } = snapshot;
  if (!supports(installation.version, 'store-overlay') || installation.readLayout !== 'shared-database') return null;
  for (const reading of [agent.store, sharedStore]) {
    if (reading.state === 'broken' && !isHidden(reading)) return { because: 'store-unreadable', path: reading.path, problem: reading.problem };
  }
  // Each database is judged by itself: a good shared store does not help a file beside an agent's empty one (observed, section 0).
  const places: readonly (readonly [string, StoreReading])[] = [
    [agent.agentDir, agent.store],
    [installation.mainAgentDir.path, sharedStore],
  ];
  for (const [agentDir, reading] of places) {
    if (isHidden(reading) || storeOf(reading).profiles.size > 0) continue;
    const file = strayFiles.find((stray) => stray.agentDir === agentDir && isWaiting(stray));
    if (file !== undefined) return { because: 'migration-required', file };
  }
  return null;
}

/** A file that names no provider blocks all of them. */
function isWaiting({ kind, providers }: StrayFile): boolean {
  if (kind === 'flat') return true;
  return kind === 'profiles' && (providers === null || providers.some((provider) => normaliseProvider(provider) === anthropic));
}
