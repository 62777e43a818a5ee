import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

export const shadowedEnvironment: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/.env': `ANTHROPIC_API_KEY=${apiKey('e')}\n` } },
  expected: { severity: 'note', says: /is not used: anthropic:a comes first/, at: '.openclaw/.env', mend: /take ANTHROPIC_API_KEY out/ },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/.env': 'OPENAI_API_KEY=sk-proj-made-up\n' } },
};
