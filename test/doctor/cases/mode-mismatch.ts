import type { DoctorCase } from '../case.ts';
import { setupToken } from '../../support/homes.ts';
import { key, token, withProfiles } from '../support.ts';

const declared = (mode: string): object => ({ auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode } } } });

export const modeMismatch: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, declared('token')),
  expected: { severity: 'problem', says: /declares another mode/, at: '.openclaw/openclaw.json:6', mend: 'fix' },
  // OpenClaw takes a token for a login.
  nearMiss: withProfiles({ 'anthropic:a': token('a') }, {}, declared('oauth')),
  more: {
    'where the agent asks somebody else now': {
      home: withProfiles({ 'anthropic:a': key('a') }, {}, { ...declared('token'), agents: { defaults: { model: 'openai/gpt-5.2' } } }),
      expected: { severity: 'warning', says: /declares another mode/, at: '.openclaw/openclaw.json:6', mend: 'fix' },
    },
    'where the declaration is right about the secret': {
      home: withProfiles({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t') } }, {}, declared('token')),
      expected: { severity: 'problem', says: /declares another mode/, at: '.openclaw/openclaw.json:6', mend: 'fix' },
    },
  },
};
