import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileChange } from './change.ts';
import { attempt, codeOf } from './errno.ts';
import { syncDirectory, writeNewFile } from './new-file.ts';
import type { Ownership } from './new-file.ts';

const mark = '.clawdial-backup-';

/** Backups hold secrets, so few are kept: the newest of a credential store, five of the config. */
const kept: Readonly<Record<FileChange['kind'], number>> = { 'auth-store': 1, config: 5 };

/**
 * Writes the exact bytes beside the file under a name that OpenClaw's own ring of `.bak` files never touches:
 * `<name>.clawdial-backup-<UTC yyyymmddThhmmssZ>`, 0600, synced. Returns its path. Throws the system error.
 *
 * @param nowMs epoch ms
 */
export function writeBackup(path: string, bytes: Buffer, owner: Ownership['owner'], nowMs: number): string {
  const first = nameAfter(listBackups(path).at(-1), `${path}${mark}`, nowMs);
  for (let backup = first; ; backup = following(backup)) {
    try {
      writeNewFile(backup, bytes, { mode: 0o600, owner });
      syncDirectory(dirname(path));
      return backup;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        throw error;
      }
    }
  }
}

/**
 * Names keep the order in which backups were made, because the newest one stays: those of one second are numbered, a number is not
 * used again after its backup was removed, and when the clock was set back the last name is counted on from.
 */
function nameAfter(newest: string | undefined, prefix: string, nowMs: number): string {
  const name = `${prefix}${stampOf(nowMs)}`;
  return newest === undefined || newest < name ? name : following(newest);
}

const longestCount = 999;

/** The next name in order. */
function following(backup: string): string {
  const [, prefix = '', year, month, day, hour, minute, second, count = '0'] = /^(.*)(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(\d{3}))?$/su.exec(backup) ?? [];
  const stamp = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (Number(count) === longestCount) return `${prefix}${stampOf(stamp + 1000)}`;
  return `${prefix}${stampOf(stamp)}-${String(Number(count) + 1).padStart(3, '0')}`;
}

function stampOf(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
}

/** Our backups of a file, oldest first. */
export function listBackups(path: string): readonly string[] {
  const prefix = `${basename(path)}${mark}`;
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
