import type { Check } from '../check.ts';
import { isLoose, tighten } from '../loose-places.ts';

/** A directory with credentials that others may look into; OpenClaw makes them 0700 (2026.2.24, section 1.6). */
export const looseDirectoryMode: Check = {
  code: 'loose-directory-mode',
  find: ({ surroundings }) =>
    surroundings.places.flatMap((place) => {
      const { kind, path, mode, reachable } = place;
      if (kind !== 'directory' || !isLoose(place)) return [];
      const detail = { what: 'loose-mode', kind, mode, reachable } as const;
      return [{ severity: 'warning' as const, place: { in: 'file' as const, path }, agents: [], told: { by: 'doctor' as const, detail }, mend: tighten(place) }];
    }),
};
