import type { Agent, ReadProblem, Snapshot, StoreReading, StrayFile } from '../openclaw/snapshot.ts';
import { anthropic, normaliseProvider } from './provider-id.ts';
import { isHidden, storeOf } from './store-merge.ts';
import { compareVersions, supports } from './versions.ts';

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
  const { sharedStore } = snapshot;
  if (!refuses(snapshot)) return null;
  for (const reading of [agent.store, sharedStore]) {
    if (reading.state === 'broken' && stopsAt(reading)) return { because: 'store-unreadable', path: reading.path, problem: reading.problem };
    if (reading.state === 'read' && reading.from === 'database' && !reading.schema.isKnown && knowsItsSchemas(snapshot)) {
      return { because: 'store-unreadable', path: reading.path, problem: { kind: 'database', fault: 'newer-schema' } };
    }
  }
  const file = waitingFiles(snapshot, agent).find(concernsAnthropic);
  return file === undefined ? null : { because: 'migration-required', file };
}

/**
 * Files of an older layout that wait beside a store without profiles, whatever provider they are for: OpenClaw's own
 * `models status` stops at each of them (2026.9.6, run).
 */
export function waitingFiles(snapshot: Snapshot, agent: Agent): readonly StrayFile[] {
  const { installation, sharedStore, strayFiles } = snapshot;
  if (!refuses(snapshot)) return [];
  // Each database is judged by itself: a good shared store does not help a file beside an agent's empty one (observed, section 0).
  const places: readonly (readonly [string, StoreReading])[] = [
    [agent.agentDir, agent.store],
    [installation.mainAgentDir.path, sharedStore],
  ];
  const empty = new Set(places.flatMap(([agentDir, reading]) => (isHidden(reading) || storeOf(reading).profiles.size > 0 ? [] : [agentDir])));
  return strayFiles.filter(({ kind, agentDir }) => (kind === 'profiles' || kind === 'flat') && empty.has(agentDir));
}

function refuses({ installation }: Snapshot): boolean {
  return supports(installation.version, 'store-fail-closed') && installation.readLayout === 'shared-database';
}

/** An empty database it makes anew, and goes on (2026.9.6, run). */
export function stopsAt(reading: Extract<StoreReading, { readonly state: 'broken' }>): boolean {
  return !isHidden(reading) && !(reading.problem.kind === 'database' && reading.problem.fault === 'empty');
}

/** 2026.9.6 refuses a newer schema than its own (run), which are the newest that we know. */
function knowsItsSchemas({ installation }: Snapshot): boolean {
  return compareVersions(installation.version, { year: 2026, month: 9, patch: 6 }) <= 0;
}

/** A file that names no provider blocks all of them. */
function concernsAnthropic({ providers }: StrayFile): boolean {
  return providers === null || providers.some((provider) => normaliseProvider(provider) === anthropic);
}
