import type { Check } from '../check.ts';

/** A place that neither OpenClaw nor clawdial can write: renewed logins and cooldowns are lost, and nothing can be saved. */
export const unwritable: Check = {
  code: 'unwritable',
  find: ({ surroundings }) =>
    surroundings.unwritable.map(({ path, code }) => ({
      severity: 'warning',
      place: { in: 'file', path },
      agents: [],
      told: { by: 'doctor', detail: { what: 'unwritable', failure: code } },
      mend: null,
    })),
};
