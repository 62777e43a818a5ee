import type { DoctorCase } from '../case.ts';
import { apiKey } from '../../support/homes.ts';
import { withProfiles, token } from '../support.ts';
import { setupToken } from '../../support/homes.ts';

const declared = (mode: string): object => ({ auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode } } } });

export const wrongType: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t'), email: 'me@example.com' } }, {}, declared('api_key')),
  expected: { severity: 'warning', says: /stored as an API key but holds a setup-token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': token('t') }, {}, declared('token')),
  more: {
    'an API key stored as a token, with an end': {
      home: withProfiles({ 'anthropic:a': { type: 'token', provider: 'anthropic', token: apiKey('k'), expires: Date.now() + 9e9 } }),
      expected: { severity: 'warning', says: /holds no setup-token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
    },
  },
};
