import type { DoctorCase } from '../case.ts';
import { config, key, withProfiles } from '../support.ts';

/** A file stands where the directory of the store should be made: nobody can, root included. */
export const unwritable: DoctorCase = {
  trouble: {
    config: config(),
    files: { '.openclaw/agents/main': 'in the way' },
  },
  expected: { severity: 'warning', says: /cannot be written \(ENOTDIR\)/, at: '.openclaw/agents/main/agent', mend: /the right to write there/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }),
};
