import type { Layout } from '../openclaw/installation.ts';
import type { ProfileType, ReadProblem } from '../openclaw/snapshot.ts';
import type { ProgramProblem } from '../rules/program-problem.ts';
import type { Secret } from '../terminal/secret.ts';
import type { Change } from './change.ts';

/** What the person wants to save, and for whom. */
export interface SaveCredentialWish {
  /** `all` means the main store, which every agent inherits, and every own copy that would win over it. */
  readonly agentIds: 'all' | readonly string[];
  readonly profileId: string;
  readonly credential:
    | { readonly type: 'api_key'; readonly secret: Secret }
    /** `expires` in epoch ms. */
    | { readonly type: 'token'; readonly secret: Secret; readonly expires: number | null };
  /** `provider/model` for `agents.defaults.model`, or null to leave it. */
  readonly defaultModel: string | null;
}

export type PlanWarning =
  /** Profiles that OpenClaw tries today and will not once `auth.profiles` lists only others (S16). */
  | { readonly code: 'unlisted-profiles'; readonly profileIds: readonly string[] }
  /** The profile waits until `until` (epoch ms); saving does not end that (S12). */
  | { readonly code: 'cooldown-stays'; readonly profileId: string; readonly until: number }
  /** `auth.*` in the config changes, so a running gateway restarts (S17). */
  | { readonly code: 'gateway-restart' }
  /** A symlink leads out of the state directory into a git work tree, where the credential could be committed. */
  | { readonly code: 'git-work-tree'; readonly path: string; readonly workTree: string }
  /** Several programs are called `openclaw`; the first one saves. */
  | { readonly code: 'several-programs'; readonly path: string; readonly version: string; readonly others: readonly string[] }
  /** The installed OpenClaw is newer than the one that last wrote the config: it may bring its databases up to date. */
  | { readonly code: 'newer-program'; readonly version: string; readonly state: string }
  /** A variable that OpenClaw uses today and will not once a profile is eligible (section 10). */
  | { readonly code: 'variable-ignored'; readonly name: 'ANTHROPIC_OAUTH_TOKEN' | 'ANTHROPIC_API_KEY' };

export type RefusalReason =
  /** OpenClaw alone writes this layout, and the installed one is not asked; `commands` are the arguments for a person to run it with. */
  | { readonly code: 'program'; readonly problem: ProgramProblem; readonly commands: readonly (readonly string[])[] }
  /** This layout is written by OpenClaw alone. */
  | { readonly code: 'layout'; readonly layout: Layout }
  | { readonly code: 'broken-store'; readonly path: string; readonly problem: ReadProblem }
  | { readonly code: 'broken-config'; readonly path: string; readonly problem: ReadProblem }
  /** `at` is set in a file that the config includes; `files` are the included files, as far as they are known. */
  | { readonly code: 'include'; readonly path: string; readonly files: readonly string[]; readonly at: readonly string[] }
  /** The id belongs to a credential of another kind. `path` is the file that says so. */
  | { readonly code: 'other-type'; readonly path: string; readonly profileId: string; readonly found: ProfileType | 'other'; readonly proposedId: string }
  /** The file cannot be edited at this place: a key stands twice, or something else than an object is in the way. */
  | { readonly code: 'edit'; readonly path: string; readonly problem: 'syntax' | 'duplicate-key' | 'not-an-object' | 'verification'; readonly at: readonly string[]; readonly line: number | null }
  | { readonly code: 'unknown-agent'; readonly agentId: string }
  /** Blank, or a name that JavaScript keeps for itself. */
  | { readonly code: 'profile-id'; readonly profileId: string };

export type PlanResult =
  | { readonly state: 'planned'; readonly change: Change; readonly warnings: readonly PlanWarning[] }
  | { readonly state: 'refused'; readonly reason: RefusalReason };

/** A place in a file that cannot be edited. */
export type EditRefusal = Extract<RefusalReason, { readonly code: 'edit' }>;
