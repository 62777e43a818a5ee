import { lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ApplyResult, FileChange, Removal } from './change.ts';
import { failureOf } from './failure-of.ts';
import { canMerge } from './merge.ts';
import { hashOf, inspectTarget, readTarget, realTarget, refuseForeign } from './target.ts';

/** Looks at every file before any is touched: is it still what the plan was made from, and may it be replaced? */
export function findProblem(files: readonly FileChange[], when: 'merge-later' | 'merged'): ApplyResult | null {
  for (const file of files) {
    let conflict = false;
    const failure = failureOf(file, () => {
      const target = realTarget(file.path);
      const stats = inspectTarget(target);
      const directory = statSync(dirname(target), { throwIfNoEntry: false });
      if (stats === null && directory !== undefined) {
        refuseForeign(directory);
      }
      const changed = hashOf(stats === null ? null : readTarget(target)) !== file.expected;
      conflict = (changed && !(when === 'merge-later' && canMerge(file))) || belongsToDatabase(file);
    });
    if (failure !== null) {
      return failure;
    }
    if (conflict) {
      return { state: 'conflict', path: file.path, files: [] };
    }
  }
  return null;
}

/** A file that the change made, which goes again. */
export type MadeFile = Extract<Removal, { readonly what: 'made' }>;

/** A file that a change made and somebody wrote to since stays. */
export function findMoved(taken: readonly MadeFile[]): ApplyResult | null {
  for (const { path, expected } of taken) {
    let moved = false;
    const failure = failureOf({ path }, () => {
      const bytes = readTarget(realTarget(path));
      moved = bytes !== null && hashOf(bytes) !== expected;
    });
    if (failure !== null || moved) {
      return failure ?? { state: 'conflict', path, files: [] };
    }
  }
  return null;
}

/** OpenClaw moved this agent's credentials to its database (2026.6.5) after the plan was made: the store is not read any more. */
function belongsToDatabase({ path, kind }: FileChange): boolean {
  return kind === 'auth-store' && lstatSync(join(dirname(path), 'openclaw-agent.sqlite'), { throwIfNoEntry: false }) !== undefined;
}
