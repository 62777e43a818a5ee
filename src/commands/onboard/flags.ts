import type { CheckDepth } from '../../anthropic/verdict.ts';

/** What `clawdial onboard` takes on the command line, as commander hands it over. */
export interface OnboardFlags {
  readonly nonInteractive?: boolean;
  readonly authChoice?: string;
  readonly anthropicApiKey?: string;
  readonly token?: string;
  readonly tokenProvider?: string;
  readonly tokenProfileId?: string;
  readonly tokenExpiresIn?: string;
  readonly agent?: readonly string[];
  readonly setDefaultModel?: string;
  readonly check?: CheckDepth;
  readonly saveUnchecked?: boolean;
  readonly trustBaseUrl?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly acceptRisk?: boolean;
}

/** True when no question may be asked: it was said so, or the credential is given on the command line. */
export function isNonInteractive(flags: OnboardFlags): boolean {
  return flags.nonInteractive === true || flags.anthropicApiKey !== undefined || flags.token !== undefined;
}
