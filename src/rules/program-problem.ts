import type { OpenClawVersion } from '../openclaw/installation.ts';
import type { ProgramReading } from '../openclaw/program-reading.ts';
import type { Snapshot, StoreReading } from '../openclaw/snapshot.ts';
import { textAt } from '../openclaw/json-object.ts';
import { parseVersion } from '../openclaw/version.ts';
import { compareVersions, layoutsOf, supports } from './versions.ts';

/** Why the installed OpenClaw is not asked to save anything. */
export type ProgramProblem =
  /** No `openclaw` is on PATH. */
  | { readonly because: 'missing' }
  /** What stands there tells no version: a wrapper script. */
  | { readonly because: 'unknown-version'; readonly path: string }
  /** It does not take secrets on standard input (before 2026.5.28). */
  | { readonly because: 'too-old'; readonly path: string; readonly version: string }
  /** It keeps its credentials otherwise than this state does. */
  | { readonly because: 'other-layout'; readonly path: string; readonly version: string }
  /** A newer OpenClaw wrote this state. */
  | { readonly because: 'older-than-state'; readonly path: string; readonly version: string; readonly state: string }
  /** A database is of a newer making than any that is known here. */
  | { readonly because: 'unknown-schema'; readonly path: string; readonly schema: number };

/** Whether the `openclaw` that would run fits the state that was read; null when it does. */
export function programProblem({ first }: ProgramReading, snapshot: Snapshot): ProgramProblem | null {
  if (first === null) return { because: 'missing' };
  const { path } = first;
  if (first.package === null) return { because: 'unknown-version', path };
  const { version } = first.package;
  if (!supports(version, 'paste-on-stdin')) return { because: 'too-old', path, version: version.text };
  if (!layoutsOf(version).includes(snapshot.installation.layout)) return { because: 'other-layout', path, version: version.text };
  const state = lastWriter(snapshot);
  if (state !== null && compareVersions(version, state) < 0) return { because: 'older-than-state', path, version: version.text, state: state.text };
  const unknown = storesOf(snapshot).find((reading) => reading.state === 'read' && reading.from === 'database' && !reading.schema.isKnown);
  return unknown?.state === 'read' && unknown.from === 'database' ? { because: 'unknown-schema', path: unknown.path, schema: unknown.schema.version } : null;
}

/** The version that wrote the config last, as it says itself. */
export function lastWriter({ config }: Snapshot): OpenClawVersion | null {
  return config.state === 'read' ? parseVersion(textAt(config.resolved, 'meta', 'lastTouchedVersion') ?? '') : null;
}

function storesOf(snapshot: Snapshot): readonly StoreReading[] {
  return [snapshot.sharedStore, ...snapshot.agents.map(({ store }) => store)];
}
