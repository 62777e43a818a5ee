import { lstatSync, readFileSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { AppliedFile, Change, FileChange } from './change.ts';
import { attempt } from './errno.ts';
import { syncDirectory, writeNewFile } from './new-file.ts';
import type { Left } from './left-places.ts';
import { hashOf, readTarget, realTarget } from './target.ts';

const leftSchema: v.GenericSchema<Left> = v.union([v.string(), v.null(), v.record(v.string(), v.lazy(() => leftSchema))]);
const fileSchema = v.object({
  path: v.string(),
  /** SHA-256 of the bytes before and after, hex; null for no file. */
  before: v.nullable(v.string()),
  after: v.string(),
  backup: v.nullable(v.string()),
  /** Which lock guards it; earlier releases remembered configs only. */
  kind: v.optional(v.picklist(['config', 'auth-store']), 'config'),
  /** What the change left at the places that it edited; only for stores, which OpenClaw writes to all the time. */
  left: v.optional(v.nullable(leftSchema), null),
});
const modeSchema = v.object({ path: v.string(), kind: v.picklist(['file', 'directory']), before: v.number(), after: v.number() });
const entrySchema = v.object({ savedAt: v.number(), title: v.string(), files: v.array(fileSchema), modes: v.optional(v.array(modeSchema), []) });
const journalSchema = v.object({ version: v.literal(1), entries: v.array(entrySchema) });

/** One change that was applied: which files, and where their bytes from before are. `savedAt` is epoch ms. */
export type JournalEntry = v.InferOutput<typeof entrySchema>;

/** As many as there are backups of the config. */
const kept = 5;

/** A larger file is none of ours. */
const limitBytes = 1_000_000;

/** The journal beside the config, under a name of our own like the backups. */
export function journalPath(configPath: string): string {
  return `${configPath}.clawdial-journal`;
}

/**
 * The changes that can be taken back, oldest first; empty when there is no journal, or none that we understand.
 * Nothing in it is a secret, but the paths of backups are taken from it: what is read back is compared with its hash.
 */
export function readJournal(configPath: string): readonly JournalEntry[] {
  const path = journalPath(configPath);
  let entries: readonly JournalEntry[] = [];
  attempt(() => {
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size > limitBytes) return;
    const parsed = v.safeParse(journalSchema, JSON.parse(readFileSync(path, 'utf8')));
    entries = parsed.success ? parsed.output.entries : [];
  });
  return entries;
}

/**
 * Remembers an applied change. @param nowMs epoch ms
 * @returns false when it could not be noted down; the change itself is done
 */
export function rememberChange(configPath: string, change: Change, applied: readonly AppliedFile[], nowMs: number): boolean {
  const files = change.files.flatMap((file) => {
    const done = applied.find(({ path, changed }) => changed && path === file.path);
    if (done === undefined) return [];
    const after = hashOf(Buffer.from(file.after.reveal())) ?? '';
    const left = file.kind === 'auth-store' ? (file.left?.() ?? null) : null;
    return [{ path: file.path, before: hashBefore(file, done), after, backup: done.backup, kind: file.kind, left }];
  });
  const modes = (change.modes ?? [])
    .filter(({ path }) => applied.some((done) => done.path === path))
    .map(({ path, kind, from, to }) => ({ path, kind, before: from, after: to }));
  if (files.length === 0 && modes.length === 0) return true;
  return writeJournal(configPath, [...readJournal(configPath), { savedAt: nowMs, title: change.title, files, modes }]);
}

/** Of what lies in the backup: a store that OpenClaw wrote to after the plan was made is another one than was planned on. */
function hashBefore(file: FileChange, { backup }: AppliedFile): string | null {
  let before = file.expected;
  attempt(() => {
    if (backup !== null) before = hashOf(readTarget(realTarget(backup))) ?? before;
  });
  return before;
}

/** The backups that the changes on record would be taken back to. */
export function backupsInJournal(configPath: string): ReadonlySet<string> {
  return new Set(readJournal(configPath).flatMap(({ files }) => files.flatMap(({ backup }) => backup ?? [])));
}

/** Takes the newest entry out, after it was undone. @returns false when that failed */
export function forgetNewest(configPath: string): boolean {
  return writeJournal(configPath, readJournal(configPath).slice(0, -1));
}

function writeJournal(configPath: string, entries: readonly JournalEntry[]): boolean {
  const path = journalPath(configPath);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const text = `${JSON.stringify({ version: 1, entries: entries.slice(-kept) }, null, 2)}\n`;
  const done = attempt(() => {
    const { uid, gid } = statSync(dirname(path));
    writeNewFile(temporary, Buffer.from(text), { mode: 0o600, owner: { uid, gid } });
    renameSync(temporary, path);
    syncDirectory(dirname(path));
  });
  if (!done) attempt(() => unlinkSync(temporary));
  return done;
}
