import { applyChange } from '../../changes/apply.ts';
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
  /** False for taking a change back. */
  readonly remember: boolean;
}

/** Applies a change of the config once, under OpenClaw's lock where its version has one, and notes it down for undo. */
export async function applyConfigChange({ installation }: Snapshot, change: Change, { remember, ...options }: SaveOptions): Promise<SavedChange> {
  const result = await applyChange(change, { now: Date.now, configLock: supports(installation.version, 'config-lock'), neededBackups: backupsInJournal(installation.config.path), ...options });
  // What was applied before a failure is noted down too: its bytes from before lie beside it.
  const remembered = !remember || rememberChange(installation.config.path, change, result.files, Date.now());
  return { result, remembered };
}
