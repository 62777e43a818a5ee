import type { InstallationFlags } from '../../openclaw/installation.ts';
import { normaliseProvider } from '../../rules/provider-id.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { statusUsageWords } from '../../words/status.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';

/** What `clawdial models status` takes on the command line, as commander hands it over. */
export interface StatusFlags extends InstallationFlags {
  readonly json?: boolean;
  readonly plain?: boolean;
  /** What OpenClaw calls the two on `models` alone. */
  readonly statusJson?: boolean;
  readonly statusPlain?: boolean;
  readonly check?: boolean;
  readonly agent?: string;
  readonly probe?: boolean;
  readonly probeProvider?: string;
  readonly probeProfile?: readonly string[];
  readonly probeTimeout?: string;
  readonly probeConcurrency?: string;
  readonly probeMaxTokens?: string;
  readonly trustBaseUrl?: boolean;
  readonly watch?: boolean;
}

export interface ProbeOptions {
  readonly provider: string | null;
  /** Empty for all. */
  readonly profileIds: readonly string[];
  /** For each request, in ms. */
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly maxTokens: number;
  readonly trustBaseUrl: boolean;
}

/** The flags after they were found to fit together. */
export interface StatusWish {
  readonly format: 'text' | 'json' | 'plain';
  readonly check: boolean;
  readonly agent: string | null;
  readonly probe: ProbeOptions | null;
  readonly watch: boolean;
}

/**
 * Reads the flags as OpenClaw 2026.2.24 does (section 4.1).
 *
 * @throws ExpectedFailure when they contradict each other
 */
export function parseStatusFlags(flags: StatusFlags): StatusWish {
  const json = flags.json === true || flags.statusJson === true;
  const plain = flags.plain === true || flags.statusPlain === true;
  const [probe, watch, check] = [flags.probe === true, flags.watch === true, flags.check === true];
  if (json && plain) throw usage(statusUsageWords.jsonAndPlain);
  if (probe && plain) throw usage(statusUsageWords.probeAndPlain);
  if (watch && plain) throw usage(statusUsageWords.watchAndPlain);
  if (watch && probe) throw usage(statusUsageWords.watchAndProbe);
  if (watch && check) throw usage(statusUsageWords.watchAndCheck);
  const options = probeOptions(flags);
  return { format: json ? 'json' : plain ? 'plain' : 'text', check, agent: flags.agent?.trim() ?? null, probe: probe ? options : null, watch };
}

function probeOptions(flags: StatusFlags): ProbeOptions {
  const timeoutMs = positive(flags.probeTimeout, 8000, statusUsageWords.probeTimeout);
  const concurrency = Math.floor(positive(flags.probeConcurrency, 2, statusUsageWords.probeConcurrency, 1));
  const maxTokens = Math.floor(positive(flags.probeMaxTokens, 8, statusUsageWords.probeMaximumTokens, 1));
  const provider = flags.probeProvider?.trim() ?? null;
  if (provider !== null && normaliseProvider(provider) !== 'anthropic') throw usage(statusUsageWords.probeProvider(safeText(provider)));
  const profileIds = (flags.probeProfile ?? []).flatMap((ids) => ids.split(',')).map((id) => id.trim()).filter((id) => id !== '');
  return { provider, profileIds: [...new Set(profileIds)], timeoutMs, concurrency, maxTokens, trustBaseUrl: flags.trustBaseUrl === true };
}

/** A timer of Node's takes no more, in ms. */
const largest = 2_147_483_647;

function positive(written: string | undefined, usual: number, fault: SafeText, least = 0): number {
  if (written === undefined) return usual;
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number) || number <= 0 || number < least || number > largest) throw usage(fault);
  return number;
}

function usage(title: SafeText): ExpectedFailure {
  return new ExpectedFailure(exitCodes.usage, title, statusUsageWords.nothingDone);
}
