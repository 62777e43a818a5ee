import type { DoctorCase } from '../case.ts';
import { withProfiles, token } from '../support.ts';
import { setupToken } from '../../support/homes.ts';

const declared = (mode: string): object => ({ auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode } } } });

export const wrongType: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t'), email: 'me@example.com' } }, {}, declared('api_key')),
  expected: { severity: 'warning', says: /stored as an API key but holds a setup-token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': token('t') }, {}, declared('token')),
};
