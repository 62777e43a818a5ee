import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** OpenClaw takes a config that it cannot read for an invalid one, and most of its commands end (2026.2.24, section 1.8). */
export const configBroken: Check = {
  code: 'config-broken',
  find: (facts) =>
    fromStatus(facts, 'config-broken', ({ path, problem }) => ({
      severity: 'problem',
      place: problem.kind === 'syntax' ? { in: 'file', path, line: problem.line } : { in: 'file', path },
    })),
};
