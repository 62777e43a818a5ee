import { objectAt } from '../../../openclaw/json-object.ts';
import { effectiveConfig } from '../../agents.ts';
import { isProfileType } from '../../profile-types.ts';
import { anthropic, normaliseProvider } from '../../provider-id.ts';
import { textAt } from '../../../openclaw/json-object.ts';
import type { Check } from '../check.ts';
import { everyStoreRead, storedIds } from '../stored-ids.ts';

/**
 * `auth.profiles` declares a profile that no store holds: "No credentials found for profile" (2026.2.24, section 11). As
 * the list is a filter, the empty entry also keeps other stored profiles out (S16); beside others it can go.
 */
export const profileWithoutCredential: Check = {
  code: 'profile-without-credential',
  find: ({ snapshot }) => {
    if (!everyStoreRead(snapshot)) return [];
    const stored = storedIds(snapshot);
    const declared = Object.entries(objectAt(effectiveConfig(snapshot.config), 'auth', 'profiles')).filter(
      ([, entry]) => normaliseProvider(textAt(entry, 'provider') ?? '') === anthropic,
    );
    return declared.flatMap(([profileId, entry]) => {
      if (stored.has(profileId)) return [];
      const mode = textAt(entry, 'mode');
      const keys = ['auth', 'profiles', profileId];
      return [
        {
          severity: 'warning' as const,
          place: { in: 'config' as const, keys },
          agents: [],
          told: { by: 'doctor' as const, detail: { what: 'profile-without-credential' as const, profileId, type: isProfileType(mode) ? mode : null } },
          mend: stored.size === 0 ? null : { do: 'edit' as const, config: [{ kind: 'remove' as const, path: keys }], store: null },
        },
      ];
    });
  },
};
