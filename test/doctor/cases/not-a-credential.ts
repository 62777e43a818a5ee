import type { DoctorCase } from '../case.ts';
import { withProfiles, key } from '../support.ts';

export const notACredential: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': { type: 'api_key', provider: 'anthropic', key: 'openclaw onboard --auth-choice apiKey' } }),
  expected: { severity: 'problem', says: /anthropic:b holds no credential\. This is a shell command/, at: '.openclaw/agents/main/agent/auth-profiles.json:9', mend: /models auth rotate anthropic:b/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a'), 'openai:b': { type: 'api_key', provider: 'openai', key: 'sk-proj-made-up' } }),
};
