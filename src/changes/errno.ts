import { constants } from 'node:os';

/** A refusal of our own, beside the errno names of the system. */
export type OwnCode =
  /** A FIFO, socket or device stands at the path. */
  | 'ENOTFILE'
  /** The file has another name elsewhere: replacing it would split the two. */
  | 'EHARDLINK'
  /** The file or its directory belongs to another user. */
  | 'ENOTOWNER';

/** An error that carries one of our own codes the way a system error carries its errno name. */
export class CodedError extends Error {
  readonly code: OwnCode | 'EISDIR' | 'ENOENT' | 'ENOTDIR';

  constructor(code: OwnCode | 'EISDIR' | 'ENOENT' | 'ENOTDIR') {
    super(code);
    this.code = code;
  }
}

/** The errno name of a failure, e.g. `ENOSPC`; `EUNKNOWN` for what is no system error. Nothing else of the error is kept. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') {
    return 'EUNKNOWN';
  }
  return /^E[A-Z0-9]+$/u.test(error.code) ? error.code : nameOf('errno' in error ? error.errno : undefined);
}

/** Node has no name for some numbers that the system knows, EDQUOT among them. */
function nameOf(errno: unknown): string {
  return Object.entries(constants.errno).find(([, number]) => number === -Number(errno))?.[0] ?? 'EUNKNOWN';
}

/** Runs a clean-up step whose failure must not hide what happened before it. Returns false when it failed. */
export function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
