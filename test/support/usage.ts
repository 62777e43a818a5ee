import type { UsageStats } from '../../src/openclaw/snapshot.ts';
import { parseUsage } from '../../src/openclaw/stores/parse-usage.ts';

/** The statistics of a profile as a store holds them. */
export function usageStats(written: object): UsageStats {
  const stats = parseUsage({ one: written }).get('one');
  if (stats === undefined) throw new Error('not read');
  return stats;
}
