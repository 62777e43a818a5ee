import type { ApplyResult, LockHolder, Overwritten } from '../../changes/change.ts';
import type { PlanWarning, RefusalReason } from '../../changes/save-plan.ts';
import type { ReadOnlyVariable } from '../../openclaw/installation.ts';
import type { ReadProblem } from '../../openclaw/snapshot.ts';
import { joinSafe, safeText, say } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';
import { numberWords } from './amounts.ts';
import { timeWords } from './date.ts';
import { commandFailedWords, programProblemWords, programWarningWords, readOnlyWords, runItYourselfWords } from './openclaw-program.ts';
import { databaseFaultWords } from './reading.ts';
import type { SafeText } from '../../terminal/safe-text.ts';

export function saveTitle(profileId: SafeText): SafeText {
  return say`Save ${profileId}`;
}

const list = (texts: readonly string[]): SafeText => joinSafe(texts.map(safeText), say`, `);
const dotted = (path: readonly string[]): SafeText => joinSafe(path.map(safeText), say`.`);

export function planWarningWords(warning: PlanWarning): SafeText {
  switch (warning.code) {
    case 'unlisted-profiles':
      return say`OpenClaw will stop trying ${list(warning.profileIds)}: once auth.profiles names an Anthropic profile, it tries only those it names.`;
    case 'cooldown-stays':
      return say`${safeText(warning.profileId)} waits until ${timeWords(warning.until)}. Saving does not end that: OpenClaw tries it again after that time.`;
    case 'git-work-tree':
      return say`${safeText(warning.path)} is a link into the git work tree ${safeText(warning.workTree)}: take care that the credential is never committed.`;
    case 'gateway-restart':
      return say`A running OpenClaw gateway restarts after this, because auth in its config changes. It finishes the work at hand first.`;
    case 'several-programs':
    case 'newer-program':
      return programWarningWords(warning);
    case 'variable-ignored':
      return say`${safeText(warning.name)} goes out of use: OpenClaw takes the variable only while no profile can be used.`;
  }
}

export function refusalWords(reason: RefusalReason): Explanation {
  switch (reason.code) {
    case 'program':
      return { title: programProblemWords(reason.problem), advice: runItYourselfWords(reason.commands) };
    case 'layout':
      return {
        title: say`This OpenClaw keeps its credentials in a form that clawdial does not write (${safeText(reason.layout)}). Nothing was changed.`,
        advice: say`Give the credential to OpenClaw itself: openclaw models auth paste-api-key or paste-token reads it from standard input.`,
      };
    case 'broken-store':
      return {
        title: say`${safeText(reason.path)} cannot be read: ${problemWords(reason.problem)}. Nothing was changed.`,
        advice: say`Repair this file or put a copy of it back before OpenClaw runs again: OpenClaw takes a broken store for none and may write over it.`,
      };
    case 'broken-config':
      return {
        title: say`${safeText(reason.path)} cannot be read: ${problemWords(reason.problem)}. Nothing was changed.`,
        advice: say`Correct the config, then try again. openclaw doctor names every problem in it.`,
      };
    case 'include':
      return {
        title: say`${dotted(reason.at)} is set in a file that ${safeText(reason.path)} includes. Nothing was changed.`,
        advice: reason.files.length === 0 ? say`Make the change in the included file.` : say`Make the change there: ${list(reason.files)}`,
      };
    case 'other-type':
      return {
        title: say`${safeText(reason.profileId)} is already a credential of another kind (${safeText(reason.found)}) in ${safeText(reason.path)}. Nothing was changed.`,
        advice: say`Choose another name, for example ${safeText(reason.proposedId)}; the one that is there stays.`,
      };
    case 'edit':
      return { title: editWords(reason), advice: say`Correct this place by hand, then try again.` };
    case 'unknown-agent':
      return {
        title: say`There is no agent ${safeText(reason.agentId)}. Nothing was changed.`,
        advice: say`Choose one of the agents that the config lists.`,
      };
    case 'profile-id':
      return {
        title: say`"${safeText(reason.profileId)}" cannot be the name of a profile. Nothing was changed.`,
        advice: say`Use a name such as anthropic:default, without blanks around it.`,
      };
  }
}

function editWords({ path, problem, at, line }: Extract<RefusalReason, { code: 'edit' }>): SafeText {
  const place = line === null ? safeText(path) : say`${safeText(path)}, line ${line}`;
  switch (problem) {
    case 'syntax':
      return say`${place}: the text is not valid. Nothing was changed.`;
    case 'duplicate-key':
      return say`${place}: ${dotted(at)} stands there twice, so it is not clear which one counts. Nothing was changed.`;
    case 'not-an-object':
      return say`${place}: ${dotted(at)} is not an object. Nothing was changed.`;
    case 'verification':
      return say`${place}: the edited text would not mean exactly what was wanted. Nothing was changed.`;
  }
}

function problemWords(problem: ReadProblem): SafeText {
  switch (problem.kind) {
    case 'syntax':
      return say`line ${problem.line}, column ${problem.column} is not valid`;
    case 'not-a-file':
      return say`it is a ${safeText(problem.found)}`;
    case 'unreadable':
      return say`the system says ${safeText(problem.code)}`;
    case 'too-large':
      return say`it has ${numberWords(problem.bytes)} bytes, the limit is ${numberWords(problem.limit)}`;
    case 'not-utf8':
      return say`byte ${problem.offset} is not UTF-8`;
    case 'shape':
      return safeText(problem.message);
    case 'missing-variable':
      return say`${safeText(problem.at)} needs the variable ${safeText(problem.name)}, which has no value`;
    case 'database':
      return databaseFaultWords(problem.fault);
    case 'include':
      return say`the included file ${safeText(problem.path)}: ${safeText(problem.message)}`;
  }
}

