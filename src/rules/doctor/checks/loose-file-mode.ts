import type { Check } from '../check.ts';
import { isLoose, tighten } from '../loose-places.ts';

/** A file with secrets whose own mode lets others in; only the directory around it keeps them out. */
export const looseFileMode: Check = {
  code: 'loose-file-mode',
  find: ({ surroundings }) =>
    surroundings.places.flatMap((place) => {
      const { kind, path, mode, reachable } = place;
      if (kind !== 'file' || !isLoose(place) || reachable) return [];
      const detail = { what: 'loose-mode', kind, mode, reachable } as const;
      return [{ severity: 'warning' as const, place: { in: 'file' as const, path }, agents: [], told: { by: 'doctor' as const, detail }, mend: tighten(place) }];
    }),
};
