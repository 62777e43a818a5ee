import type { DoctorCase } from '../case.ts';
import { key, token, withProfiles } from '../support.ts';

const sections = { models: { providers: { anthropic: { baseUrl: 'https://api.anthropic.com', headers: { 'anthropic-beta': 'oauth-2025-04-20' }, models: [] } } } };

export const betaHeader: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': token('a') }, {}, sections),
  expected: { severity: 'warning', says: /leaves out what a setup-token needs/, at: '.openclaw/openclaw.json:4', mend: null },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, { models: { providers: { anthropic: { baseUrl: 'https://api.anthropic.com', headers: { 'x-mine': '1' }, models: [] } } } }),
  more: {
    'that pushes nothing needed out': {
      home: withProfiles({ 'anthropic:a': key('a') }, {}, sections),
      expected: { severity: 'warning', says: /replaces OpenClaw’s own list\.$/, at: '.openclaw/openclaw.json:4', mend: null },
    },
  },
};
