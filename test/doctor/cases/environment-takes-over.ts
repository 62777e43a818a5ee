import type { DoctorCase } from '../case.ts';
import { token, withProfiles } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

const variables = { ANTHROPIC_API_KEY: apiKey('e') };

export const environmentTakesOver: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }), variables },
  expected: { severity: 'warning', says: /ANTHROPIC_API_KEY .* is used, because none of the stored profiles/, at: null, mend: /unset ANTHROPIC_API_KEY/ },
  nearMiss: { ...withProfiles({ 'anthropic:a': token('a') }), variables },
};
