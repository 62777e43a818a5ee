import type { ReadProblem, Snapshot, StoreReading } from '../openclaw/snapshot.ts';

/** A file that could be read before and cannot now. */
export interface LostFile {
  readonly path: string;
  readonly problem: ReadProblem;
  /** True when what it held before is still shown. */
  readonly isKept: boolean;
}

export interface LastGood {
  /** The new snapshot, with the last good content of each file that cannot be read now. */
  readonly snapshot: Snapshot;
  /** Every file that cannot be read now, whether there is an older content or not. */
  readonly lost: readonly LostFile[];
}

/**
 * Keeps showing what a file held when it becomes unreadable, and says which it is. A file that is gone is no such file:
 * then OpenClaw sees nothing either.
 *
 * @param previous what was shown before; null at the first reading
 */
export function keepLastGood(previous: Snapshot | null, next: Snapshot): LastGood {
  const lost = lostFiles(previous, next);
  if (previous === null || lost.length === 0) return { snapshot: next, lost };
  const known = readStores(previous);
  const fresh = readStores(next);
  const keep = (reading: StoreReading): StoreReading => (reading.state === 'broken' ? (known.get(reading.path) ?? reading) : reading);
  const sharedStore = keep(next.sharedStore);
  if (next.config.state === 'broken' && previous.config.state === 'read') {
    const { config, providerKey, baseUrl, variables } = previous;
    const agents = previous.agents.map((agent) =>
      agent.store.state === 'read' ? { ...agent, store: fresh.get(agent.store.path) ?? agent.store } : agent,
    );
    return { snapshot: { ...next, sharedStore, config, providerKey, baseUrl, variables, agents }, lost };
  }
  return { snapshot: { ...next, sharedStore, agents: next.agents.map((agent) => ({ ...agent, store: keep(agent.store) })) }, lost };
}

function lostFiles(previous: Snapshot | null, next: Snapshot): readonly LostFile[] {
  const { config, sharedStore, agents } = next;
  const lost = new Map<string, ReadProblem>();
  for (const reading of [config, sharedStore, ...agents.map(({ store }) => store)]) {
    if (reading.state === 'broken') lost.set(reading.path, reading.problem);
  }
  const known = previous === null ? new Map() : readStores(previous);
  const isConfigKept = previous?.config.state === 'read';
  return [...lost].map(([path, problem]) => ({ path, problem, isKept: path === pathOfConfig(next) ? isConfigKept : known.has(path) }));
}

function pathOfConfig({ config }: Snapshot): string {
  return config.state === 'read' ? config.image.path : config.path;
}

function readStores({ sharedStore, agents }: Snapshot): ReadonlyMap<string, StoreReading> {
  const stores = [sharedStore, ...agents.map(({ store }) => store)];
  return new Map(stores.flatMap((reading) => (reading.state === 'read' ? [[reading.path, reading] as const] : [])));
}
