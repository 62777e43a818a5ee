import type { ApplyResult } from './change.ts';
import { codeOf } from './errno.ts';

export type Failure = Extract<ApplyResult, { state: 'failed' }>;

/** Runs one step for a file and gives back how it failed, or null. */
export function failureOf(file: { readonly path: string }, step: () => void): Failure | null {
  try {
    step();
    return null;
  } catch (error) {
    return { state: 'failed', path: file.path, code: codeOf(error), files: [] };
  }
}
