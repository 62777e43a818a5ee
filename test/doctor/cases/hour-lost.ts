import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const ref = 'anthropic/claude-opus-4-6';
const sections = (baseUrl: string): object => ({
  models: { providers: { anthropic: { baseUrl, models: [] } } },
  agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { cacheRetention: 'long' } } } } },
});

export const hourLost: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('http://127.0.0.1:9')),
  expected: { severity: 'warning', says: /long is sent as 5 minutes/, at: '.openclaw/openclaw.json:5', mend: null },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections('https://api.anthropic.com')),
};
