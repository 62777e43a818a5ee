import type { ReadProblem, Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import type { ProgramFacts } from '../openclaw-program/program-facts.ts';
import type { ReadOnlyVariable } from '../openclaw/installation.ts';
import { isDatabaseLayout } from '../openclaw/layout.ts';
import type { ProgramProblem } from '../rules/program-problem.ts';
import { writability } from './preflight.ts';

/** Why nothing may be written to an installation. */
export type Obstacle =
  /** The operator forbids changes by this variable. */
  | { readonly kind: 'read-only'; readonly variable: ReadOnlyVariable }
  /** OpenClaw alone writes this layout, and the installed one is not asked. */
  | { readonly kind: 'program'; readonly problem: ProgramProblem }
  /** clawdial does not write this layout. */
  | { readonly kind: 'layout' }
  | { readonly kind: 'broken-config'; readonly path: string; readonly problem: ReadProblem }
  | { readonly kind: 'broken-store'; readonly path: string; readonly problem: ReadProblem }
  /** `code` is the errno name. */
  | { readonly kind: 'unwritable'; readonly path: string; readonly code: string };

/** The first reason why nothing may be written here, or null. Found before anybody is asked for a key. Writes nothing. */
export async function findObstacle(snapshot: Snapshot, program: ProgramFacts): Promise<Obstacle | null> {
  const { installation, config } = snapshot;
  if (installation.readOnly !== null) return { kind: 'read-only', variable: installation.readOnly };
  if (installation.layout === 'unknown') return { kind: 'layout' };
  if (config.state === 'broken') return { kind: 'broken-config', path: config.path, problem: config.problem };
  const broken = storesOf(snapshot).find((reading) => reading.state === 'broken');
  if (broken?.state === 'broken') return { kind: 'broken-store', path: broken.path, problem: broken.problem };
  const byProgram = isDatabaseLayout(installation.layout);
  if (byProgram && program.problem !== null) return { kind: 'program', problem: program.problem };
  const [first] = await writability([byProgram ? installation.stateDir.path : installation.mainAgentDir.path, installation.config.path]);
  return first === undefined ? null : { kind: 'unwritable', path: first.path, code: first.code };
}

function storesOf(snapshot: Snapshot): readonly StoreReading[] {
  return [snapshot.sharedStore, ...snapshot.agents.map((agent) => agent.store)];
}
