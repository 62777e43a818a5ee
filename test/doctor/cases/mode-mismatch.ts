import type { DoctorCase } from '../case.ts';
import { key, token, withProfiles } from '../support.ts';

const declared = (mode: string): object => ({ auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode } } } });

export const modeMismatch: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, declared('token')),
  expected: { severity: 'problem', says: /declares another mode/, at: '.openclaw/openclaw.json:6', mend: 'fix' },
  // OpenClaw takes a token for a login.
  nearMiss: withProfiles({ 'anthropic:a': token('a') }, {}, declared('oauth')),
};
