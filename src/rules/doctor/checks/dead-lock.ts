import type { Check } from '../check.ts';

/** A lock that nobody holds any more; OpenClaw waits for some of them, up to 49 s (2026.2.24, section 1.7). */
export const deadLock: Check = {
  code: 'dead-lock',
  find: ({ surroundings }) =>
    surroundings.deadLocks.map(({ path, pid, ageMs }) => ({
      severity: 'warning',
      place: { in: 'file', path },
      agents: [],
      told: { by: 'doctor', detail: { what: 'dead-lock', pid, ageMs } },
      mend: { do: 'remove-lock', path },
    })),
};
