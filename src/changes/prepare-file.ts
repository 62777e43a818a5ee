import { readFileSync, statSync, unlinkSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { listBackups, writeBackup } from './backup.ts';
import type { FileChange } from './change.ts';
import { attempt } from './errno.ts';
import type { Ownership } from './new-file.ts';
import { discardStaged, stageFile } from './replace-once.ts';
import type { StagedFile } from './replace-once.ts';
import { inspectTarget, readTarget, realTarget } from './target.ts';

/** All that is done for a file before the first one of a change is replaced. */
export interface PreparedFile {
  readonly file: FileChange;
  readonly staged: StagedFile;
  readonly backup: string | null;
}

/** Backs a file up and writes its new bytes beside it. Throws the system error; neither stays behind then. */
export function prepareFile(file: FileChange, nowMs: number): PreparedFile {
  const target = realTarget(file.path);
  const stats = inspectTarget(target);
  const ownership = ownershipFor(target, stats);
  const before = stats === null ? null : readTarget(target);
  const backup = before === null ? null : writeBackup(file.path, before, ownership.owner, nowMs);
  try {
    return { file, staged: stageFile(target, Buffer.from(file.after.reveal()), ownership), backup };
  } catch (error) {
    removeBackup(backup);
    throw error;
  }
}

/** Files with secrets are for their owner alone: a laxer mode is tightened, a stricter one kept. */
function ownershipFor(target: string, stats: Stats | null): Ownership {
  const { uid, gid } = stats ?? statSync(dirname(target));
  return { mode: stats === null ? 0o600 : stats.mode & 0o600, owner: { uid, gid } };
}

/** Removes what was not used. */
export function discardUnused(prepared: readonly PreparedFile[]): void {
  for (const { staged, backup } of prepared) {
    discardStaged(staged);
    removeBackup(backup);
  }
}

function removeBackup(backup: string | null): void {
  if (backup !== null) {
    attempt(() => unlinkSync(backup));
  }
}

/** What a program may have read that writes a store without its lock: the newest of our backups are texts of moments ago. */
export function earlierTexts({ path, kind }: FileChange): readonly Buffer[] {
  const texts: Buffer[] = [];
  if (kind === 'auth-store') attempt(() => listBackups(path).forEach((backup) => texts.push(readFileSync(backup))));
  return texts;
}
