import type { DoctorCase } from '../case.ts';
import { key, token, withProfiles } from '../support.ts';

const ref = 'anthropic/claude-opus-4-6';
const sections = { agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { context1m: true } } } } } };

export const context1m: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': token('a') }, {}, sections),
  expected: { severity: 'warning', says: /Anthropic refuses that beta with a setup-token/, at: null, mend: null },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections),
  more: {
    'a text instead of true': {
      home: withProfiles({ 'anthropic:a': key('a') }, {}, { agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { context1m: 'true' } } } } } }),
      expected: { severity: 'warning', says: /only true counts/, at: '.openclaw/openclaw.json:10', mend: null },
    },
  },
};
