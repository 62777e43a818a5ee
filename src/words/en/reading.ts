import type { LayoutReason, VersionOrigin } from '../../openclaw/installation.ts';
import type { UsageProblem } from '../../openclaw/locate.ts';
import type { DatabaseFault, ReadProblem } from '../../openclaw/snapshot.ts';
import type { Standing } from '../../rules/candidate.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { numberWords } from './amounts.ts';

/** What happened, and what to do about it. */
export interface ProblemWords {
  readonly title: SafeText;
  readonly advice: SafeText;
}

type ProblemOf<Kind extends ReadProblem['kind']> = Extract<ReadProblem, { readonly kind: Kind }>;

/**
 * Why a file could not be used.
 *
 * @param path the file that was read (for an include: the config that names it).
 */
export function readProblemWords(problem: ReadProblem, path: SafeText): ProblemWords {
  switch (problem.kind) {
    case 'syntax':
      return syntaxWords(problem, path);
    case 'not-a-file':
      return {
        title: say`${path} is a ${notAFile[problem.found]}, not a file.`,
        advice: say`It was left alone. Move it away, or point to the right path.`,
      };
    case 'unreadable':
      return unreadableWords(problem.code, path);
    case 'too-large':
      return {
        title: say`${path} has ${numberWords(problem.bytes)} bytes; at most ${numberWords(problem.limit)} are read.`,
        advice: say`It was not read or changed. A file of this kind is small: look at what made it grow.`,
      };
    case 'not-utf8':
      return {
        title: say`${path} is not UTF-8: byte ${problem.offset} does not fit.`,
        advice: say`It was not changed, because saving would damage it. Convert it to UTF-8, or restore a backup.`,
      };
    case 'shape':
      return {
        title: say`${path}: ${shapeFaults.get(problem.message) ?? safeText(problem.message)}.`,
        advice: say`It was not changed. Correct it, or restore a backup that lies beside it.`,
      };
    case 'missing-variable':
      return missingVariableWords(problem, path);
    case 'database':
      return databaseProblemWords(problem.fault, path);
    case 'include':
      return {
        title: say`${path} includes ${safeText(problem.path)}: ${includeFaults.get(problem.message) ?? safeText(problem.message)}.`,
        advice: say`Nothing was changed. OpenClaw treats the whole config as invalid until the $include is corrected.`,
      };
  }
}

/** Why a database could not be used, as the end of a sentence about it. */
export function databaseFaultWords(fault: DatabaseFault): SafeText {
  return databaseFaults[fault].title;
}

function databaseProblemWords(fault: DatabaseFault, path: SafeText): ProblemWords {
  const { title, advice } = databaseFaults[fault];
  return { title: say`${path}: ${title}.`, advice };
}

const databaseFaults: Readonly<Record<DatabaseFault, ProblemWords>> = {
  locked: {
    title: say`another program is writing to it and did not make way`,
    advice: say`Nothing was changed. Look again in a moment; if it stays so, see which program holds it.`,
  },
  corrupt: {
    title: say`the database is damaged`,
    advice: say`It was left alone. Stop OpenClaw, keep a copy of the file, and run openclaw doctor or restore a backup.`,
  },
  'not-a-database': {
    title: say`it is not an SQLite database`,
    advice: say`It was left alone. Move it away, or restore a backup.`,
  },
  empty: {
    title: say`the database is empty: zero bytes`,
    advice: say`It was left alone. OpenClaw would start with no credentials: restore a backup, or run openclaw doctor.`,
  },
  'no-main-file': {
    title: say`its write-ahead log (-wal) is there, and the database itself is gone`,
    advice: say`Nothing was touched. Do not start OpenClaw: restore the database first, or the changes in the log are lost.`,
  },
  'not-permitted': {
    title: say`you may not open it`,
    advice: say`Run this as the user that runs OpenClaw, or correct its owner and mode.`,
  },
  'log-unread': {
    title: say`its last changes stand in a write-ahead log that may not be opened from here`,
    advice: say`Nothing was changed. Run this as the user that runs OpenClaw, where the folder can be written to.`,
  },
  'newer-schema': {
    title: say`a newer OpenClaw made it, and this one refuses it`,
    advice: say`Use the newer OpenClaw, or restore a backup from before the update.`,
  },
  'no-sqlite': {
    title: say`this Node cannot open SQLite databases`,
    advice: say`Nothing was read. Run this with Node 22.13 or later.`,
  },
  row: {
    title: say`the row with the credentials does not hold a credential store`,
    advice: say`It was not changed. Run openclaw doctor, or restore a backup.`,
  },
};

const notAFile: Readonly<Record<ProblemOf<'not-a-file'>['found'], SafeText>> = {
  directory: say`directory`,
  fifo: say`named pipe`,
  socket: say`socket`,
  device: say`device`,
};

const shapeFaults: ReadonlyMap<string, SafeText> = new Map([
  ['not-an-object', say`the top level is not an object`],
  ['too-deep', say`it nests more than 200 levels deep`],
  ['no-profiles', say`"profiles" is missing or not an object, so OpenClaw takes it for no store at all`],
]);

const includeFaults: ReadonlyMap<string, SafeText> = new Map([
  ['outside', say`it lies outside the directory of the config`],
  ['missing', say`there is no such file`],
  ['circular', say`it includes itself, directly or through others`],
  ['too-deep', say`includes go more than 10 files deep`],
  ['not-text', say`$include must be a path or a list of paths`],
  ['siblings', say`what is included is not an object, but other keys stand beside the $include`],
  ['unreadable', say`it cannot be read`],
  ['syntax', say`it is not valid JSON5`],
]);

