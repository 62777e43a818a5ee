import type { ProgramFacts } from '../openclaw-program/program-facts.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { lastWriter } from '../rules/program-problem.ts';
import { compareVersions } from '../rules/versions.ts';
import type { PlanWarning } from './save-plan.ts';

/** What to know about the `openclaw` that saves. */
export function programWarnings({ reading }: ProgramFacts, snapshot: Snapshot): readonly PlanWarning[] {
  const { first, others } = reading;
  const version = first?.package?.version;
  if (first === null || version === undefined) return [];
  const state = lastWriter(snapshot);
  const isNewer = state !== null && compareVersions(version, state) > 0;
  return [
    ...(others.length === 0 ? [] : [{ code: 'several-programs', path: first.path, version: version.text, others: others.map(({ path }) => path) } as const]),
    ...(isNewer ? [{ code: 'newer-program', version: version.text, state: state.text } as const] : []),
  ];
}
