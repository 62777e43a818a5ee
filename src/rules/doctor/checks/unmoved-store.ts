import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** Credentials in the state database without the row that says that the shared store is there: OpenClaw reads main's own (2026.9.6, run). */
export const unmovedStore: Check = {
  code: 'unmoved-store',
  find: (facts) => fromStatus(facts, 'unmoved-store', ({ path }) => ({ severity: 'problem', place: { in: 'file', path } })),
};
