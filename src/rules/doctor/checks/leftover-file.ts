import type { Check } from '../check.ts';

/** What an interrupted write left behind: a second copy of the secrets that nobody looks after. */
export const leftoverFile: Check = {
  code: 'leftover-file',
  find: ({ surroundings }) =>
    surroundings.leftovers.map(({ path, by }) => ({
      severity: 'warning',
      place: { in: 'file', path },
      agents: [],
      told: { by: 'doctor', detail: { what: 'leftover-file', path, by } },
      mend: by === 'clawdial' ? { do: 'remove-leftover', path } : null,
    })),
};
