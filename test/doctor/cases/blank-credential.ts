import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const blankCredential: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': { type: 'api_key', provider: 'anthropic', key: ' ' } }),
  expected: { severity: 'warning', says: /anthropic:b holds no secret/, at: '.openclaw/agents/main/agent/auth-profiles.json:9', mend: /clawdial onboard --anthropic-api-key - --token-profile-id anthropic:b/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b') }),
};
