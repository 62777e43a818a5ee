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

/** Flags that answer a question of the set-up, by the names a person types; the screens ask those questions themselves. */
const answerFlags: Readonly<Record<string, string>> = {
  tokenProvider: '--token-provider',
  tokenProfileId: '--token-profile-id',
  tokenExpiresIn: '--token-expires-in',
  agent: '--agent',
  setDefaultModel: '--set-default-model',
  saveUnchecked: '--save-unchecked',
  trustBaseUrl: '--trust-base-url',
  dryRun: '--dry-run',
  json: '--json',
};

/** The flags given that only mean something without questions. */
export function answersGiven(flags: OnboardFlags): readonly string[] {
  return Object.keys(flags).flatMap((name) => answerFlags[name] ?? []);
}
