import type { DoctorCase } from '../case.ts';
import { withProfiles, key } from '../support.ts';
import { setupToken } from '../../support/homes.ts';

export const truncatedCredential: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': { type: 'token', provider: 'anthropic', token: setupToken('t').slice(0, 80) } }),
  expected: { severity: 'problem', says: /has 80 characters, where a whole credential has 108/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /claude setup-token/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }),
};
