import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { TrackedPlace } from '../openclaw/surroundings/surroundings.ts';
import { attempt } from './errno.ts';
import { gitWorkTreeOf, workTreeAbove } from './preflight.ts';
import { realTarget } from './target.ts';

/** A larger index is not read. */
const largestIndexBytes = 64 * 1024 * 1024;

/**
 * Which of these files git keeps, or could keep because a link brings them into a work tree. Git's own list of what it
 * keeps is looked through for the path; a list in the compressed form (version 4) does not tell.
 */
export function trackedPlaces(paths: readonly string[]): readonly TrackedPlace[] {
  return paths.flatMap((path): readonly TrackedPlace[] => {
    const linked = gitWorkTreeOf(path);
    const kept = keptIn(path);
    if (kept !== null) return [{ path, workTree: kept, tracked: true }];
    return linked === null ? [] : [{ path, workTree: linked, tracked: false }];
  });
}

function keptIn(path: string): string | null {
  let found: string | null = null;
  attempt(() => {
    const target = realTarget(path);
    if (statSync(target, { throwIfNoEntry: false })?.isFile() !== true) return;
    const workTree = workTreeAbove(dirname(target));
    if (workTree === null) return;
    const index = join(workTree, '.git', 'index');
    if (statSync(index).size > largestIndexBytes) return;
    // Each entry ends its path with a zero byte; what stands before is binary, so the path is looked for as it ends.
    if (readFileSync(index).includes(`${relative(workTree, target)}\0`)) found = workTree;
  });
  return found;
}
