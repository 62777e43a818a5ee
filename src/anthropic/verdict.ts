import type { SafeText } from '../terminal/safe-text.ts';

/**
 * What a live check proved, and never more:
 * `valid` a message was answered (or the list, where only that was asked) · `rejected` Anthropic said the credential is
 * not good · `limited` it is good and rate limited · `unfunded` it is good and cannot be paid for · `refused` it is
 * known but may not do this · `unreachable` no answer from Anthropic · `unknown` an answer that proves nothing.
 */
export type Verdict = 'valid' | 'rejected' | 'limited' | 'unfunded' | 'refused' | 'unreachable' | 'unknown';

export type CredentialKind = 'api-key' | 'setup-token';

export type CheckStepName = 'offline' | 'models' | 'message';

/** How far a check goes: not at all, the free model list, or one smallest message as well. */
export type CheckDepth = 'none' | 'models' | 'message';

/** A quota window of a subscription, from `anthropic-ratelimit-unified-<window>-*`. */
export interface QuotaWindow {
  /** As in the header: `5h`, `7d`, `7d_oi`. */
  readonly window: SafeText;
  /** 0 to 1, or more when over. */
  readonly utilization: number;
  readonly status: SafeText | null;
  /** Epoch ms. */
  readonly resetsAt: number | null;
}

/** A limit of an API key, from `anthropic-ratelimit-{requests,tokens,input-tokens,output-tokens}-*`. */
export interface RateLimit {
  readonly what: SafeText;
  readonly limit: number;
  readonly remaining: number;
  /** Epoch ms. */
  readonly resetsAt: number | null;
}

export interface ListedModel {
  readonly id: string;
  readonly displayName: string | null;
}

/** What one answer (or its absence) means, from the error dictionary. */
export interface Finding {
  /** Stable name of the row, e.g. `invalid-api-key`, `credit-too-low`, `timeout`. */
  readonly code: string;
  readonly verdict: Verdict;
  /** What it means. */
  readonly meaning: SafeText;
  /** What to do next. */
  readonly advice: SafeText;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;
  /** Anthropic's own message: redacted, made safe, cut at 300 characters. */
  readonly detail: SafeText | null;
  readonly requestId: SafeText | null;
  /** Seconds, as the server asked; null when it did not. */
  readonly retryAfterSeconds: number | null;
}

export type CheckStep =
  | { readonly step: CheckStepName; readonly state: 'running' }
  | { readonly step: CheckStepName; readonly state: 'passed'; readonly durationMs: number; readonly requestId: SafeText | null; readonly note: SafeText | null }
  | { readonly step: CheckStepName; readonly state: 'failed'; readonly durationMs: number; readonly finding: Finding }
  | { readonly step: CheckStepName; readonly state: 'skipped' };

export interface CheckReport {
  readonly verdict: Verdict;
  readonly steps: readonly CheckStep[];
  /** The finding that decided a verdict other than `valid`. */
  readonly finding: Finding | null;
  /** Models the credential can see, in the server's order; empty when the list was not asked or did not come. */
  readonly models: readonly ListedModel[];
  readonly quota: readonly QuotaWindow[];
  readonly limits: readonly RateLimit[];
  readonly requestIds: readonly SafeText[];
  /** How far this machine's clock is ahead of the server's `date`, in ms (negative: behind); null without an answer. */
  readonly clockAheadMs: number | null;
}
