import { runOnce, type Command, type Run } from './run-command.ts';
import { least, median } from './statistics.ts';

/** What a number of runs came to; times in ms, sizes in bytes. */
export interface Summary {
  readonly runs: number;
  readonly medianMs: number;
  readonly leastMs: number;
  readonly cpuMs: number | null;
  readonly peakBytes: number | null;
}

/** Two commands, measured in turn. */
export interface Comparison {
  readonly ours: Summary;
  readonly base: Summary;
  /** How many times as long ours takes: of the medians, and of the quickest runs. */
  readonly ratio: number;
  readonly leastRatio: number;
}

/**
 * Runs two commands in turn, so that whatever else the machine does hits both alike. One run of each goes before, for the
 * disk's memory; processor time and memory are taken in runs of their own, so that taking them costs the others nothing.
 */
export function compare(ours: Command, base: Command, rounds: number): Comparison {
  const taken: Record<'ours' | 'base', Run[]> = { ours: [], base: [] };
  const used: Record<'ours' | 'base', Run[]> = { ours: [], base: [] };
  runOnce(base, false);
  runOnce(ours, false);
  for (let round = 0; round < rounds; round += 1) {
    taken.base.push(runOnce(base, false));
    taken.ours.push(runOnce(ours, false));
  }
  for (let round = 0; round < Math.min(5, rounds); round += 1) {
    used.base.push(runOnce(base, true));
    // Ours are short, so one of them tells little.
    for (let run = 0; run < 3; run += 1) used.ours.push(runOnce(ours, true));
  }
  const summaries = { ours: summarise(taken.ours, used.ours), base: summarise(taken.base, used.base) };
  return { ...summaries, ratio: summaries.ours.medianMs / summaries.base.medianMs, leastRatio: summaries.ours.leastMs / summaries.base.leastMs };
}

function summarise(taken: readonly Run[], used: readonly Run[]): Summary {
  const times = taken.map(({ wallMs }) => wallMs);
  return { runs: times.length, medianMs: median(times), leastMs: least(times), cpuMs: medianOf(used, 'cpuMs'), peakBytes: medianOf(used, 'peakBytes') };
}

function medianOf(runs: readonly Run[], key: 'cpuMs' | 'peakBytes'): number | null {
  const values = runs.map((run) => run[key]).filter((value) => value !== null);
  return values.length === 0 ? null : median(values);
}
