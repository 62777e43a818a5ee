import { setTimeout as pause } from 'node:timers/promises';
import { localFiles } from '../openclaw/local-files.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { missingSince, takeCensus, type Census } from '../rules/store-census.ts';
import { isProven } from '../rules/store-proof.ts';
import { safeText, say, type SafeText } from '../terminal/safe-text.ts';
import { Secret } from '../terminal/secret.ts';
import { applyChange, type ApplyOptions } from './apply.ts';
import type { ApplyResult, AppliedFile, Change, CommandFailure, CommandStep, FileChange, Loss } from './change.ts';
import { codeOf } from './errno.ts';
import { keepComments } from './keep-comments.ts';
import { backupRows, type RowsBackup } from './rows-backup.ts';
import { lastWords, runCommand } from './run-command.ts';
import { hashOf, readTarget, realTarget } from './target.ts';

export interface CommandOptions extends ApplyOptions {
  /** What the change was planned from. */
  readonly before: Snapshot;
  /** Reads the same installation once more. */
  readonly readAgain: () => Promise<Snapshot>;
  /** Hears of every command before it runs. */
  readonly onCommand?: (step: CommandStep) => void;
  /** For one command, in ms; two minutes unless told. */
  readonly deadlineMs?: number;
}

/**
 * Applies a change whose commands OpenClaw carries out: our own files first, then each command, then what it did is read
 * back. When a command fails, our files are put back. What stands in the stores decides, not what a program says of
 * itself; and what was there before is counted before and after.
 */
export async function applyWithCommands(change: Change, options: CommandOptions): Promise<ApplyResult> {
  const { commands = [] } = change;
  if (commands.length === 0) return applyChange(change, options);
  let rows: RowsBackup;
  try {
    rows = await backupRows(options.before, localFiles, options.now());
  } catch (error) {
    return { state: 'failed', path: options.before.installation.stateDir.path, code: codeOf(error), files: [] };
  }
  const census = takeCensus(options.before);
  const result = await applyChange(change, options);
  if (result.state !== 'applied') {
    rows.discard();
    return result;
  }
  for (const step of commands) {
    options.onCommand?.(step);
    const failure = await carryOut(step, options);
    if (failure !== null) return failed(change, step, failure, result.files, census, rows, options);
  }
  await keepComments(change, options);
  const loss = lossSince(commands, census, await options.readAgain(), result.files, rows);
  if (loss === null) rows.discard();
  return { ...result, loss };
}

/** Null when what the command should have done is done. */
async function carryOut(step: CommandStep, { signal, readAgain, deadlineMs }: CommandOptions): Promise<CommandFailure | null> {
  const end = await runCommand(step, signal, deadlineMs);
  if (await provenSoon(step, readAgain)) return null;
  const said = lastWords(end);
  const { outcome } = end;
  return outcome.by === 'exit' && outcome.code === 0 ? { kind: 'not-saved', said } : { kind: 'ended', outcome, said };
}

/** Between looks at the stores, in ms: a gateway may hold a database for a moment. */
const looksMs = [0, 150, 500];

async function provenSoon({ proof }: CommandStep, readAgain: CommandOptions['readAgain']): Promise<boolean> {
  for (const ms of looksMs) {
    if (ms > 0) await pause(ms);
    if (isProven(proof, await readAgain())) return true;
  }
  return false;
}

async function failed(
  change: Change,
  step: CommandStep,
  failure: CommandFailure,
  files: readonly AppliedFile[],
  census: Census,
  rows: RowsBackup,
  options: CommandOptions,
): Promise<ApplyResult> {
  const undone = await putBack(change, files, options);
  const loss = lossSince(change.commands ?? [], census, await options.readAgain(), files, rows);
  if (loss === null) rows.discard();
  return { state: 'command-failed', path: step.program, argv: step.argv, takesSecret: step.secret !== null, failure, restored: undone, loss, files: undone ? [] : files };
}

/** The bytes from before, where nobody wrote since. @returns false when a file stays as the change left it */
async function putBack(change: Change, files: readonly AppliedFile[], options: ApplyOptions): Promise<boolean> {
  const backwards: FileChange[] = [];
  for (const file of change.files) {
    const done = files.find(({ path, changed }) => changed && path === file.path);
    if (done === undefined) continue;
    const before = done.backup === null ? null : readTarget(realTarget(done.backup));
    if (before === null || file.expected !== hashOf(before)) return false;
    const after = new Secret(before.toString('utf8'));
    backwards.push({ path: file.path, kind: file.kind, expected: hashOf(Buffer.from(file.after.reveal())), after, changes: true, diff: [] });
  }
  if (backwards.length === 0) return true;
  return (await applyChange({ title: change.title, files: backwards }, options)).state === 'applied';
}

function lossSince(commands: readonly CommandStep[], before: Census, after: Snapshot, files: readonly AppliedFile[], rows: RowsBackup): Loss | null {
  const wanted = new Set(commands.flatMap(({ proof }) => ('profileId' in proof && proof.kind !== 'saved' ? [proof.profileId] : [])));
  const missing = withoutWanted(missingSince(before, takeCensus(after)), wanted);
  if (missing.profiles.length === 0 && missing.settings.length === 0) return null;
  return {
    profiles: missing.profiles.map(profileName),
    settings: missing.settings.map(safeText),
    backups: [...files.flatMap(({ backup }) => backup ?? []), ...rows.paths],
  };
}

/** A profile that was to go takes its settings along. */
function withoutWanted({ profiles, settings }: Census, wanted: ReadonlySet<string>): Census {
  return {
    profiles: profiles.filter(({ profileId }) => !wanted.has(profileId)),
    settings: settings.filter((path) => ![...wanted].some((profileId) => path.startsWith(`auth.profiles.${profileId}`))),
  };
}

function profileName({ agentId, profileId }: Census['profiles'][number]): SafeText {
  return agentId === null ? safeText(profileId) : say`${safeText(agentId)}: ${safeText(profileId)}`;
}
