import type { TestContext } from 'vitest';

/** One line of the table that a run prints and that stands in SECURITY.md. */
export interface FaultRow {
  readonly fault: string;
  readonly tries: number;
  /** Updates of ours or of others that were gone afterwards, or that were reported otherwise than they were. */
  readonly lost: number;
  /** Files that were neither the old nor the new text. */
  readonly torn: number;
  /** Secrets where none belongs: left-over files, output, other processes. */
  readonly leaked: number;
}

declare module 'vitest' {
  interface TaskMeta {
    faultRows?: readonly FaultRow[];
  }
}

/** Counts what a fault did, and tells all of it when something went wrong. */
export class FaultCount {
  readonly #fault: string;
  readonly #trouble: string[] = [];
  tries = 0;
  #lost = 0;
  #torn = 0;
  #leaked = 0;

  constructor(fault: string) {
    this.#fault = fault;
  }

  lost(where: string, count = 1): void {
    this.#lost += count;
    this.#trouble.push(`lost: ${where}`);
  }

  torn(where: string): void {
    this.#torn += 1;
    this.#trouble.push(`torn: ${where}`);
  }

  leaked(where: string): void {
    this.#leaked += 1;
    this.#trouble.push(`leaked: ${where}`);
  }

  /** Nothing went wrong yet. */
  get isClean(): boolean {
    return this.#trouble.length === 0;
  }

  get row(): FaultRow {
    return { fault: this.#fault, tries: this.tries, lost: this.#lost, torn: this.#torn, leaked: this.#leaked };
  }

  /** Puts the row into the table, and fails the test unless its last three columns are zero. */
  close({ task, expect }: Pick<TestContext, 'task' | 'expect'>): void {
    task.meta.faultRows = [...(task.meta.faultRows ?? []), this.row];
    expect(this.#trouble).toEqual([]);
    expect(this.tries).toBeGreaterThan(0);
  }
}
