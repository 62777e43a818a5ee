import type { DoctorCase } from '../case.ts';
import { config, withProfiles, key } from '../support.ts';

export const noCredential: DoctorCase = {
  trouble: { config: config({ agents: { list: [{ id: 'main' }, { id: 'alerts' }] } }) },
  expected: { severity: 'problem', says: /no credential that main could use/, at: null, mend: /clawdial onboard/ },
  // The agent inherits main's.
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, { agents: { list: [{ id: 'main' }, { id: 'alerts' }] } }),
};
