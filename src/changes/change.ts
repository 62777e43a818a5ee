import type { ProgramEnvironment } from '../openclaw-program/program-environment.ts';
import type { ProgramOutcome } from '../openclaw-program/run-program.ts';
import type { StoreProof } from '../rules/store-proof.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import type { Aftermath } from './aftermath.ts';
import type { Left } from './left-places.ts';

/** One line of a diff that a person may see: secrets are masked before it is made. */
export interface DiffLine {
  readonly mark: ' ' | '+' | '-';
  /** 1-based line in the new file (for `-`, in the old one). */
  readonly line: number;
  readonly text: SafeText;
}

/** A planned edit of one file. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'auth-store' | 'config';
  /** SHA-256 (hex) of the bytes that were read, or null when the file must not exist yet. */
  readonly expected: string | null;
  /** The whole new text. */
  readonly after: Secret;
  /** False when the text is already as wanted; nothing is written then. */
  readonly changes: boolean;
  /** Hunks with two lines of context, masked. */
  readonly diff: readonly DiffLine[];
  /** What became of our edits in what the file holds later (null: no file); absent where the change is exact bytes. */
  readonly judge?: (now: string | null) => Judgement;
  /** What it leaves at the places that it edits, for taking it back; absent where the change is exact bytes. */
  readonly left?: () => Left | null;
}

export interface Judgement {
  readonly state: Aftermath;
  /** The same edits, planned on what the file holds now; null when they cannot be made there. */
  readonly replan: () => FileChange | null;
}

/** Rights to be given to a file or directory, or taken; its bytes stay. Modes are permission bits. */
export interface ModeChange {
  readonly path: string;
  readonly kind: 'file' | 'directory';
  /** As it was read: another mode by then is a conflict. */
  readonly from: number;
  readonly to: number;
}

/**
 * A file that goes: for good the lock of a process that is gone, or what an ended run of ours left; what a change made,
 * when that is taken back, is kept beside its place like every text from before.
 */
export type Removal =
  | { readonly path: string; readonly what: 'dead-lock' | 'leftover' }
  /** `expected` is the SHA-256 (hex) of what the change wrote. */
  | { readonly path: string; readonly what: 'made'; readonly kind: FileChange['kind']; readonly expected: string };

/** A step that OpenClaw itself does, because nobody else may write its databases. */
export interface CommandStep {
  /** Absolute path of `openclaw`. */
  readonly program: string;
  readonly argv: readonly string[];
  /** Goes on standard input, and nowhere else; null when the command takes none. */
  readonly secret: Secret | null;
  readonly environment: ProgramEnvironment;
  readonly workingDirectory: string;
  /** What must stand in the stores afterwards: what the program says of itself is not believed. */
  readonly proof: StoreProof;
}

/** A planned edit: shown as a diff, refused, or applied once. Nothing is written except by applying one. */
export interface Change {
  /** What it does, for people. */
  readonly title: SafeText;
  /** In the order in which they are applied. */
  readonly files: readonly FileChange[];
  /** After the files, which are put back when one of them fails. */
  readonly commands?: readonly CommandStep[];
  /** After the files. */
  readonly modes?: readonly ModeChange[];
  /** At the end. */
  readonly removals?: readonly Removal[];
}

export interface LockHolder {
  /** Null when the lock names no process. */
  readonly pid: number | null;
  /** The command line's first word, if it can be read. */
  readonly command: SafeText | null;
  /** How old the lock is. */
  readonly ageMs: number;
}

export interface AppliedFile {
  readonly path: string;
  /** Its bytes, or its mode; or it was removed. */
  readonly changed: boolean;
  /** Our copy of the bytes before, beside the file; null when there was no file or nothing changed. */
  readonly backup: string | null;
  /** Another program wrote over it right after us; `restored`: our edits are in it again. Absent when none did. */
  readonly overwritten?: Overwritten;
}

export type Overwritten = 'restored' | 'lost';

/** Why a command of OpenClaw is taken for failed; `said` is the end of its output, without secrets. */
export type CommandFailure =
  | { readonly kind: 'ended'; readonly outcome: ProgramOutcome; readonly said: readonly SafeText[] }
  /** It ended well, and what it should have saved is not there. */
  | { readonly kind: 'not-saved'; readonly said: readonly SafeText[] };

/** What was there before a command of OpenClaw and is not there after it. */
export interface Loss {
  /** `agent: profile id`, or the id alone in the shared store. */
  readonly profiles: readonly SafeText[];
  /** Paths in the config. */
  readonly settings: readonly SafeText[];
  /** Copies from before: of the config, and of the rows of the databases. */
  readonly backups: readonly string[];
}

export type ApplyResult =
  | {
      readonly state: 'applied';
      readonly files: readonly AppliedFile[];
      /** False when the directory entry could not be synced: the new text is in place, a power cut may undo it. */
      readonly durable: boolean;
      /** What a command of OpenClaw took along that it should not have; absent without commands. */
      readonly loss?: Loss | null;
    }
  /** A command of OpenClaw did not do what it should. `restored`: the files are as they were before. */
  | {
      readonly state: 'command-failed';
      /** The program. */
      readonly path: string;
      readonly argv: readonly string[];
      /** It reads a secret from standard input. */
      readonly takesSecret: boolean;
      readonly failure: CommandFailure;
      readonly restored: boolean;
      readonly loss: Loss | null;
      readonly files: readonly AppliedFile[];
    }
  /** The file is not as it was when the change was planned. Nothing was written to it. */
  | { readonly state: 'conflict'; readonly path: string; readonly files: readonly AppliedFile[] }
  | { readonly state: 'locked'; readonly path: string; readonly holder: LockHolder; readonly files: readonly AppliedFile[] }
  /** `code` is the errno name. `files` lists what was already applied and stays. */
  | { readonly state: 'failed'; readonly path: string; readonly code: string; readonly files: readonly AppliedFile[] };
