import type { DemoSettings } from '../../components/wizard/state.ts';
import type { CheckDepth, CredentialKind } from '../anthropic/verdict.ts';
import type { HostEnvironment, InstallationFlags } from '../openclaw/installation.ts';
import type { ExitCode } from './failure.ts';

/** Where a run on the screen begins. */
export type Scene = 'wizard' | 'dashboard';

/** How a run on the screen ends; `demo` when the person wants to look around in a made-up OpenClaw. */
export type RunEnd = ExitCode | 'demo';

/** What a run on the screen was started with. */
export interface InteractiveRun {
  readonly flags: InstallationFlags;
  /** How far live checks go. */
  readonly depth: CheckDepth;
  readonly host: HostEnvironment;
  /** The kind of credential to set up, when the command line says so; the wizard begins after that question. */
  readonly choice?: CredentialKind | null;
  /** Set inside the demo. */
  readonly demo: DemoSettings | null;
  /** `--accessible`: in lines instead of on the whole screen. */
  readonly accessible?: boolean | undefined;
  /** Undoes what the program made beside OpenClaw's files, when it dies of a signal. */
  readonly onDeath?: () => void;
}
