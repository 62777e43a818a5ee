import type { Check } from '../check.ts';

/** A file that belongs to another user than the state directory, mostly after a sudo: OpenClaw cannot read or replace it. */
export const foreignOwner: Check = {
  code: 'foreign-owner',
  find: ({ surroundings }) => {
    const owner = surroundings.places.find(({ role }) => role === 'state-directory')?.owner;
    return surroundings.places.flatMap((place) => {
      if (owner === undefined || place.owner === owner) return [];
      const detail = { what: 'foreign-owner', path: place.path, owner: place.owner, stateOwner: owner } as const;
      return [{ severity: 'problem' as const, place: { in: 'file' as const, path: place.path }, agents: [], told: { by: 'doctor' as const, detail }, mend: null }];
    });
  },
};
