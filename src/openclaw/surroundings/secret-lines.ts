import { basename, join } from 'node:path';
import type { HostFiles } from '../host-files.ts';
import type { RecordFiles } from '../record-files.ts';
import { wholeLines } from '../record-lines.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileStatuses } from './file-status.ts';
import { candidates } from './private-places.ts';

/** A file in which credentials were left where nobody needs them. Only places are kept, never what stands there. */
export interface SecretLines {
  readonly path: string;
  readonly in: 'audit-log' | 'backup' | 'shell-history';
  /** Lines with a credential, counted from 1; the first ones. Empty when the file was read from its middle on. */
  readonly lines: readonly number[];
  /** How many lines hold one. */
  readonly count: number;
}

/** With what all of them begin. */
const family = 'sk-ant-';

/** Any credential of Anthropic, also a cut one; shorter is a mention. */
const credential = /sk-ant-[a-z]{2,8}\d{2}-[\w-]{20,}/u;

/** Longer lines are left out. */
const longestLineBytes = 1024 * 1024;
/** Only so much of the end of a file is read. */
const largestBytes = 16 * 1024 * 1024;
const linesKept = 5;

const histories = ['.bash_history', '.zsh_history', '.local/share/fish/fish_history'] as const;

/**
 * Looks for credentials in what keeps command lines (OpenClaw's audit log, histories of shells) and in backups of configs
 * and stores. Streams; a file larger than 16 MB is read from there to its end.
 */
export async function secretLines(snapshot: Snapshot, files: HostFiles, statuses: FileStatuses, records: RecordFiles): Promise<readonly SecretLines[]> {
  const { home } = snapshot.installation;
  const kept = (await candidates(snapshot, files)).filter(({ role }) => role === 'audit-log' || role === 'backup');
  const places = [
    ...kept.map(({ path, role }) => ({ path, in: role === 'audit-log' ? ('audit-log' as const) : ('backup' as const) })),
    ...histories.map((name) => ({ path: join(home, name), in: 'shell-history' as const })),
  ];
  const found: SecretLines[] = [];
  for (const place of places) {
    const status = await statuses.statusOf(place.path);
    if (basename(place.path).includes('.sqlite') || status?.kind !== 'file') continue;
    const { lines, count } = await linesWithSecret(place.path, records, status.bytes);
    if (count > 0) found.push({ ...place, lines, count });
  }
  return found;
}

async function linesWithSecret(path: string, records: RecordFiles, bytes: number): Promise<{ readonly lines: readonly number[]; readonly count: number }> {
  const from = Math.max(0, bytes - largestBytes);
  if (!(await mentions(records.read(path, from, bytes)))) return { lines: [], count: 0 };
  const lines: number[] = [];
  let count = 0;
  let number = 0;
  for await (const line of wholeLines(withEnd(records.read(path, from, bytes)), longestLineBytes, from > 0)) {
    number += 1;
    if (!credential.test(line.toString('latin1'))) continue;
    count += 1;
    if (from === 0 && lines.length < linesKept) lines.push(number);
  }
  return { lines, count };
}

/** Most files mention no credential at all, and taking millions of lines apart to know that takes long. */
async function mentions(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const piece of pieces) {
    const whole = Buffer.concat([end, piece]);
    if (whole.includes(family)) return true;
    end = whole.subarray(-family.length);
  }
  return false;
}

/** A last line without an end counts too: here nobody is still writing it. */
async function* withEnd(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
  yield Buffer.from('\n');
}
