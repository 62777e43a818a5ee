import type { Comparison } from '../compare.ts';
import type { BenchHome } from '../homes.ts';
import type { RowResult } from '../row.ts';

/** Measures in a home that is gone afterwards. */
export async function inHome(home: BenchHome, measure: (home: BenchHome) => RowResult | Promise<RowResult>): Promise<RowResult> {
  try {
    return await measure(home);
  } finally {
    home.dispose();
  }
}

/** A row whose target is a ratio of times. @param most the largest ratio that keeps the promise */
export function timesResult(comparison: Comparison, most: number): RowResult {
  const { ratio, leastRatio, ours, base } = comparison;
  return {
    state: 'measured',
    measured: `${ratio.toFixed(2)} × (${milliseconds(ours.medianMs)} / ${milliseconds(base.medianMs)}; quickest ${leastRatio.toFixed(2)} ×)`,
    met: ratio <= most,
    numbers: numbersOf(comparison),
  };
}

/** Adds what the very first start takes, at which no code is kept yet; the promise is about all others. */
export function withFirstStart(result: RowResult, ratio: number): RowResult {
  if (result.state === 'missing') return result;
  return { ...result, measured: `${result.measured.slice(0, -1)}; the very first start ${ratio.toFixed(2)} ×)`, numbers: { ...result.numbers, firstStartRatio: rounded(ratio) } };
}

/** A row that grows ten times: no more than in proportion, with a tenth for what a machine does beside it. */
export function linear(comparison: Comparison): RowResult {
  return timesResult(comparison, 11);
}

export function numbersOf({ ratio, leastRatio, ours, base }: Comparison): { readonly [name: string]: number | null } {
  return {
    ratio: rounded(ratio),
    leastRatio: rounded(leastRatio),
    runs: ours.runs,
    medianMs: rounded(ours.medianMs),
    leastMs: rounded(ours.leastMs),
    baseMedianMs: rounded(base.medianMs),
    baseLeastMs: rounded(base.leastMs),
    cpuMs: ours.cpuMs === null ? null : rounded(ours.cpuMs),
    baseCpuMs: base.cpuMs === null ? null : rounded(base.cpuMs),
    peakBytes: ours.peakBytes,
    basePeakBytes: base.peakBytes,
  };
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
