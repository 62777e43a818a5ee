import { sameSecrets } from '../../same-secrets.ts';
import type { Check } from '../check.ts';
import { profilePlace } from '../store-entry.ts';

/** One secret under several ids in one store: turns and fallbacks go to the same account, and a rotation misses one (users, part 2). */
export const duplicateSecret: Check = {
  code: 'duplicate-secret',
  find: ({ snapshot }) =>
    sameSecrets(snapshot).flatMap(({ holders }) => {
      const paths = [...new Set(holders.map(({ path }) => path))];
      return paths.flatMap((path) => {
        const here = holders.filter((holder) => holder.path === path);
        const [first] = here;
        if (first === undefined || here.length < 2) return [];
        return [
          {
            severity: 'warning' as const,
            place: profilePlace(snapshot, first),
            agents: first.agentIds,
            told: { by: 'doctor' as const, detail: { what: 'duplicate-secret' as const, holders: here } },
            mend: null,
          },
        ];
      });
    }),
};
