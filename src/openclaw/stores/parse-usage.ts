import { isJsonObject, trimmedText } from '../json-object.ts';
import type { JsonObject, UsageStats } from '../snapshot.ts';
import { positive } from './positive.ts';

/** `usageStats` of a store, by profile id; the fields of all versions (2026.9.6, section 3.2). */
export function parseUsage(written: JsonObject): ReadonlyMap<string, UsageStats> {
  const usage = new Map<string, UsageStats>();
  for (const id of Object.keys(written)) {
    const stats = written[id];
    if (isJsonObject(stats)) usage.set(id, statsFrom(stats));
  }
  return usage;
}

function statsFrom(stats: JsonObject): UsageStats {
  return Object.freeze({
    lastUsed: positive(stats['lastUsed']),
    lastProbeAt: positive(stats['lastProbeAt']),
    cooldownUntil: positive(stats['cooldownUntil']),
    cooldownReason: trimmedText(stats['cooldownReason']),
    cooldownModel: trimmedText(stats['cooldownModel']),
    disabledUntil: positive(stats['disabledUntil']),
    disabledReason: trimmedText(stats['disabledReason']),
    blockedUntil: positive(stats['blockedUntil']),
    blockedReason: trimmedText(stats['blockedReason']),
    blockedModel: stats['blockedScope'] === 'model' ? trimmedText(stats['blockedModel']) : null,
    errorCount: positive(stats['errorCount']) ?? 0,
    failureCounts: numbersOf(stats['failureCounts']),
    lastFailureAt: positive(stats['lastFailureAt']),
  });
}

/** What nearly every profile has. */
const none: ReadonlyMap<string, number> = new Map();

function numbersOf(object: unknown): ReadonlyMap<string, number> {
  if (!isJsonObject(object)) return none;
  return new Map(Object.entries(object).filter((entry): entry is [string, number] => positive(entry[1]) !== null));
}
