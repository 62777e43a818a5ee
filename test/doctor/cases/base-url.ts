import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const sections = (baseUrl: string): object => ({ models: { providers: { anthropic: { baseUrl, models: [] } } } });

export const baseUrl: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('http://gateway.example')),
  expected: { severity: 'problem', says: /would be sent to http:\/\/gateway\.example, which is not safe/, at: '.openclaw/openclaw.json:5', mend: /config unset/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections('https://api.anthropic.com/v1')),
  more: {
    'somebody else’s server': {
      home: withProfiles({ 'anthropic:a': key('a') }, {}, sections('https://gateway.example')),
      expected: { severity: 'note', says: /sent to https:\/\/gateway\.example, which is not Anthropic/, at: '.openclaw/openclaw.json:5', mend: /config unset/ },
    },
  },
};
