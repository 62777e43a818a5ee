import type { DoctorCase } from '../case.ts';
import { token, withProfiles } from '../support.ts';

const day = 86_400_000;

export const expiresSoon: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() + 3 * day }) }),
  expected: { severity: 'warning', says: /ends in 3/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /claude setup-token/ },
  nearMiss: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() + 60 * day }) }),
  more: {
    'within a month': {
      home: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() + 20 * day }) }),
      expected: { severity: 'note', says: /ends in/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /claude setup-token/ },
    },
  },
};
