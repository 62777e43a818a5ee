import { isJsonObject, objectAt, textAt, valueAt } from '../json-object.ts';
import type { JsonObject, UsageStats } from '../snapshot.ts';
import { positive } from './positive.ts';

/** `usageStats` of a store, by profile id; the fields of all versions (2026.9.6, section 3.2). */
export function parseUsage(written: JsonObject): ReadonlyMap<string, UsageStats> {
  const usage = new Map<string, UsageStats>();
  for (const [id, stats] of Object.entries(written)) {
    if (isJsonObject(stats)) usage.set(id, statsFrom(stats));
  }
  return usage;
}

function statsFrom(stats: JsonObject): UsageStats {
  const time = (field: string): number | null => positive(valueAt(stats, field));
  return Object.freeze({
    lastUsed: time('lastUsed'),
    lastProbeAt: time('lastProbeAt'),
    cooldownUntil: time('cooldownUntil'),
    cooldownReason: textAt(stats, 'cooldownReason'),
    cooldownModel: textAt(stats, 'cooldownModel'),
    disabledUntil: time('disabledUntil'),
    disabledReason: textAt(stats, 'disabledReason'),
    blockedUntil: time('blockedUntil'),
    blockedReason: textAt(stats, 'blockedReason'),
    blockedModel: valueAt(stats, 'blockedScope') === 'model' ? textAt(stats, 'blockedModel') : null,
    errorCount: positive(valueAt(stats, 'errorCount')) ?? 0,
    failureCounts: numbersOf(objectAt(stats, 'failureCounts')),
    lastFailureAt: time('lastFailureAt'),
  });
}

function numbersOf(object: JsonObject): ReadonlyMap<string, number> {
  return new Map(Object.entries(object).filter((entry): entry is [string, number] => positive(entry[1]) !== null));
}
