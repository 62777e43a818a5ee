import type { JsonOutput } from '../output.ts';
import type { MendedStep } from './fix.ts';

/** One step of `--fix` as scripts get it: `codes`, `state`, and the paths that it changed, or why it did not. */
export function mendedJson({ step, outcome }: MendedStep): JsonOutput {
  const codes = [...new Set(step.findings.map(({ finding }) => finding.code))];
  if (outcome.state === 'refused' || outcome.state === 'failed') {
    return { codes, state: outcome.state, message: outcome.title, advice: outcome.advice };
  }
  const { title, files, modes = [], removals = [] } = outcome.change;
  const paths = [...files.filter(({ changes }) => changes), ...modes, ...removals].map(({ path }) => path);
  return {
    codes,
    state: outcome.state,
    title,
    files: paths,
    ...(outcome.state === 'applied' ? { backups: outcome.backups, undo: outcome.remembered && removals.length === 0 } : {}),
  };
}
