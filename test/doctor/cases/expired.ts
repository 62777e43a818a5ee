import type { DoctorCase } from '../case.ts';
import { token, withProfiles } from '../support.ts';

const seconds = Math.round(Date.now() / 1000) + 40 * 86_400;

/** An end in seconds, which OpenClaw reads as a day in 1970. */
export const expired: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': token('a', { expires: seconds }) }),
  expected: { severity: 'problem', says: /written in seconds/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': token('a', { expires: seconds * 1000 }) }),
  more: {
    'an end that is over': {
      home: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }),
      expected: { severity: 'problem', says: /anthropic:a expired/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /claude setup-token/ },
    },
    'an end in seconds that is over': {
      home: withProfiles({ 'anthropic:a': token('a', { expires: seconds - 80 * 86_400 }) }),
      expected: { severity: 'problem', says: /written in seconds/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: /save it anew/ },
    },
  },
};
