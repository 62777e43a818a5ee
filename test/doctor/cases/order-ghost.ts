import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const orderGhost: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, { order: { anthropic: ['anthropic:gone'] } }),
  expected: { severity: 'problem', says: /names only what is not stored \(anthropic:gone\)/, at: '.openclaw/agents/main/agent/auth-profiles.json:11', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, { order: { anthropic: ['anthropic:a'], openai: ['openai:gone'] } }),
};
