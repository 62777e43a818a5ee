import type { SafeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import type { Aftermath } from './aftermath.ts';

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

/** A planned edit: shown as a diff, refused, or applied once. Nothing is written except by applying one. */
export interface Change {
  /** What it does, for people. */
  readonly title: SafeText;
  /** In the order in which they are applied. */
  readonly files: readonly FileChange[];
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

export type ApplyResult =
  | {
      readonly state: 'applied';
      readonly files: readonly AppliedFile[];
      /** False when the directory entry could not be synced: the new text is in place, a power cut may undo it. */
      readonly durable: boolean;
    }
  /** The file is not as it was when the change was planned. Nothing was written to it. */
  | { readonly state: 'conflict'; readonly path: string; readonly files: readonly AppliedFile[] }
  | { readonly state: 'locked'; readonly path: string; readonly holder: LockHolder; readonly files: readonly AppliedFile[] }
  /** `code` is the errno name. `files` lists what was already applied and stays. */
  | { readonly state: 'failed'; readonly path: string; readonly code: string; readonly files: readonly AppliedFile[] };
