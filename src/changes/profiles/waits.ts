import type { Verdict } from '../../anthropic/verdict.ts';
import type { ConfigEdit } from '../../openclaw/config-edit-value.ts';
import type { UsageStats } from '../../openclaw/snapshot.ts';
import { storeOf } from '../../rules/store-merge.ts';
import { rawUsage, type HeldStore } from './held-stores.ts';
import type { Proof } from './profile-plan.ts';

/** One wait on record, over or not. */
export interface RecordedWait {
  /** Epoch ms. */
  readonly until: number;
  /** The reason that is recorded, or all that were counted where none is. */
  readonly reasons: readonly string[];
  /** The only model it is for; null for all. */
  readonly model: string | null;
  /** The fields that it stands in. */
  readonly fields: readonly string[];
}

/** Reasons that say the credential itself is not good. */
const aboutCredential: ReadonlySet<string> = new Set(['auth', 'auth_permanent', 'session_expired']);

/** The waits of a profile in one store (2026.2.24 section 3.3; 2026.9.6 section 3.2). */
export function recordedWaits(store: HeldStore, profileId: string): readonly RecordedWait[] {
  const stats = storeOf(store.reading).usage.get(profileId);
  return stats === undefined ? [] : waitsOf(stats);
}

function waitsOf(stats: UsageStats): readonly RecordedWait[] {
  const counted = [...stats.failureCounts.keys()];
  const reasons = (recorded: string | null): readonly string[] => (recorded === null ? counted : [recorded]);
  const waits: readonly (Omit<RecordedWait, 'until'> & { readonly until: number | null })[] = [
    { until: stats.disabledUntil, reasons: reasons(stats.disabledReason), model: null, fields: ['disabledUntil', 'disabledReason'] },
    { until: stats.cooldownUntil, reasons: reasons(stats.cooldownReason), model: stats.cooldownModel, fields: ['cooldownUntil', 'cooldownReason', 'cooldownModel'] },
    { until: stats.blockedUntil, reasons: reasons(stats.blockedReason), model: stats.blockedModel, fields: ['blockedUntil', 'blockedReason', 'blockedScope', 'blockedModel', 'blockedSource'] },
  ];
  return waits.flatMap(({ until, ...wait }) => (until === null ? [] : [{ until, ...wait }]));
}

/**
 * Whether a wait has no ground any more. A message that was answered speaks against every reason, but not for a model
 * that it was not sent to; a rate limit and an unpaid bill prove that the credential itself is good, and no more.
 */
export function isDisproved({ reasons, model }: RecordedWait, proof: Proof): boolean {
  if (proof.by === 'person') return true;
  const isAboutCredential = reasons.length > 0 && reasons.every((reason) => aboutCredential.has(reason));
  if (proof.verdict === 'valid') return model === null || isAboutCredential;
  return provesCredential(proof.verdict) && isAboutCredential;
}

function provesCredential(verdict: Verdict): boolean {
  return verdict === 'limited' || verdict === 'unfunded';
}

/**
 * Takes these waits out. With the last one go the counters, as they do when OpenClaw uses the profile with success; the
 * time of the last failure stays (2026.2.24, section 3.2).
 */
export function waitEdits(store: HeldStore, profileId: string, cleared: readonly RecordedWait[]): readonly ConfigEdit[] {
  if (cleared.length === 0) return [];
  const path = ['usageStats', profileId];
  const held = rawUsage(store, profileId);
  const isLast = recordedWaits(store, profileId).every((wait) => cleared.some(({ fields }) => fields[0] === wait.fields[0]));
  const fields = [...cleared.flatMap((wait) => wait.fields), ...(isLast ? ['failureCounts'] : [])].filter((field) => Object.hasOwn(held, field));
  return [
    ...fields.map((field): ConfigEdit => ({ kind: 'remove', path: [...path, field] })),
    ...(isLast && Object.hasOwn(held, 'errorCount') ? [{ kind: 'set' as const, path: [...path, 'errorCount'], value: 0 }] : []),
  ];
}
