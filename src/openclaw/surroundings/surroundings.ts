import type { GatewayPresence } from '../gateway-presence.ts';
import type { SessionPin } from '../session-pins.ts';
import type { PrivatePlace } from './private-places.ts';
import type { SecretLines } from './secret-lines.ts';

/** A lock file that no living process holds. */
export interface DeadLock {
  readonly path: string;
  /** The process that made it; null when the lock does not say. */
  readonly pid: number | null;
  readonly ageMs: number;
}

/** What an interrupted write left behind; it may hold secrets. */
export interface Leftover {
  readonly path: string;
  readonly by: 'clawdial' | 'openclaw';
}

/** Why an OpenClaw that writes here may not see who holds a lock of ours. `uid` is the owner of the state directory. */
export type UnseenLocks = { readonly why: 'container' } | { readonly why: 'other-user'; readonly uid: number };

/** A file with secrets that lies in a git work tree. */
export interface TrackedPlace {
  readonly path: string;
  readonly workTree: string;
  /** True when git keeps it already; else a link leads into the work tree. */
  readonly tracked: boolean;
}

/** What lies around the config and the stores, as far as it matters for secrets and for writing. No secret is in here. */
export interface Surroundings {
  readonly places: readonly PrivatePlace[];
  readonly secretLines: readonly SecretLines[];
  readonly deadLocks: readonly DeadLock[];
  /** Null where locks do what they are for. */
  readonly unseenLocks: UnseenLocks | null;
  readonly leftovers: readonly Leftover[];
  readonly tracked: readonly TrackedPlace[];
  readonly gateway: GatewayPresence;
  readonly sessionPins: readonly SessionPin[];
  /** A symbolic link stands at the path of the config. */
  readonly configIsLink: boolean;
  /** Places that this user cannot write; `code` is the errno name. */
  readonly unwritable: readonly { readonly path: string; readonly code: string }[];
}
