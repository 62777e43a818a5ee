import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const ref = 'anthropic/claude-opus-4-6';
const sections = (anthropicBeta: readonly string[]): object => ({ agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { anthropicBeta } } } } } });

export const retiredSetting: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections(['extended-cache-ttl-2025-04-11'])),
  expected: { severity: 'warning', says: /extended-cache-ttl-2025-04-11 is asked for by hand/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections(['another-beta-2026-01-01'])),
};
