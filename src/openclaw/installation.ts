/** How a version of OpenClaw keeps its credentials (README of the facts). `unknown` is read only. */
export type KnownLayout = 'single-file' | 'split-files' | 'agent-database' | 'shared-database';

export type Layout = KnownLayout | 'unknown';

/** Where a path came from, in the order in which OpenClaw 2026.2.24 looks (sections 1.1 to 1.5). */
export type PathOrigin =
  | { readonly by: 'flag'; readonly flag: string }
  | { readonly by: 'variable'; readonly variable: string }
  | { readonly by: 'default' }
  | { readonly by: 'legacy' };

export interface Place {
  /** Absolute path. */
  readonly path: string;
  readonly exists: boolean;
  readonly origin: PathOrigin;
}

/** Variables by which an operator forbids every write of the config; OpenClaw 2026.9.6 heeds both (section 2.2). */
export type ReadOnlyVariable = 'OPENCLAW_CONFIG_READONLY' | 'OPENCLAW_NIX_MODE';

/** A calendar version, e.g. 2026.2.24 (pre-release and build parts are kept in `text` only). */
export interface OpenClawVersion {
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly patch: number;
}

export type VersionOrigin =
  | { readonly by: 'flag'; readonly flag: string }
  | { readonly by: 'variable'; readonly variable: string }
  /** `package.json` of the `openclaw` found on PATH; it was read, not run. */
  | { readonly by: 'program'; readonly path: string }
  /** `meta.lastTouchedVersion` of the config. */
  | { readonly by: 'config' }
  /** A database says which OpenClaw made it, and the config does not tell. */
  | { readonly by: 'database'; readonly path: string }
  /** Nothing tells the version; the files on disk fit this one. */
  | { readonly by: 'files' }
  /** No OpenClaw here at all. */
  | { readonly by: 'assumed' };

export type LayoutReason =
  /** Version and files agree. */
  | { readonly because: 'version-and-files' }
  /** No store exists yet; the version decides. */
  | { readonly because: 'version' }
  /** No version is known; the files decide. */
  | { readonly because: 'files' }
  /** No OpenClaw at all: `single-file` as of 2026.2.24 is assumed. */
  | { readonly because: 'assumed' }
  /** Version and files disagree, or nothing fits: read only. `found` names the file that does not fit. */
  | { readonly because: 'disagreement'; readonly versionSays: Layout; readonly filesSay: Layout; readonly found: string };

/** One OpenClaw state on this machine. */
export interface Installation {
  /** Effective home (`OPENCLAW_HOME`, `HOME`, …), absolute. */
  readonly home: string;
  readonly stateDir: Place;
  readonly config: Place;
  /** The agent dir that OpenClaw calls main: `OPENCLAW_AGENT_DIR`, `PI_CODING_AGENT_DIR`, else `<stateDir>/agents/main/agent`. */
  readonly mainAgentDir: Place;
  /** The `openclaw` on PATH, or null. */
  readonly program: string | null;
  readonly version: OpenClawVersion;
  readonly versionOrigin: VersionOrigin;
  readonly layout: Layout;
  /** The layout by whose rules the stores are read: that of the version, when the files do not fit it, else `layout`. */
  readonly readLayout: KnownLayout;
  readonly layoutReason: LayoutReason;
  /** The variable by which the operator forbids changes, or null. */
  readonly readOnly: ReadOnlyVariable | null;
  /** False when neither state dir, config nor program was found. */
  readonly present: boolean;
}

/** The paths and names that a person can force with flags. */
export interface InstallationFlags {
  readonly profile?: string;
  readonly dev?: boolean;
  readonly stateDir?: string;
  readonly config?: string;
  readonly openclawVersion?: string;
}

/** What the process was started with; handed in so that nothing below reads globals. */
export interface HostEnvironment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** `os.homedir()`. */
  readonly homeDirectory: string;
  readonly workingDirectory: string;
  readonly platform: NodeJS.Platform;
}
