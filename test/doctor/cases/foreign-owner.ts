import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

/** Who may not give files away has it told: the finding is about what the system said of them. */
export const foreignOwner: DoctorCase = {
  trouble: {
    ...withProfiles({ 'anthropic:a': key('a') }),
    alter: (facts) => ({
      ...facts,
      surroundings: { ...facts.surroundings, places: facts.surroundings.places.map((place) => (place.role === 'store' ? { ...place, owner: place.owner + 1 } : place)) },
    }),
  },
  expected: { severity: 'problem', says: /belongs to another user/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: /sudo chown \d+ / },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }),
};
