import type { DoctorCase } from '../case.ts';
import { token, withProfiles } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

const variables = { ANTHROPIC_API_KEY: apiKey('e') };

export const environmentTakesOver: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }), variables },
  expected: { severity: 'warning', says: /ANTHROPIC_API_KEY .* is used, because none of the stored profiles/, at: null, mend: /unset ANTHROPIC_API_KEY/ },
  nearMiss: { ...withProfiles({ 'anthropic:a': token('a') }), variables },
  more: {
    'from the file beside the config': {
      home: { ...withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }), files: { '.openclaw/.env': `ANTHROPIC_API_KEY=${variables.ANTHROPIC_API_KEY}\n` } },
      expected: { severity: 'warning', says: /none of the stored profiles/, at: '.openclaw/.env', mend: /take ANTHROPIC_API_KEY out/ },
    },
    'from the config, where it once stood': {
      home: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }, {}, { env: variables }),
      expected: { severity: 'warning', says: /none of the stored profiles/, at: '.openclaw/openclaw.json:3', mend: /take ANTHROPIC_API_KEY out/ },
    },
    'from the config': {
      home: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }, {}, { env: { vars: variables } }),
      expected: { severity: 'warning', says: /none of the stored profiles/, at: '.openclaw/openclaw.json:4', mend: /take ANTHROPIC_API_KEY out/ },
    },
    'the key of the provider': {
      home: withProfiles({ 'anthropic:a': token('a', { expires: Date.now() - 86_400_000 }) }, {}, { models: { providers: { anthropic: { apiKey: variables.ANTHROPIC_API_KEY, models: [] } } } }),
      expected: { severity: 'warning', says: /none of the stored profiles/, at: '.openclaw/openclaw.json:5', mend: /config unset/ },
    },
  },
};
