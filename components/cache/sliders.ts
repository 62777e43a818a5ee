import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import { assumedPrefixTokens, heartbeatMs, type CallPattern } from '../../src/rules/cache-advice.ts';
import type { CacheLine } from '../../src/rules/cache-table.ts';
import type { UsageSummary } from '../../src/rules/usage-summary.ts';

/** Where a slider stands: at one of its stops, by index, or at what was measured. */
export type SliderPlace = number | 'measured';

export interface Sliders {
  readonly every: SliderPlace;
  readonly prefix: SliderPlace;
}

const minuteMs = 60_000;
const intervalsMs = [1, 2, 5, 6, 10, 15, 30, 45, 60, 61, 90, 120, 240, 480, 1440].map((minutes) => minutes * minuteMs);
const prefixes = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
const stops: Readonly<Record<keyof Sliders, readonly number[]>> = { every: intervalsMs, prefix: prefixes };
const fallbackMs = 30 * minuteMs;

/** The sliders where they stand at first: at the agent's heartbeat, else at half an hour. */
export function firstSliders(snapshot: Snapshot, { agent }: CacheLine): Sliders {
  const beat = heartbeatMs(snapshot, agent) ?? fallbackMs;
  const every = intervalsMs.findIndex((ms) => ms >= beat);
  return { every: every === -1 ? intervalsMs.length - 1 : every, prefix: prefixes.indexOf(assumedPrefixTokens) };
}

/** The sliders at what was measured, each as far as it was. */
export function measuredSliders(usage: UsageSummary | null, before: Sliders): Sliders {
  if (usage === null) return before;
  return { every: 'measured', prefix: usage.prefixTokens === null ? before.prefix : 'measured' };
}

/** One step along a slider, which ends at both of its ends; from what was measured to the next stop on that side. */
export function slid(sliders: Sliders, usage: UsageSummary | null, which: keyof Sliders, by: 1 | -1): Sliders {
  const from = sliders[which];
  const values = stops[which];
  const next = from === 'measured' ? neighbour(values, measuredValue(usage, which) ?? 0, by) : from + by;
  return { ...sliders, [which]: Math.max(0, Math.min(values.length - 1, next)) };
}

function neighbour(values: readonly number[], value: number, by: 1 | -1): number {
  if (by === -1) return values.findLastIndex((stop) => stop < value);
  const above = values.findIndex((stop) => stop > value);
  return above === -1 ? values.length - 1 : above;
}

function measuredValue(usage: UsageSummary | null, which: keyof Sliders): number | null {
  return which === 'every' ? (usage?.medianGapMs ?? null) : (usage?.prefixTokens ?? null);
}

/** The calls that the sliders stand for. */
export function patternOf(sliders: Sliders, usage: UsageSummary | null): CallPattern {
  const valueOf = (which: keyof Sliders, otherwise: number): number => {
    const place = sliders[which];
    return (place === 'measured' ? measuredValue(usage, which) : stops[which][place]) ?? otherwise;
  };
  const pattern = { everyMs: valueOf('every', fallbackMs), prefixTokens: valueOf('prefix', assumedPrefixTokens) };
  return sliders.every === 'measured' && usage !== null ? { ...pattern, gaps: usage } : pattern;
}
