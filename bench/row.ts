/** One line of the table. */
export interface Row {
  /** Stable, for `--only` and for the results. */
  readonly id: string;
  readonly what: string;
  /** In words, as it was promised. */
  readonly target: string;
  readonly result: RowResult;
}

export type RowResult =
  | {
      readonly state: 'measured';
      /** In words, the ratio or size that the target speaks of. */
      readonly measured: string;
      readonly met: boolean;
      /** Everything that was measured, for the results; times in ms, sizes in bytes. */
      readonly numbers: { readonly [name: string]: number | string | null };
    }
  /** Nothing was measured here; why. */
  | { readonly state: 'missing'; readonly reason: string };

/** A row before it is measured. */
export interface PlannedRow extends Omit<Row, 'result'> {
  readonly measure: (settings: BenchSettings) => RowResult | Promise<RowResult>;
}

export interface BenchSettings {
  /** Runs of each of two commands that are compared. */
  readonly rounds: number;
  /** How long processor and memory of a running screen are watched, in ms. */
  readonly watchMs: number;
}
