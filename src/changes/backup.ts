import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileChange } from './change.ts';
import { attempt, codeOf } from './errno.ts';
import { syncDirectory, writeNewFile } from './new-file.ts';
import type { Ownership } from './new-file.ts';

/** Backups hold secrets, so few are kept: the newest of a credential store, five of the config. */
const kept: Readonly<Record<FileChange['kind'], number>> = { 'auth-store': 1, config: 5 };

/**
 * Writes the exact bytes beside the file under a name that OpenClaw's own ring of `.bak` files never touches:
 * `<name>.clawdial-backup-<UTC yyyymmddThhmmssZ>`, 0600, synced. Returns its path. Throws the system error.
 *
 * @param nowMs epoch ms
 */
export function writeBackup(path: string, bytes: Buffer, owner: Ownership['owner'], nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const first = `${path}.clawdial-backup-${stamp}`;
  for (let count = nextCount(path, first); ; count += 1) {
    const backup = count === 0 ? first : `${first}-${String(count).padStart(3, '0')}`;
    try {
      writeNewFile(backup, bytes, { mode: 0o600, owner });
      syncDirectory(dirname(path));
      return backup;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || count >= 999) {
        throw error;
      }
    }
  }
}

/** Backups of one second are numbered; a number is not used again after its backup was removed, so that names keep their order. */
function nextCount(path: string, first: string): number {
  const newest = listBackups(path).findLast((backup) => backup.startsWith(first));
  return newest === undefined ? 0 : Number(newest.slice(first.length + 1)) + 1;
}

/** Our backups of a file, oldest first. */
export function listBackups(path: string): readonly string[] {
  const prefix = `${basename(path)}.clawdial-backup-`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix) && /^\d{8}T\d{6}Z(?:-\d{3})?$/u.test(name.slice(prefix.length)))
    .toSorted()
    .map((name) => join(dirname(path), name));
}

/**
 * Removes the oldest backups beyond the number kept. A failure leaves them: the change itself is done.
 *
 * @param needed paths of backups that an undo still needs; they stay, and do not count
 */
export function pruneBackups(path: string, kind: FileChange['kind'], needed: ReadonlySet<string>): void {
  attempt(() => {
    for (const backup of listBackups(path).filter((candidate) => !needed.has(candidate)).slice(0, -kept[kind])) {
      unlinkSync(backup);
    }
  });
}
