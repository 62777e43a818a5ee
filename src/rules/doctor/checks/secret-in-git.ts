import type { Check } from '../check.ts';

/** A config or a store that git keeps, or that a link brings into a work tree, where one careless commit keeps it for ever. */
export const secretInGit: Check = {
  code: 'secret-in-git',
  find: ({ surroundings }) =>
    surroundings.tracked.map(({ path, workTree, tracked }) => ({
      severity: tracked ? 'problem' : 'warning',
      place: { in: 'file', path },
      agents: [],
      told: { by: 'doctor', detail: { what: 'secret-in-git', path, workTree, tracked } },
      mend: null,
    })),
};
