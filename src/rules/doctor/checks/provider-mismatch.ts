import { objectAt } from '../../../openclaw/json-object.ts';
import { effectiveConfig } from '../../agents.ts';
import type { Check } from '../check.ts';
import { fromStatus } from '../from-status.ts';

/** The config declares a stored Anthropic profile for another provider; OpenClaw then never uses it (section 3.6). */
export const providerMismatch: Check = {
  code: 'provider-mismatch',
  find: (facts) =>
    fromStatus(facts, 'never-used', ({ because, profile }) => {
      if (because !== 'provider-mismatch') return null;
      const declared = objectAt(effectiveConfig(facts.snapshot.config), 'auth', 'profiles');
      const keys = ['auth', 'profiles', profile.profileId, 'provider'];
      const isDeclared = Object.hasOwn(declared, profile.profileId);
      return {
        severity: 'problem',
        place: { in: 'config', keys },
        mend: isDeclared ? { do: 'edit', config: [{ kind: 'set', path: keys, value: 'anthropic' }], store: null } : null,
      };
    }),
};
