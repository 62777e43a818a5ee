import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const duplicateSecret: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('a') }),
  expected: { severity: 'warning', says: /anthropic:a, anthropic:b are one credential/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /Keep one/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b') }),
};
