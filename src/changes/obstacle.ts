import type { ReadProblem, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { writability } from './preflight.ts';

/** Why nothing may be written to an installation. */
export type Obstacle =
  /** clawdial does not write this layout. */
  | { readonly kind: 'layout' }
  | { readonly kind: 'broken-config'; readonly path: string; readonly problem: ReadProblem }
  | { readonly kind: 'broken-store'; readonly path: string; readonly problem: ReadProblem }
  /** `code` is the errno name. */
  | { readonly kind: 'unwritable'; readonly path: string; readonly code: string };

/** The first reason why nothing may be written here, or null. Found before anybody is asked for a key. Writes nothing. */
export async function findObstacle(snapshot: Snapshot): Promise<Obstacle | null> {
  const { installation, config } = snapshot;
  if (installation.layout !== 'single-file') return { kind: 'layout' };
  if (config.state === 'broken') return { kind: 'broken-config', path: config.path, problem: config.problem };
  const broken = storesOf(snapshot).find((reading) => reading.state === 'broken');
  if (broken?.state === 'broken') return { kind: 'broken-store', path: broken.path, problem: broken.problem };
  const [first] = await writability([installation.mainAgentDir.path, installation.config.path]);
  return first === undefined ? null : { kind: 'unwritable', path: first.path, code: first.code };
}

function storesOf(snapshot: Snapshot): readonly StoreReading[] {
  return [snapshot.sharedStore, ...snapshot.agents.map((agent) => agent.store)];
}