function syntaxWords({ line, column, message }: ProblemOf<'syntax'>, path: SafeText): ProblemWords {
  const advice = say`It was not changed. Correct that place, or restore a backup that lies beside it.`;
  if (message === 'not-json') return { title: say`${path} is not valid JSON: line ${line}, column ${column}.`, advice };
  return { title: say`${path} is not valid JSON5: ${safeText(message)} at line ${line}, column ${column}.`, advice };
}

function missingVariableWords({ name, at }: ProblemOf<'missing-variable'>, path: SafeText): ProblemWords {
  const variable = safeText(name);
  return {
    title: say`${path} uses \${${variable}} at ${safeText(at)}, and ${variable} has no value.`,
    advice: say`OpenClaw treats the whole config as invalid. Set ${variable}, or write $\${${variable}} for the plain text.`,
  };
}

function unreadableWords(code: string, path: SafeText): ProblemWords {
  const title = say`${path} cannot be read (${safeText(code)}).`;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return { title, advice: say`You may not read it. Run this as the user that runs OpenClaw, or correct its owner and mode.` };
    case 'ELOOP':
      return { title, advice: say`Its symbolic links lead in a circle. Replace the link by the file.` };
    case 'ENOTDIR':
      return { title, advice: say`A part of the path is a file, not a directory. Check the path.` };
    case 'EIO':
      return { title, advice: say`The disk reports an error. Check the disk and your backups before you go on.` };
    default:
      return { title, advice: say`It was not changed. Check the path and the disk, then try again.` };
  }
}

/** Why the installation could not be looked for. */
export function installationProblemWords(problem: UsageProblem): ProblemWords {
  switch (problem.kind) {
    case 'profile-without-name':
      return { title: say`--profile needs a name.`, advice: say`Write --profile NAME, as with openclaw. Nothing was read.` };
    case 'profile-name':
      return {
        title: say`"${safeText(problem.value)}" is not a profile name.`,
        advice: say`Use up to 64 letters, digits, "_" and "-", starting with a letter or digit. Nothing was read.`,
      };
    case 'profile-and-dev':
      return { title: say`--dev and --profile cannot be combined.`, advice: say`--dev means --profile dev: use one of them. Nothing was read.` };
    case 'version':
      return {
        title: say`"${safeText(problem.value)}" is not a version of OpenClaw.`,
        advice:
          problem.by === 'flag'
            ? say`Write --openclaw-version like 2026.2.24. Nothing was read.`
            : say`Set CLAWDIAL_OPENCLAW_VERSION to something like 2026.2.24, or unset it. Nothing was read.`,
      };
  }
}

/** Why the installation counts as having its layout. */
export function layoutReasonWords(reason: LayoutReason): SafeText {
  switch (reason.because) {
    case 'version-and-files':
      return say`the version and the files agree`;
    case 'version':
      return say`the version keeps credentials this way; there are none yet`;
    case 'files':
      return say`the files are of this kind; no version is known`;
    case 'assumed':
      return say`nothing here tells it; as of 2026.2.24`;
    case 'disagreement':
      return reason.versionSays === 'unknown'
        ? say`no version is known, and ${safeText(reason.found)} does not fit the other files (${safeText(reason.filesSay)}): only reading is safe`
        : say`${safeText(reason.found)} does not fit this version of OpenClaw (${safeText(reason.versionSays)}): only reading is safe`;
  }
}

/** Where the version comes from. */
export function versionOriginWords(origin: VersionOrigin): SafeText {
  switch (origin.by) {
    case 'flag':
      return say`from ${safeText(origin.flag)}`;
    case 'variable':
      return say`from ${safeText(origin.variable)}`;
    case 'program':
      return say`from ${safeText(origin.path)}`;
    case 'config':
      return say`the version that last wrote the config`;
    case 'database':
      return say`the OpenClaw that made ${safeText(origin.path)}`;
    case 'files':
      return say`guessed from the files`;
    case 'assumed':
      return say`assumed: nothing here tells the version`;
  }
}

/**
 * Whether OpenClaw would use a credential now, and if not, why.
 *
 * @param remaining how long a waiting one still waits, as the screen writes durations.
 */
export function standingWords(standing: Standing, remaining: SafeText): SafeText {
  switch (standing.state) {
    case 'chosen':
      return say`in use`;
    case 'next':
      return say`tried next`;
    case 'undecided':
      return say`in use, unless what could not be read comes first`;
    case 'waiting': {
      const reason = standing.reason === null ? say`` : say` (${safeText(standing.reason)})`;
      const model = standing.model === null ? say`` : say` for ${safeText(standing.model)} alone`;
      return standing.kind === 'disabled' ? say`disabled for ${remaining}${model}${reason}` : say`cooling down for ${remaining}${model}${reason}`;
    }
    case 'shadowed':
      return say`not used: ${safeText(standing.by)} comes first`;
    case 'unusable':
      return unusable[standing.because];
  }
}

const unusable: Readonly<Record<Extract<Standing, { readonly state: 'unusable' }>['because'], SafeText>> = {
  blank: say`no secret is stored`,
  expired: say`expired`,
  'mode-mismatch': say`stored as another type than the config declares`,
  'provider-mismatch': say`belongs to another provider`,
  'not-in-order': say`left out of the order`,
  'not-listed': say`not listed in auth.profiles of the config`,
  'not-stored': say`named, but not stored`,
  'not-pinned': say`out: the model of this agent asks for another profile`,
  'not-read': say`named, and its database could not be read here`,
  'other-agent': say`kept by another agent alone`,
  inactive: say`a replacement that waits to be activated`,
  'odd-expiry': say`its recorded end is no time`,
  unresolved: say`so it cannot be used`,
  'migration-required': say`refused until old credential files are taken over`,
  'store-unreadable': say`refused: a store cannot be read`,
  'no-refresh': say`expired, and cannot be refreshed`,
};
