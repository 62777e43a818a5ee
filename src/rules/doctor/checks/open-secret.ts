import type { Check } from '../check.ts';
import { isLoose, tighten } from '../loose-places.ts';

/** A file with secrets that other users of the machine can read (users, part 4). */
export const openSecret: Check = {
  code: 'open-secret',
  find: ({ surroundings }) =>
    surroundings.places.flatMap((place) => {
      const { kind, path, mode, reachable } = place;
      if (kind !== 'file' || !isLoose(place) || !reachable) return [];
      const detail = { what: 'open-secret', mode, mayWrite: (mode & 0o022) !== 0 } as const;
      return [{ severity: 'problem' as const, place: { in: 'file' as const, path }, agents: [], told: { by: 'doctor' as const, detail }, mend: tighten(place) }];
    }),
};
