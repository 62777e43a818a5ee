import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const ref = 'anthropic/claude-opus-4-6';
const sections = (cacheRetention: string): object => ({ agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { cacheRetention } } } } } });

export const invalidRetention: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('forever')),
  expected: { severity: 'warning', says: /is "forever", which OpenClaw does not understand/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections('long')),
};
