import type { CheckDepth } from '../../anthropic/verdict.ts';
import type { InstallationFlags } from '../../openclaw/installation.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import type { ScreenFlags } from '../open-screens.ts';

/** Flags of every verb that changes something. */
export interface ChangeFlags extends InstallationFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** Go on under a running gateway that keeps the stores in memory. */
  readonly force?: boolean;
}

export interface ProviderFlags {
  readonly provider?: string;
}

export interface AgentFlags {
  readonly agent?: string;
}

export interface PasteFlags extends InstallationFlags, ProviderFlags, ScreenFlags {
  readonly profileId?: string;
  readonly expiresIn?: string;
  readonly agent?: readonly string[];
  readonly check?: CheckDepth;
  readonly saveUnchecked?: boolean;
  readonly trustBaseUrl?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface RotateFlags extends ChangeFlags {
  readonly expiresIn?: string;
  readonly check?: CheckDepth;
  readonly saveUnchecked?: boolean;
  readonly trustBaseUrl?: boolean;
}

export interface ClearCooldownFlags extends Omit<ChangeFlags, 'force'> {
  readonly force?: string;
  readonly trustBaseUrl?: boolean;
}

/** clawdial looks after one provider; the flag is OpenClaw's. @throws ExpectedFailure for another one */
export function requireAnthropic({ provider }: ProviderFlags): void {
  if (provider === undefined || provider.trim().toLowerCase() === 'anthropic') return;
  throw new ExpectedFailure(exitCodes.usage, modelsAuthWords.otherProvider(safeText(provider)), modelsAuthWords.otherProviderAdvice);
}
