import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import type { StatusWarning } from '../agent-warnings.ts';
import type { RouteError } from '../cache/route-error.ts';
import type { RouteWarning } from '../cache/route-warning.ts';
import type { CheckCode } from './check-codes.ts';
import type { Detail } from './detail.ts';

/**
 * How much a finding matters: `problem` something does not work, or a secret lies open · `warning` it works, and will
 * bite · `note` good to know, and nothing to repair.
 */
export type Severity = 'problem' | 'warning' | 'note';

/** Where a finding lies. */
export type Place =
  /** A key of the config as OpenClaw sees it, includes merged. */
  | { readonly in: 'config'; readonly keys: readonly string[] }
  /** A file or directory; `keys` lead to an entry of a file that holds JSON. */
  | { readonly in: 'file'; readonly path: string; readonly keys?: readonly string[]; readonly line?: number };

/** Whose words tell the finding: what another screen says already is said in the same words here. */
export type Told =
  | { readonly by: 'status'; readonly warning: StatusWarning; readonly agentId: string }
  | { readonly by: 'route'; readonly warning: RouteWarning }
  | { readonly by: 'route-error'; readonly error: RouteError; readonly version: string }
  | { readonly by: 'doctor'; readonly detail: Detail };

/** What would mend a finding, as data: the plan of it is made from the files as they are then. No secret is in here. */
export type Mend =
  /** Takes the rights of others away. Modes are permission bits. */
  | { readonly do: 'tighten'; readonly path: string; readonly kind: 'file' | 'directory'; readonly from: number; readonly to: number }
  /** Edits of the config (paths as OpenClaw sees it), and of one store. */
  | { readonly do: 'edit'; readonly config: readonly ConfigEdit[]; readonly store: StoreEdits | null }
  /** Moves a value of the config, which may be a secret, to another key. */
  | { readonly do: 'move-key'; readonly from: readonly string[]; readonly to: readonly string[] }
  /** Stores a secret under the type that it has, in the config too where it declares one. */
  | { readonly do: 'retype'; readonly path: string; readonly profileId: string; readonly to: 'api_key' | 'token' }
  /** Replaces `cacheControlTtl` by the `cacheRetention` that it means. */
  | { readonly do: 'migrate-retention'; readonly agentIds: readonly string[] }
  /** Removes the lock of a process that is gone. */
  | { readonly do: 'remove-lock'; readonly path: string }
  /** Removes what an ended run of ours left behind. */
  | { readonly do: 'remove-leftover'; readonly path: string };

export interface StoreEdits {
  /** The file of the store. */
  readonly path: string;
  readonly edits: readonly ConfigEdit[];
}

/** Something that a check found. */
export interface Finding {
  readonly code: CheckCode;
  readonly severity: Severity;
  /** Null for what lies in no file, e.g. the environment. */
  readonly place: Place | null;
  /** Ids of the agents it concerns; empty when it concerns the installation. */
  readonly agents: readonly string[];
  readonly told: Told;
  /** Null when a person must do it, or OpenClaw itself. */
  readonly mend: Mend | null;
}
