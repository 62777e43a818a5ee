import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** OpenClaw treats a store that it cannot read as empty, and may write over it (2026.2.24, section 2.2). */
export const storeBroken: Check = {
  code: 'store-broken',
  find: (facts) =>
    fromStatus(facts, 'store-broken', ({ path, problem }) => ({
      severity: 'problem',
      place: problem.kind === 'syntax' ? { in: 'file', path, line: problem.line } : { in: 'file', path },
    })),
};
