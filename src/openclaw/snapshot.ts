import type { Secret } from '../terminal/secret.ts';
import type { Installation } from './installation.ts';

/** OpenClaw's own words for the type of a credential. */
export type ProfileType = 'api_key' | 'token' | 'oauth';

/** Why a file could not be used. */
export type ReadProblem =
  | { readonly kind: 'syntax'; readonly line: number; readonly column: number; readonly message: string }
  /** A directory, FIFO, socket or device stands at the path. */
  | { readonly kind: 'not-a-file'; readonly found: 'directory' | 'fifo' | 'socket' | 'device' }
  /** `code` is the errno name, e.g. `EACCES`, `ELOOP`, `EIO`. */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-utf8'; readonly offset: number }
  /** The top level is not an object, or nesting is deeper than we accept. */
  | { readonly kind: 'shape'; readonly message: string }
  /** `${NAME}` in the config has no value (OpenClaw 2026.2.24 treats the config as invalid, section 1.8). */
  | { readonly kind: 'missing-variable'; readonly name: string; readonly at: string }
  | { readonly kind: 'include'; readonly path: string; readonly message: string }
  | { readonly kind: 'database'; readonly fault: DatabaseFault };

/**
 * Why a database could not be used: `locked` someone writes and did not stop for us · `no-main-file` its write-ahead log
 * is there without it · `not-permitted` we may not open it · `log-unread` its last changes stand in a log that may not be opened here · `no-sqlite` this Node
 * cannot open one · `newer-schema` a newer OpenClaw made it · `row` a row holds something else than a store.
 */
export type DatabaseFault = 'locked' | 'corrupt' | 'not-a-database' | 'empty' | 'no-main-file' | 'not-permitted' | 'log-unread' | 'no-sqlite' | 'newer-schema' | 'row';

