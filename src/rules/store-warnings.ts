import type { Agent, DatabaseStore, ReadProblem, Snapshot, StoreReading, StrayFile } from '../openclaw/snapshot.ts';
import { parseVersion } from '../openclaw/version.ts';
import { stopsAt, storeBlock, waitingFiles } from './store-block.ts';
import { isHidden, pathOf, storeOf, usesSharedStore } from './store-merge.ts';
import { compareVersions, supports } from './versions.ts';

/** What a person should know about the stores behind an agent; `code` is stable, the sentences are in the words. */
export type StoreWarning =
  /** `stops`: OpenClaw refuses every credential; else it treats the store as empty, and may overwrite it (2026.2.24, section 2.2). */
  | { readonly code: 'store-broken'; readonly path: string; readonly problem: ReadProblem; readonly stops: boolean }
  /** It could not be read here; OpenClaw may well read it. */
  | { readonly code: 'store-hidden'; readonly path: string; readonly problem: ReadProblem }
  /** OpenClaw drops these entries on read (section 2.2). */
  | { readonly code: 'profiles-dropped'; readonly path: string; readonly profileIds: readonly string[] }
  /**
   * Old credentials wait beside a store without any, and OpenClaw refuses all of their providers (2026.9.6, section 1.5):
   * `others` are those when Anthropic is not among them, else null.
   */
  | { readonly code: 'migration-required'; readonly path: string; readonly profileIds: readonly string[]; readonly others: readonly string[] | null }
  /** Old credentials wait beside a store without any, and OpenClaw does not see them (2026.6.5 to 2026.7, section 1.5). */
  | { readonly code: 'stranded-file'; readonly path: string; readonly profileIds: readonly string[] }
  /** The state database holds credentials, and nothing in it says that the shared store moved there: OpenClaw reads `reads` (2026.9.6, run). */
  | { readonly code: 'unmoved-store'; readonly path: string; readonly profileIds: readonly string[]; readonly reads: string }
  /** An old store lies beside a good one: OpenClaw ignores it; `missing` are profiles that stand in it alone. */
  | { readonly code: 'stray-file'; readonly path: string; readonly missing: readonly string[] }
  /** A migration put the old store aside, but the new one holds nothing (known in 2026.8.1 and 2026.8.2, section 1.5). */
  | { readonly code: 'empty-after-migration'; readonly path: string; readonly archive: string }
  /** A newer OpenClaw keeps credentials in a database, which the one at hand does not look at. */
  | { readonly code: 'newer-database'; readonly path: string; readonly version: string }
  /** A newer OpenClaw made the database: this one may refuse it (section 1.3); `by` is null where the database does not say. */
  | { readonly code: 'newer-schema'; readonly path: string; readonly schema: number; readonly by: string | null };

/** The stores and leftover files that matter for an agent, the worst first. */
export function storeWarnings(snapshot: Snapshot, agent: Agent): readonly StoreWarning[] {
  const stores = usesSharedStore(snapshot, agent) ? [snapshot.sharedStore] : [snapshot.sharedStore, agent.store];
  return [...stores.flatMap((reading) => readingWarnings(snapshot, reading)), ...strayWarnings(snapshot, agent)];
}

function readingWarnings({ installation }: Snapshot, reading: StoreReading): readonly StoreWarning[] {
  const path = pathOf(reading);
  if (reading.state === 'missing') return [];
  if (reading.state === 'broken') {
    if (isHidden(reading)) return [{ code: 'store-hidden', path, problem: reading.problem }];
    return [{ code: 'store-broken', path, problem: reading.problem, stops: supports(installation.version, 'store-fail-closed') && stopsAt(reading) }];
  }
  const { dropped } = reading.store;
  const warnings: StoreWarning[] = dropped.length === 0 ? [] : [{ code: 'profiles-dropped', path, profileIds: dropped }];
  if (reading.from === 'database' && isNewer(reading, installation.version)) {
    warnings.push({ code: 'newer-schema', path, schema: reading.schema.version, by: reading.schema.openclaw });
  }
  return warnings;
}

/** Its schema is unknown to us, or the OpenClaw that made it is newer than the one at hand. */
function isNewer({ schema }: DatabaseStore, installed: Parameters<typeof compareVersions>[0]): boolean {
  const maker = schema.openclaw === null ? null : parseVersion(schema.openclaw);
  return !schema.isKnown || (maker !== null && compareVersions(maker, installed) > 0);
}

function strayWarnings(snapshot: Snapshot, agent: Agent): readonly StoreWarning[] {
  const block = storeBlock(snapshot, agent);
  const blocks = block?.because === 'migration-required';
  const blocking = blocks ? block.file : (waitingFiles(snapshot, agent)[0] ?? null);
  const first: StoreWarning[] =
    blocking === null ? [] : [{ code: 'migration-required', path: blocking.path, profileIds: blocking.profileIds, others: blocks ? null : (blocking.providers ?? []) }];
  const others = snapshot.strayFiles.filter((file) => file !== blocking && (file.agentDir === agent.agentDir || file.kind === 'unmoved'));
  return [...first, ...others.flatMap((file) => strayWarning(snapshot, agent, file))];
}

function strayWarning(snapshot: Snapshot, agent: Agent, { kind, path, profileIds }: StrayFile): readonly StoreWarning[] {
  const { version, readLayout } = snapshot.installation;
  const { profiles } = storeOf(agent.store);
  const { store } = agent;
  if (isHidden(store)) return [];
  switch (kind) {
    case 'database':
      return [{ code: 'newer-database', path, version: version.text }];
    case 'archive':
      return store.state !== 'broken' && profiles.size === 0 && storeOf(snapshot.sharedStore).profiles.size === 0
        ? [{ code: 'empty-after-migration', path: pathOf(store), archive: path }]
        : [];
    case 'profiles':
      if (profiles.size === 0) return readLayout === 'agent-database' && profileIds.length > 0 ? [{ code: 'stranded-file', path, profileIds }] : [];
      return [{ code: 'stray-file', path, missing: profileIds.filter((id) => !profiles.has(id)) }];
    case 'unmoved': {
      const unseen = profileIds.filter((id) => !storeOf(snapshot.sharedStore).profiles.has(id));
      return unseen.length === 0 ? [] : [{ code: 'unmoved-store', path, profileIds: unseen, reads: pathOf(snapshot.sharedStore) }];
    }
    case 'flat':
      // Its mirror of a store, which older versions left behind empty (2026.2.24, section 2.8).
      return [];
  }
}