/** Who holds a lock, and since when, for the countdown and for the end of it. */
export function lockHolderWords({ pid, command, ageMs }: LockHolder): SafeText {
  const seconds = Math.round(ageMs / 1000);
  if (pid === null) {
    return say`an unnamed holder, for ${seconds} s`;
  }
  return command === null ? say`process ${pid}, for ${seconds} s` : say`${command} (process ${pid}), for ${seconds} s`;
}

export function applyResultWords(result: Exclude<ApplyResult, { state: 'applied' }>): Explanation {
  if (result.state === 'command-failed') return commandFailedWords(result);
  if (result.state === 'failed' && isReadOnlyVariable(result.code)) return readOnlyWords(result.code);
  const path = safeText(result.path);
  const rest = leftWords(result.files.filter(({ changed }) => changed).map((file) => file.path));
  switch (result.state) {
    case 'conflict':
      return { title: say`${path} changed in the meantime. ${rest}`, advice: say`Look at the new plan and save again.` };
    case 'locked':
      return {
        title: say`Another program holds ${path}: ${lockHolderWords(result.holder)}. ${rest}`,
        advice: say`Try again when it is done. If no such program runs, remove this lock file.`,
      };
    case 'failed':
      return { title: say`${path} was not saved: ${failureWords(result.code)}. ${rest}`, advice: failureAdvice(result.code) };
  }
}

/** A file that another program wrote over right after us. */
export function overwrittenWords(path: SafeText, what: Overwritten): SafeText {
  return what === 'restored'
    ? say`Another program wrote an older copy over ${path} right after us. Your change is in it again.`
    : say`Another program changed the same place in ${path} right after us, and what it wrote stands there now. Look at it, then save again if you need to.`;
}

function isReadOnlyVariable(code: string): code is ReadOnlyVariable {
  return code === 'OPENCLAW_CONFIG_READONLY' || code === 'OPENCLAW_NIX_MODE';
}

function leftWords(applied: readonly string[]): SafeText {
  return applied.length === 0 ? say`Nothing was changed.` : say`Already saved: ${list(applied)}. Nothing else was changed.`;
}

interface FailureWords {
  readonly what: SafeText;
  readonly next: SafeText;
}

const ownerAdvice = say`Run clawdial as the user that OpenClaw runs as, or give that user the right to write there.`;
const spaceAdvice = say`Make room there, then save again.`;
const plainFileAdvice = say`Put a plain file in its place, then save again.`;

const failures: ReadonlyMap<string, FailureWords> = new Map(
  Object.entries({
    EACCES: { what: say`you have no right to write there (EACCES)`, next: ownerAdvice },
    EPERM: { what: say`the system does not allow it (EPERM)`, next: say`See whether the file is marked immutable (lsattr), and who owns it.` },
    ENOTOWNER: { what: say`it belongs to another user`, next: ownerAdvice },
    EROFS: { what: say`the file system is read-only (EROFS)`, next: say`Make it writable, or point OPENCLAW_STATE_DIR to a place that is.` },
    ENOSPC: { what: say`the disk is full (ENOSPC)`, next: spaceAdvice },
    EDQUOT: { what: say`your quota is used up (EDQUOT)`, next: spaceAdvice },
    EFBIG: { what: say`it would be larger than this process may write (EFBIG)`, next: say`Raise the limit (ulimit -f), then save again.` },
    EIO: { what: say`the disk reported an error (EIO)`, next: say`Check the disk before you save again.` },
    EBUSY: { what: say`it is mounted by itself and cannot be replaced (EBUSY)`, next: say`Mount its directory instead of the single file, then save again.` },
    ELOOP: { what: say`its symbolic links lead in a circle (ELOOP)`, next: say`Correct the links, then save again.` },
    ENOENT: { what: say`its directory, or the one its symbolic link points into, does not exist (ENOENT)`, next: say`Create that directory or correct the link, then save again.` },
    ENOTDIR: { what: say`a part of its path is no directory (ENOTDIR)`, next: say`Correct the path, then save again.` },
    EISDIR: { what: say`a directory stands in its place (EISDIR)`, next: plainFileAdvice },
    ENOTFILE: { what: say`a pipe, socket or device stands in its place`, next: plainFileAdvice },
    EHARDLINK: { what: say`the file has a second name elsewhere (hard link), and replacing it would split the two`, next: say`Make it a file of its own (copy it, then rename the copy), then save again.` },
    EMFILE: { what: say`too many files are open (EMFILE)`, next: say`Close other programs or raise the limit (ulimit -n), then save again.` },
    ENFILE: { what: say`too many files are open on this machine (ENFILE)`, next: say`Close other programs, then save again.` },
    ENAMETOOLONG: { what: say`the path is too long (ENAMETOOLONG)`, next: say`Use a shorter path.` },
  }),
);

function failureWords(code: string): SafeText {
  return failures.get(code)?.what ?? say`the system says ${safeText(code)}`;
}

function failureAdvice(code: string): SafeText {
  return failures.get(code)?.next ?? say`Look at the place that is named, then save again.`;
}
