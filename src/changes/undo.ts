import { Secret } from '../terminal/secret.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { undoTitle } from '../words/undo.ts';
import type { Change, FileChange, ModeChange, Removal } from './change.ts';
import { maskedDiff } from './diff.ts';
import { codeOf } from './errno.ts';
import { readJournal, type JournalEntry } from './journal.ts';
import { hashOf, readTarget, realTarget } from './target.ts';

export type UndoRefusal =
  /** No change is remembered beside this config. */
  | { readonly code: 'nothing'; readonly path: string }
  /** The file is not as the change left it. */
  | { readonly code: 'moved-on'; readonly path: string; readonly backup: string | null }
  /** The copy from before is gone, or is not what it was. */
  | { readonly code: 'no-backup'; readonly path: string; readonly backup: string | null }
  /** `failure` is the errno name. */
  | { readonly code: 'unreadable'; readonly path: string; readonly failure: string };

export type UndoPlan =
  /** `undone` is the title of the change that is taken back. */
  | { readonly state: 'planned'; readonly change: Change; readonly undone: SafeText }
  | { readonly state: 'refused'; readonly reason: UndoRefusal };

/**
 * Plans taking back the newest remembered change: the exact bytes from before, in every file of it, only if each is still
 * as the change left it. What it made goes, its bytes kept beside it. Reads only.
 */
export function planUndo(configPath: string): UndoPlan {
  const entry = readJournal(configPath).at(-1);
  if (entry === undefined) return { state: 'refused', reason: { code: 'nothing', path: configPath } };
  const files: FileChange[] = [];
  const removals: Removal[] = [];
  // Backwards: what was written to a store before the config named it goes after the config stopped naming it.
  for (const file of entry.files.toReversed()) {
    const result = undoFile(file);
    if (!result.ok) return { state: 'refused', reason: result.reason };
    if (result.file === null) removals.push({ path: file.path, what: 'made', kind: file.kind, expected: file.after });
    else files.push(result.file);
  }
  const undone = safeText(entry.title);
  const modes = entry.modes.map(({ path, kind, before, after }): ModeChange => ({ path, kind, from: after, to: before }));
  return { state: 'planned', change: { title: undoTitle(undone), files, modes, removals }, undone };
}

/** `file` null: the change made it, and it goes. */
type FileResult = { readonly ok: true; readonly file: FileChange | null } | { readonly ok: false; readonly reason: UndoRefusal };

function undoFile({ path, before, after, backup, kind }: JournalEntry['files'][number]): FileResult {
  try {
    const held = readTarget(realTarget(path));
    if (held === null || hashOf(held) !== after) return { ok: false, reason: { code: 'moved-on', path, backup } };
    if (before === null) return { ok: true, file: null };
    const bytes = backup === null ? null : readTarget(realTarget(backup));
    if (bytes === null || hashOf(bytes) !== before) return { ok: false, reason: { code: 'no-backup', path, backup } };
    const text = new Secret(bytes.toString('utf8'));
    const diff = maskedDiff(new Secret(held.toString('utf8')), text);
    return { ok: true, file: { path, kind, expected: after, after: text, changes: true, diff } };
  } catch (error) {
    return { ok: false, reason: { code: 'unreadable', path, failure: codeOf(error) } };
  }
}
