import { resolve } from 'node:path';

/** What a path that a person wrote is relative to. */
export interface PathBase {
  /** The effective home, absolute. */
  readonly home: string;
  /** Absolute. */
  readonly workingDirectory: string;
}

/** Replaces a leading `~` by the home (2026.2.24, section 1.1: `~`, `~/x`, `~\x`; never `~name`). */
export function expandTilde(path: string, home: string): string {
  return path.replace(/^~(?=$|[\\/])/, () => home);
}

/** Makes a path that a person wrote absolute, as OpenClaw does: trimmed, `~` expanded, resolved. */
export function resolveUserPath(path: string, base: PathBase): string {
  return resolve(base.workingDirectory, expandTilde(path.trim(), base.home));
}
