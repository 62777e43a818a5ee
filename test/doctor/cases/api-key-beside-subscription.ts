import type { DoctorCase } from '../case.ts';
import { key, token, withProfiles } from '../support.ts';

export const apiKeyBesideSubscription: DoctorCase = {
  trouble: withProfiles({ 'anthropic:k': key('k'), 'anthropic:t': token('t') }),
  expected: { severity: 'note', says: /anthropic:t counts against a subscription, but the API key/, at: null, mend: /order set/ },
  nearMiss: withProfiles({ 'anthropic:k': key('k'), 'anthropic:l': key('l') }),
  more: {
    'the key is billed now': {
      home: withProfiles({ 'anthropic:k': key('k'), 'anthropic:t': token('t') }, { order: { anthropic: ['anthropic:k', 'anthropic:t'] } }),
      expected: { severity: 'warning', says: /in use and billed by usage/, at: null, mend: /order set/ },
    },
  },
};
