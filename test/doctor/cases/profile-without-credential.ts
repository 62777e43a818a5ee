import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const declared = (...ids: readonly string[]): object => ({ auth: { profiles: Object.fromEntries(ids.map((id) => [id, { provider: 'anthropic', mode: 'api_key' }])) } });

export const profileWithoutCredential: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, declared('anthropic:a', 'anthropic:gone')),
  expected: { severity: 'warning', says: /declares anthropic:gone, but no store holds a credential/, at: '.openclaw/openclaw.json:8', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, declared('anthropic:a')),
};
