import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const declared = (provider: string): object => ({ auth: { profiles: { 'anthropic:a': { provider, mode: 'api_key' } }, order: { anthropic: ['anthropic:a'] } } });

export const providerMismatch: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, declared('openai')),
  expected: { severity: 'problem', says: /declares or orders it for another provider/, at: '.openclaw/openclaw.json:5', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, declared('Anthropic')),
};