/** The bytes of a file as they were read: what a change compares with before it replaces them. */
export interface FileImage {
  /** Path as OpenClaw names it (may be a symlink). */
  readonly path: string;
  /** The whole text, BOM included; a secret, because configs and stores hold some. */
  readonly text: Secret;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

export type JsonObject = { readonly [key: string]: unknown };

export type ConfigReading =
  | { readonly state: 'missing'; readonly path: string }
  | {
      readonly state: 'read';
      readonly image: FileImage;
      /** As written in this file: no includes, no `${VAR}` substitution. */
      readonly written: JsonObject;
      /** As OpenClaw sees it: includes merged, variables substituted; no defaults. */
      readonly resolved: JsonObject;
      /** Absolute paths of included files, in order of inclusion. */
      readonly includes: readonly string[];
    }
  | { readonly state: 'broken'; readonly path: string; readonly problem: ReadProblem };

/**
 * A secret that is kept elsewhere (`keyRef`, `tokenRef`; from 2026.2.26). `found` says whether it is there: null where
 * that would mean to run or to ask something (`exec`, `store`), which is not done.
 */
export interface SecretReference {
  readonly source: 'env' | 'file' | 'exec' | 'store';
  /** The name of the provider of secrets in the config. */
  readonly provider: string;
  readonly id: string;
  readonly found: boolean | null;
}

export interface StoredProfile {
  readonly id: string;
  readonly type: ProfileType;
  readonly provider: string;
  /** `key`, `token` or `access`, or the variable that a reference names; null when absent or blank. */
  readonly secret: Secret | null;
  /** Where OpenClaw takes the secret from instead; null when it is stored in the profile itself. */
  readonly reference: SecretReference | null;
  /** oauth only: a refresh token is stored. */
  readonly refreshable: boolean;
  /** Epoch ms, or null when none is recorded. */
  readonly expires: number | null;
  /** True when something is recorded as its end that is no time. */
  readonly endsOddly: boolean;
  readonly email: string | null;
  readonly displayName: string | null;
  /** A replacement that waits to be activated (`setup.replacement`, 2026.9): OpenClaw never uses it until then. */
  readonly inactive: boolean;
}

/** `usageStats` of one profile; times are epoch ms. What a version does not record is null. */
export interface UsageStats {
  readonly lastUsed: number | null;
  readonly lastProbeAt: number | null;
  readonly cooldownUntil: number | null;
  readonly cooldownReason: string | null;
  /** The only model that the cooldown is for, e.g. `claude-opus-4-6`; null when it is for all. */
  readonly cooldownModel: string | null;
  readonly disabledUntil: number | null;
  readonly disabledReason: string | null;
  readonly blockedUntil: number | null;
  readonly blockedReason: string | null;
  /** The only model that the block is for; null when it is for all. */
  readonly blockedModel: string | null;
  readonly errorCount: number;
  readonly failureCounts: ReadonlyMap<string, number>;
  readonly lastFailureAt: number | null;
}

export interface ProfileStore {
  readonly profiles: ReadonlyMap<string, StoredProfile>;
  /** Provider to profile ids. */
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly lastGood: ReadonlyMap<string, string>;
  readonly usage: ReadonlyMap<string, UsageStats>;
  /** Ids that OpenClaw drops on read because their shape is wrong (2026.2.24, section 2.2). */
  readonly dropped: readonly string[];
}

/** A store that lies in files, with the bytes that a change is compared with. */
export interface FileStore {
  readonly state: 'read';
  readonly from: 'files';
  /** `auth-profiles.json` of the agent dir. */
  readonly path: string;
  /** Null when only the state file is there. */
  readonly image: FileImage | null;
  /** `auth-state.json`, which holds order, last good and usage in `split-files`; null when there is none. */
  readonly stateImage: FileImage | null;
  readonly store: ProfileStore;
}

/** A store that lies in a database; there is nothing in it that clawdial could write. */
export interface DatabaseStore {
  readonly state: 'read';
  readonly from: 'database';
  readonly path: string;
  readonly schema: DatabaseSchema;
  /** SHA-256 of its rows, hex: another one says that something was written. */
  readonly sha256: string;
  readonly store: ProfileStore;
}

/** What a database says of its own making. */
export interface DatabaseSchema {
  /** `PRAGMA user_version`. */
  readonly version: number;
  /** False when it is newer than any that we know: read as it is, never to be written. */
  readonly isKnown: boolean;
  /** The OpenClaw that made it, or null. */
  readonly openclaw: string | null;
}

export type StoreReading =
  | { readonly state: 'missing'; readonly path: string }
  | FileStore
  | DatabaseStore
  /** What OpenClaw makes of a store that it cannot read differs by version (2026.2.24 section 2.2; observed, section 5). */
  | { readonly state: 'broken'; readonly path: string; readonly problem: ReadProblem };

/** Where the value of an environment variable comes from, strongest first (section 10: direct keys of `env` beat `env.vars`). */
export type VariableOrigin = 'process' | 'working-directory-dotenv' | 'state-dotenv' | 'config-env' | 'config-env-vars';

export interface CredentialVariable {
  readonly name: 'ANTHROPIC_OAUTH_TOKEN' | 'ANTHROPIC_API_KEY';
  readonly secret: Secret;
  readonly origin: VariableOrigin;
  /** The file that sets it; null for the process environment. */
  readonly path: string | null;
  /** False when a stronger origin sets the same name. */
  readonly effective: boolean;
}

/** The model an agent starts with. */
export interface AgentModel {
  /** Canonical `provider/model`. */
  readonly ref: string;
  readonly provider: string;
  readonly modelId: string;
  /** As written in the config, or null when OpenClaw's own default applies. */
  readonly written: string | null;
  /** The profile that `@profile` behind the model asks for (from 2026.5.28), or null. */
  readonly pinned: string | null;
  readonly from: 'agent' | 'defaults' | 'built-in';
}

export interface Agent {
  /** Normalised id. */
  readonly id: string;
  readonly name: string | null;
  readonly isDefault: boolean;
  readonly agentDir: string;
  readonly model: AgentModel;
  /** Its own store as it lies on disk, before the shared one is merged under it. */
  readonly store: StoreReading;
}

/** A file of an older release with credentials in it; named, never used. */
export interface LegacyFile {
  readonly path: string;
  readonly providers: readonly string[];
}

/**
 * A file of another layout in an agent dir, never used: `profiles` an old `auth-profiles.json` and `flat` an older
 * `auth.json` beside a database layout · `archive` what a migration put aside · `database` one of a newer OpenClaw beside
 * a file layout · `unmoved` the state database, which holds credentials while OpenClaw goes on reading main's own.
 */
export interface StrayFile {
  readonly kind: 'profiles' | 'flat' | 'archive' | 'database' | 'unmoved';
  readonly path: string;
  readonly agentDir: string;
  /** Providers of the credentials in it; null when that cannot be told. */
  readonly providers: readonly string[] | null;
  readonly profileIds: readonly string[];
}

/** Everything read from an installation at one instant. */
export interface Snapshot {
  /** Epoch ms. */
  readonly takenAt: number;
  readonly installation: Installation;
  readonly config: ConfigReading;
  /** Never empty: without a list the only agent is `main`. */
  readonly agents: readonly Agent[];
  /**
   * The store that every agent inherits: that of `installation.mainAgentDir` (2026.2.24, section 2.4), from 2026.8.1 the
   * state database, over which main, too, can have a store of its own.
   */
  readonly sharedStore: StoreReading;
  readonly legacyFiles: readonly LegacyFile[];
  readonly strayFiles: readonly StrayFile[];
  /** Every origin of the two credential variables, strongest first within a name. */
  readonly variables: readonly CredentialVariable[];
  /** `models.providers.anthropic.apiKey`, after substitution. */
  readonly providerKey: Secret | null;
  /** `models.providers.anthropic.baseUrl` without a trailing `/v1`, or null for https://api.anthropic.com. */
  readonly baseUrl: string | null;
}
