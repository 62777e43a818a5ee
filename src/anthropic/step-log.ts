import type { SafeText } from '../terminal/safe-text.ts';
import type { CheckStep, CheckStepName, Finding } from './verdict.ts';

const stepNames: readonly CheckStepName[] = ['offline', 'models', 'message'];

interface Outcome {
  readonly finding: Finding | null;
  readonly note: SafeText | null;
  readonly requestId: SafeText | null;
}

/** Keeps how each step ended, and tells a listener as it happens. */
export class StepLog {
  readonly #onStep: (step: CheckStep) => void;
  readonly #ended = new Map<CheckStepName, CheckStep>();

  constructor(onStep: (step: CheckStep) => void) {
    this.#onStep = onStep;
  }

  /** Runs one step and times it. */
  async run<Result extends Outcome>(step: CheckStepName, work: () => Result | Promise<Result>): Promise<Result> {
    this.#onStep({ step, state: 'running' });
    const startedAt = performance.now();
    const result = await work();
    this.#end(endOf(step, result, Math.round(performance.now() - startedAt)));
    return result;
  }

  /** Marks what did not run as skipped. @returns one entry per step, in their order */
  finish(): readonly CheckStep[] {
    return stepNames.map((step) => this.#ended.get(step) ?? this.#end({ step, state: 'skipped' }));
  }

  #end(step: CheckStep): CheckStep {
    this.#ended.set(step.step, step);
    this.#onStep(step);
    return step;
  }
}

function endOf(step: CheckStepName, { finding, note, requestId }: Outcome, durationMs: number): CheckStep {
  if (finding !== null) return { step, state: 'failed', durationMs, finding };
  return { step, state: 'passed', durationMs, requestId, note };
}
