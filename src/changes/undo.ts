import type { FileImage } from '../openclaw/snapshot.ts';
import { Secret } from '../terminal/secret.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { undoTitle } from '../words/undo.ts';
import { contentOf } from './aftermath.ts';
import type { Change, FileChange, ModeChange, Removal } from './change.ts';
import { maskedDiff } from './diff.ts';
import { codeOf } from './errno.ts';
import { changeFile } from './file-change.ts';
import { readJournal, type JournalEntry } from './journal.ts';
import { putBack } from './left-places.ts';
import { hashOf, readTarget, realTarget } from './target.ts';
import type { UndoRefusal } from './undo-refusal.ts';

export type UndoPlan =
  /** `undone` is the title of the change that is taken back; what was written since to the files in `merged` stays. */
  | { readonly state: 'planned'; readonly change: Change; readonly undone: SafeText; readonly merged: readonly string[] }
  | { readonly state: 'refused'; readonly reason: UndoRefusal };

/**
 * Plans taking back the newest remembered change: the exact bytes from before, in every file of it, if each is still as the
 * change left it. OpenClaw notes in its stores when it used a profile: there only the edited places have to be as the change
 * left them, and only they go back. What it made goes, its bytes kept beside it. Reads only.
 */
export function planUndo(configPath: string): UndoPlan {
  const entry = readJournal(configPath).at(-1);
  if (entry === undefined) return { state: 'refused', reason: { code: 'nothing', path: configPath } };
  const files: FileChange[] = [];
  const removals: Removal[] = [];
  const merged: string[] = [];
  // Backwards: what was written to a store before the config named it goes after the config stopped naming it.
  for (const file of entry.files.toReversed()) {
    const result = undoFile(file);
    if (!result.ok) return { state: 'refused', reason: result.reason };
    if (result.merged) merged.push(file.path);
    if (result.file === null) removals.push({ path: file.path, what: 'made', kind: file.kind, expected: file.after });
    else files.push(result.file);
  }
  const undone = safeText(entry.title);
  const modes = entry.modes.map(({ path, kind, before, after }): ModeChange => ({ path, kind, from: after, to: before }));
  return { state: 'planned', change: { title: undoTitle(undone), files, modes, removals }, undone, merged };
}

/** `file` null: the change made it, and it goes. `merged`: what was written there since stays. */
type FileResult =
  | { readonly ok: true; readonly file: FileChange | null; readonly merged: boolean }
  | { readonly ok: false; readonly reason: UndoRefusal };

type JournalFile = JournalEntry['files'][number];

function undoFile(entry: JournalFile): FileResult {
  const { path, before, after, backup, kind } = entry;
  try {
    const held = readTarget(realTarget(path));
    const moved = held === null || hashOf(held) !== after;
    if (held === null || (moved && kind === 'config')) return { ok: false, reason: { code: 'moved-on', path, backup } };
    if (before === null && !moved) return { ok: true, file: null, merged: false };
    const bytes = backup === null ? null : readTarget(realTarget(backup));
    if (before !== null && (bytes === null || hashOf(bytes) !== before)) return { ok: false, reason: { code: 'no-backup', path, backup } };
    const image = { path, text: new Secret(held.toString('utf8')), sha256: hashOf(held) ?? '' };
    const old = bytes === null ? null : new Secret(bytes.toString('utf8'));
    if (!moved && old !== null) return { ok: true, file: exactly(entry, old, image), merged: false };
    const places = placesBack(entry, old, image);
    return places?.changes !== true ? { ok: false, reason: { code: 'moved-on', path, backup } } : { ok: true, file: places, merged: true };
  } catch (error) {
    return { ok: false, reason: { code: 'unreadable', path, failure: codeOf(error) } };
  }
}

/**
 * Only the edited places as they were, on what the store holds; null where one of them is not as the change left it.
 *
 * @param old the text from before the change, null for no file
 */
function placesBack(entry: JournalFile, old: Secret | null, image: FileImage): FileChange | null {
  const { path, kind, left } = entry;
  const edits = left === null ? null : putBack(left, contentOf(old?.reveal() ?? null), contentOf(image.text.reveal()));
  if (edits === null) return null;
  const result = changeFile(path, kind, image, edits);
  return result.ok ? { ...result.file, judge: judgeBack(entry, old) } : null;
}

/** The exact bytes; an OpenClaw that writes to the store in this moment gets the same places back in what it wrote. */
function exactly(entry: JournalFile, text: Secret, image: FileImage): FileChange {
  const { path, kind, after, left } = entry;
  const judge = left === null ? {} : { judge: judgeBack(entry, text) };
  return { path, kind, expected: after, after: text, changes: true, diff: maskedDiff(image.text, text), ...judge };
}

/** What a later text of the store makes of it: back already, still as the change left it, or decided by somebody else. */
function judgeBack(entry: JournalFile, old: Secret | null): NonNullable<FileChange['judge']> {
  return (now) => {
    if (now === null || contentOf(now) === null) return { state: now === null ? 'replaced' : 'unreadable', replan: () => null };
    const places = placesBack(entry, old, { path: entry.path, text: new Secret(now), sha256: hashOf(Buffer.from(now)) ?? '' });
    return { state: places === null ? 'replaced' : places.changes ? 'undone' : 'kept', replan: () => places };
  };
}
