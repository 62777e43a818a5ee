import { applyChange, type ApplyOptions } from '../../changes/apply.ts';
import { applyWithCommands } from '../../changes/apply-commands.ts';
import type { ApplyResult, Change, LockHolder } from '../../changes/change.ts';
import { backupsInJournal, rememberChange } from '../../changes/journal.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { supports } from '../../rules/versions.ts';

/** How a change of the config ended. */
export interface SavedChange {
  readonly result: ApplyResult;
  /** False when `clawdial undo` will not find the change; true also when nothing was applied. */
  readonly remembered: boolean;
}

interface SaveOptions {
  readonly signal?: AbortSignal;
  readonly onWaiting?: (holder: LockHolder, elapsedMs: number) => void;
  /** Reads the same installation once more; a change with commands of OpenClaw needs it. */
  readonly readAgain?: () => Promise<Snapshot>;
  /** False for taking a change back. */
  readonly remember: boolean;
}

/**
 * Applies a change once, under OpenClaw's lock where its version has one, and notes it down for undo. What OpenClaw did
 * itself cannot be taken back by us, so that is not noted down.
 */
export async function applyConfigChange(snapshot: Snapshot, change: Change, { remember, readAgain, ...options }: SaveOptions): Promise<SavedChange> {
  const { installation } = snapshot;
  const all: ApplyOptions = {
    now: Date.now,
    readOnly: installation.readOnly,
    configLock: supports(installation.version, 'config-lock'),
    neededBackups: backupsInJournal(installation.config.path),
    ...options,
  };
  if ((change.commands ?? []).length > 0) {
    if (readAgain === undefined) throw new Error('a change with commands was applied by a caller that cannot read back');
    return { result: await applyWithCommands(change, { ...all, before: snapshot, readAgain }), remembered: false };
  }
  const result = await applyChange(change, all);
  // What was applied before a failure is noted down too: its bytes from before lie beside it.
  const remembered = !remember || rememberChange(installation.config.path, change, result.files, Date.now());
  return { result, remembered };
}
