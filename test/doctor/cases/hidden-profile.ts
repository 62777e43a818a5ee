import type { DoctorCase } from '../case.ts';
import { key, token, withProfiles } from '../support.ts';

const listed = { auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'api_key' } } } };

export const hiddenProfile: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a'), 'anthropic:t': token('t') }, {}, listed),
  expected: { severity: 'warning', says: /anthropic:t is stored, but .* Once listed, it is used before anthropic:a/, at: '.openclaw/agents/main/agent/auth-profiles.json:9', mend: 'fix' },
  // The same secret under a second name misses nothing.
  nearMiss: withProfiles({ 'anthropic:a': key('a'), 'anthropic:again': key('a') }, {}, listed),
  more: {
    'a second key, which takes turns': {
      home: withProfiles({ 'anthropic:a': key('a'), 'anthropic:b': key('b'), 'openai:b': { type: 'api_key', provider: 'openai', key: 'made-up' } }, {}, listed),
      expected: { severity: 'warning', says: /anthropic:b is stored, but .* never uses it\.$/, at: '.openclaw/agents/main/agent/auth-profiles.json:9', mend: 'fix' },
    },
  },
};
